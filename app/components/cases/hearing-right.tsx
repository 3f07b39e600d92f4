import { Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { useRefusalSentence } from '#app/components/ui/refusal-alert.tsx'
import { StatusBadge } from '#app/components/ui/status-badge.tsx'
import { calendarDay } from '#domain/calendar/dates.ts'
import { addWorkingDays } from '#domain/calendar/working-days.ts'
import { isApplicant } from '#domain/cases/standing.ts'
import type { HearingRight as Right } from '#domain/cases/types.ts'
import { ASKING_WORKING_DAYS } from '#domain/hearings/rules.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import { ActDialog } from './act-dialog.tsx'
import { useCase } from './case-room.tsx'
import classes from './facts.module.css'
import { TextInput } from './fields.ts'
import { HearingRequests } from './hearing-requests.tsx'
import { RegisterRequest } from './register-request.tsx'
import { Section } from './section.tsx'

/** The party's right to ask for a hearing: told, asked for, answered (REQ-069). */
export function HearingRight() {
  const { t } = useTranslation('hearing-ways')
  const { state, me, may } = useCase()
  const right = state.hearingRight
  const applicant = isApplicant(me, state)
  if (applicant && !right) return null
  // Who never tells, registers or asks sees no button that never works.
  const tells = may({ type: 'tell-hearing-right', ...toldToday() })?.refused !== 'access/denied'
  return (
    <Section
      title={t('hearing-ways:right.title')}
      aside={
        tells ? (
          <Group gap="xs">
            {right ? <RegisterRequest right={right} /> : null}
            <Tell />
          </Group>
        ) : null
      }
      id="hearing-right"
    >
      {right ? (
        <Stack gap="sm">
          <Told right={right} />
          <HearingRequests right={right} />
          {applicant ? <Ask /> : null}
          <Text size="sm">{t('hearing-ways:right.noHeavier')}</Text>
        </Stack>
      ) : (
        <Text c="dimmed">{t('hearing-ways:right.none')}</Text>
      )}
    </Section>
  )
}

const toldToday = () => ({ toldOn: calendarDay(new Date().toISOString()), told: '—' })

function Told({ right }: { right: Right }) {
  const { t } = useTranslation('hearing-ways')
  const { view } = useCase()
  const format = useDateTime()
  const { toldOn, told, latestOn, by } = right
  const name = view.people[by]
  const over = latestOn < calendarDay(new Date().toISOString())
  const date = format(toldOn)
  return (
    <dl className={classes.facts}>
      <div className={classes.fact}>
        <dt>{t('hearing-ways:right.when')}</dt>
        <dd>
          {name ? t('hearing-ways:right.by', { date, name }) : t('hearing-ways:right.byOffice', { date })}
        </dd>
      </div>
      <div className={classes.fact}>
        <dt>{t('hearing-ways:right.told')}</dt>
        <dd className={classes.prose}>{told}</dd>
      </div>
      <div className={classes.fact}>
        <dt>{t('hearing-ways:right.until')}</dt>
        <dd>
          <Text span fw={600}>
            {t('hearing-ways:right.untilDate', { date: format(latestOn) })}
          </Text>{' '}
          {over ? <StatusBadge tone="neutral">{t('hearing-ways:right.over')}</StatusBadge> : null}
          <Text size="sm" c="dimmed">
            {t('hearing-ways:right.rule', { count: ASKING_WORKING_DAYS })}
          </Text>
        </dd>
      </div>
    </dl>
  )
}

function Ask() {
  const { t } = useTranslation('hearing-ways')
  return (
    <div>
      <ActDialog
        label={t('hearing-ways:right.ask')}
        records={
          <>
            {t('hearing-ways:right.askRecords')}
            <br />
            {t('hearing-ways:right.noHeavier')}
          </>
        }
        reason={{ label: t('hearing-ways:right.askReason'), required: true }}
        probe={{ type: 'ask-for-hearing', reason: '—' }}
        command={(reason) => ({ type: 'ask-for-hearing', reason })}
      />
    </div>
  )
}

function Tell() {
  const { t } = useTranslation('hearing-ways')
  const { calendar } = useCase()
  const format = useDateTime()
  const sentence = useRefusalSentence()
  const [toldOn, setToldOn] = useState(toldToday().toldOn)
  const latestOn = toldOn === '' ? '' : addWorkingDays(toldOn, ASKING_WORKING_DAYS, calendar)
  const counted = isRefusal(latestOn)
    ? sentence(latestOn)
    : latestOn === ''
      ? ''
      : t('hearing-ways:right.will', { date: format(latestOn), count: ASKING_WORKING_DAYS })
  return (
    <ActDialog
      label={t('hearing-ways:right.tell')}
      records={t('hearing-ways:right.tellRecords')}
      fields={
        <Stack gap={4}>
          <TextInput
            type="date"
            label={t('hearing-ways:right.toldOn')}
            description={t('hearing-ways:right.toldOnHint')}
            withAsterisk
            value={toldOn}
            max={toldToday().toldOn}
            onChange={(event) => setToldOn(event.currentTarget.value)}
          />
          <Text size="sm" role="status">
            {counted}
          </Text>
        </Stack>
      }
      reason={{ label: t('hearing-ways:right.toldLabel'), required: true }}
      look={{ variant: 'default', size: 'xs' }}
      probe={{ type: 'tell-hearing-right', ...toldToday() }}
      command={(told) => (toldOn === '' ? null : { type: 'tell-hearing-right', toldOn, told })}
    />
  )
}
