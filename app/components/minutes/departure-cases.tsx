import { Anchor, Group, Stack, Text, Title } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { exceeds, REASON_LIMIT } from '#app/components/ui/limit.ts'
import { LimitedTextarea } from '#app/components/ui/limited.tsx'
import { ReasonedButton } from '#app/components/ui/reasoned-button.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { StatusBadge } from '#app/components/ui/status-badge.tsx'
import type { Departure } from '#domain/minutes/types.ts'
import type { DepartingCase } from '#server/services/minutes-departures.ts'
import { ActButton } from './act-button.tsx'
import { useAct, useMinutes } from './minutes-context.tsx'

/** Cases decided against most members of their hearing: the reason, and the principal leader's consent (REQ-081). */
export function DepartureCases() {
  const { t } = useTranslation('minutes')
  const { view } = useMinutes()
  return (
    <section aria-labelledby="departures">
      <Title order={2} size="h4" id="departures" mb="xs">
        {t('minutes:departure.title')}
      </Title>
      <Text size="sm" mb="sm">
        {t('minutes:departure.explains')}
      </Text>
      <Stack gap="md">
        {view.departing.map((departing) => (
          <DepartureCase key={departing.caseId} departing={departing} />
        ))}
      </Stack>
    </section>
  )
}

function DepartureCase({ departing }: { departing: DepartingCase }) {
  const { t } = useTranslation('minutes')
  const { view, state, personName, may } = useMinutes()
  const dateTime = useDateTime()
  const { caseId, caseNumber: number, caseTitle: title, hearingId } = departing
  const departure = state.departures.find((one) => one.caseId === caseId)
  const writes = view.access === 'write'
  const majority = t(`minutes:departure.majority.${departing.majority}`)
  const consents = may({ type: 'consent-to-departure', caseId })?.refused !== 'minutes/not-a-signatory'
  return (
    <Stack gap="xs" pt="sm" style={{ borderTop: '1px solid var(--line)' }}>
      <Group gap="sm" justify="space-between">
        <Text>
          {t('minutes:departure.case', { number, title, majority })}{' '}
          <Anchor component={Link} to={`/hearings/${hearingId}/report`} underline="always">
            {t('minutes:departure.report')}
          </Anchor>
        </Text>
        <Standing departure={departure} />
      </Group>
      {departure && !writes ? (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {t('common:fact', {
            label: t('minutes:departure.reasoned', {
              person: personName(departure.by),
              time: dateTime(departure.at),
            }),
            value: departure.reason,
          })}
        </Text>
      ) : null}
      {writes ? <ReasonForm key={departure?.at} caseId={caseId} known={departure?.reason ?? ''} /> : null}
      {consents && departure?.consent === null && state.step !== 'draft' && state.step !== 'issued' ? (
        <ActButton
          legal
          command={() => ({ type: 'consent-to-departure', caseId })}
          records={t('minutes:departure.consentRecords')}
        >
          {t('minutes:departure.consent')}
        </ActButton>
      ) : null}
    </Stack>
  )
}

function Standing({ departure }: { departure: Departure | undefined }) {
  const { t } = useTranslation('minutes')
  const { personName } = useMinutes()
  const dateTime = useDateTime()
  if (!departure) return <StatusBadge tone="waiting">{t('minutes:departure.unreasoned')}</StatusBadge>
  const { consent } = departure
  return consent ? (
    <StatusBadge tone="good">
      {t('minutes:departure.consented', { person: personName(consent.by), time: dateTime(consent.at) })}
    </StatusBadge>
  ) : (
    <StatusBadge tone="waiting">{t('minutes:departure.waiting')}</StatusBadge>
  )
}

function ReasonForm({ caseId, known }: { caseId: string; known: string }) {
  const { t } = useTranslation(['minutes', 'common'])
  const { may } = useMinutes()
  const { act, busy, refusal, forget } = useAct()
  const [reason, setReason] = useState(known)
  const [missing, setMissing] = useState(false)
  const given = reason.trim()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setMissing(given === '')
        if (given === '' || exceeds(given, REASON_LIMIT)) return
        void act({ type: 'reason-departure', caseId, reason: given })
      }}
    >
      <Stack gap="xs" maw={640}>
        <LimitedTextarea
          label={t('minutes:departure.reason')}
          description={t('minutes:departure.reasonHint')}
          autosize
          minRows={2}
          limit={REASON_LIMIT}
          value={reason}
          error={missing && given === '' ? t('common:invalid.required') : null}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div>
          <ReasonedButton
            type="submit"
            variant="light"
            refusal={may({ type: 'reason-departure', caseId, reason: '—' })}
            busy={busy}
          >
            {t('minutes:departure.save')}
          </ReasonedButton>
        </div>
        <RefusalAlert refusal={refusal} onClose={forget} />
      </Stack>
    </form>
  )
}
