import { Button, Group, Stack, Text } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { calendarDay } from '#domain/calendar/dates.ts'
import type { Stage } from '#domain/cases/types.ts'
import { latestShelving } from '#domain/decisions/rules.ts'
import { runningHearing } from '#domain/cases/inquiries.ts'
import { mayOrderHearing } from '#domain/hearings/may.ts'
import { mayConvene } from '#domain/meetings/may.ts'
import { isApplicant, moversOf, participatingBody } from '#domain/cases/standing.ts'
import { canonicalProcedure } from '#domain/procedures/canonical.ts'
import { waysOnward, type Transition } from '#domain/procedures/template.ts'
import { ActDialog } from './act-dialog.tsx'
import { useCase } from './case-room.tsx'
import { Section } from './section.tsx'

/** What this person may do with the case now: the way on first and largest, each other one beside it. */
export function NextSteps() {
  const { t } = useTranslation('cases')
  const { state, me } = useCase()
  const movers = moversOf(me, state)
  const ways = waysOnward(canonicalProcedure, state.stage, movers)
  const onward = ways.filter((way) => !way.reasonRequired)
  const aside = ways.filter((way) => way.reasonRequired)
  const waitsForMinutes = canonicalProcedure.transitions.some(
    ({ from, by }) => from === state.stage && by.every((mover) => mover === 'minutes'),
  )
  const prompts = usePrompts()
  return (
    <Section title={t('cases:next.title')}>
      <Stack gap="sm">
        <Group gap="sm">
          {prompts}
          {onward.map((way) => (
            <MoveButton key={way.to} way={way} look={{ size: 'md' }} />
          ))}
          {aside.map((way) => (
            <MoveButton key={way.to} way={way} look={{ variant: 'default' }} />
          ))}
        </Group>
        {waitsForMinutes && movers.length > 0 ? (
          <Text size="sm" c="dimmed">
            {t('cases:next.byMinutes')}
          </Text>
        ) : null}
        {ways.length === 0 && prompts.length === 0 ? (
          <Text c="dimmed">{t(movers.length > 0 ? 'cases:next.end' : 'cases:next.notYours')}</Text>
        ) : null}
      </Stack>
    </Section>
  )
}

function MoveButton({ way, look }: { way: Transition; look: { size?: 'md'; variant?: 'default' } }) {
  const { t } = useTranslation('cases')
  const { calendar } = useCase()
  const date = useDateTime()
  const stage = (code: Stage) => t(`cases:stage.${code}`)
  const records = t('cases:next.records', { from: stage(way.from), to: stage(way.to) })
  const until =
    way.to === 'shelved' ? latestShelving(calendarDay(new Date().toISOString()), calendar) : undefined
  return (
    <ActDialog
      label={t(`cases:next.moveTo.${way.to}`)}
      records={
        typeof until === 'string' ? `${records} ${t('cases:next.until', { day: date(until) })}` : records
      }
      reason={{
        label: t(way.reasonRequired ? 'cases:next.reason' : 'cases:next.reasonOptional'),
        required: way.reasonRequired,
      }}
      probe={{ type: 'move', to: way.to, reason: '—' }}
      command={(reason) => ({ type: 'move', to: way.to, reason })}
      look={look}
    />
  )
}

/** Steps that are done on another page: a place to go to, not a command. */
function usePrompts() {
  const { t } = useTranslation('cases')
  const { state, me, view } = useCase()
  const prompts = []
  const bodyId = participatingBody(me, state)
  const own = state.opinions.find((opinion) => opinion.bodyId === bodyId)
  const beingWritten = state.stage === 'in-verification' || state.stage === 'in-consultation'
  if (own && own.status === 'draft' && beingWritten && !isApplicant(me, state))
    prompts.push({ to: 'opinions', label: t('cases:next.writeOpinion') })
  if (isApplicant(me, state) && view.documents['applicant-statement'] === 'write')
    prompts.push({ to: 'dossier/applicant-statement', label: t('cases:next.writeStatement') })
  const listed = state.meetings.find((listing) => !listing.ended)
  if (state.stage === 'in-consultation' && listed)
    prompts.push({ to: `/meetings/${listed.meetingId}`, label: t('cases:next.toMeeting') })
  else if (state.stage === 'in-consultation' && mayConvene(me))
    prompts.push({ to: `/meetings/new?case=${state.id}`, label: t('cases:next.convene') })
  if (state.stage === 'to-hearing' && mayOrderHearing(me, state.bodyIds)) {
    const running = runningHearing(state)
    prompts.push(
      running
        ? { to: `/hearings/${running.hearingId}`, label: t('cases:next.toRunningHearing') }
        : { to: `/hearings/new?case=${state.id}`, label: t('cases:next.toHearing') },
    )
  }
  return prompts.map(({ to, label }, index) => (
    <Button
      key={to}
      component={Link}
      to={to}
      size={index === 0 ? 'md' : 'sm'}
      variant={index === 0 ? 'filled' : 'default'}
    >
      {label}
    </Button>
  ))
}
