import { Button, Group, Text } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { StatusBadge, type Tone } from '#app/components/ui/status-badge.tsx'
import { isApplicant } from '#domain/cases/standing.ts'
import type { HearingRequest, HearingRight } from '#domain/cases/types.ts'
import { ActDialog } from './act-dialog.tsx'
import { useCase } from './case-room.tsx'
import classes from './facts.module.css'

/** Who asked for a hearing, why, and what was answered; whoever orders hearings answers here. */
export function HearingRequests({ right }: { right: HearingRight }) {
  const { t } = useTranslation('hearing-ways')
  const { state, me } = useCase()
  if (right.requests.length === 0)
    return isApplicant(me, state) ? null : <Text c="dimmed">{t('hearing-ways:right.noneAsked')}</Text>
  return (
    <ul className={classes.plain}>
      {right.requests.map((request) => (
        <li key={request.id}>
          <Request request={request} />
        </li>
      ))}
    </ul>
  )
}

type Standing = 'waiting' | 'granted' | 'refused'
const TONES: Readonly<Record<Standing, Tone>> = { waiting: 'waiting', granted: 'good', refused: 'neutral' }

function standingOf({ answer }: HearingRequest): Standing {
  if (!answer) return 'waiting'
  return answer.hearingId === null ? 'refused' : 'granted'
}

function Request({ request }: { request: HearingRequest }) {
  const { t } = useTranslation('hearing-ways')
  const { me, personName, subjectName } = useCase()
  const format = useDateTime()
  const { by, at, reason, answer, registeredFor } = request
  const date = format(registeredFor?.receivedOn ?? at)
  const name = registeredFor ? subjectName(registeredFor.subjectId) : personName(by)
  const standing = standingOf(request)
  return (
    <>
      <div className={classes.row}>
        <Text span fw={600}>
          {by === me.personId && !registeredFor
            ? t('hearing-ways:right.ownRequest', { date })
            : t('hearing-ways:right.requestOf', { name, date })}
        </Text>
        <StatusBadge tone={TONES[standing]}>{t(`hearing-ways:right.${standing}`)}</StatusBadge>
      </div>
      <span className={classes.note}>{reason}</span>
      {registeredFor ? (
        <Text size="sm" c="dimmed">
          {t('hearing-ways:right.registeredBy', { name: personName(by), date: format(at) })}
        </Text>
      ) : null}
      {answer ? (
        <>
          <Text size="sm" c="dimmed" mt={4}>
            {t(`hearing-ways:right.${standing}Words`, { date: format(answer.at) })}
            {answer.reason ? <span className={classes.note}>{answer.reason}</span> : null}
          </Text>
          {registeredFor ? <Text size="sm">{t('hearing-ways:right.tellInWriting')}</Text> : null}
        </>
      ) : (
        <Answer request={request} />
      )}
    </>
  )
}

function Answer({ request }: { request: HearingRequest }) {
  const { t } = useTranslation('hearing-ways')
  const { state, may } = useCase()
  const command = (reason: string) =>
    ({ type: 'refuse-hearing-request', requestId: request.id, reason }) as const
  // Who may refuse may order: the same rule.
  if (may(command('—'))?.refused === 'access/denied') return null
  return (
    <Group gap="sm" mt="xs">
      <Button component={Link} to={`/hearings/new?case=${state.id}`} size="xs">
        {t('hearing-ways:right.order')}
      </Button>
      <ActDialog
        label={t('hearing-ways:right.refuse')}
        records={
          <>
            {t('hearing-ways:right.refuseRecords')}
            <br />
            {t(`hearing-ways:right.${request.registeredFor ? 'tellInWriting' : 'partyReads'}`)}
          </>
        }
        reason={{ label: t('hearing-ways:right.refuseReason'), required: true }}
        look={{ variant: 'default', size: 'xs' }}
        probe={command('—')}
        command={command}
      />
    </Group>
  )
}
