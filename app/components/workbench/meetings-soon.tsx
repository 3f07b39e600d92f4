import { Button, Paper, Stack, Text, Title } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DateTime, formatDateTime } from '#app/components/ui/date-time.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import type { HearingListRow } from '#server/services/hearings.ts'
import type { MeetingListRow } from '#server/services/meetings.ts'
import classes from './workbench.module.css'

/** As many as fit beside the tasks; the list of meetings has the rest. */
const COMING = 5

/** A meeting or a hearing that somebody is called to. */
interface Sitting {
  readonly to: string
  readonly title: string
  readonly startsAt: string
  readonly details: readonly string[]
  /** Begun and not over: it belongs to today, whatever day it was called for. */
  readonly goesOn: boolean
}

const MEETINGS_AHEAD = new Set(['convened', 'open', 'adjourned'])
const HEARINGS_AHEAD = new Set(['ordered', 'noticed', 'open', 'suspended'])

const ofMeeting = ({ id, title, startsAt, place, cases, status }: MeetingListRow): Sitting => ({
  ...{ to: `/meetings/${id}`, title, startsAt, goesOn: status !== 'convened' },
  details: [place, ...cases.map((one) => one.number)],
})
const ofHearing = ({ id, title, startsAt, place, status }: HearingListRow): Sitting => ({
  ...{ to: `/hearings/${id}`, title, startsAt, goesOn: status === 'open' || status === 'suspended' },
  details: [place],
})

const day = (iso: string) => formatDateTime(iso, 'date', 'en')

function SittingRow({ sitting, today }: { sitting: Sitting; today: boolean }) {
  const { t } = useTranslation('workbench')
  return (
    <li>
      <div className={classes.row}>
        <span className={classes.time}>
          <DateTime value={sitting.startsAt} form={today ? 'time' : 'date'} />
        </span>
        <span className={classes.words}>
          <Text component={Link} to={sitting.to} fw={600} c="var(--azurite)">
            {sitting.title}
          </Text>
          <Text span c="dimmed" size="sm">
            {sitting.details.filter(Boolean).join(' · ')}
          </Text>
        </span>
        {today ? (
          <Button component={Link} to={sitting.to} variant="light">
            {t('workbench:enter')}
          </Button>
        ) : null}
      </div>
    </li>
  )
}

interface MeetingsSoonProps {
  readonly meetings: readonly MeetingListRow[]
  readonly hearings: readonly HearingListRow[]
  readonly now: string
}

export function MeetingsSoon({ meetings, hearings, now }: MeetingsSoonProps) {
  const { t } = useTranslation('workbench')
  const ahead = [
    ...meetings.filter(({ status }) => MEETINGS_AHEAD.has(status)).map(ofMeeting),
    ...hearings.filter(({ status }) => HEARINGS_AHEAD.has(status)).map(ofHearing),
  ].sort((a, b) => a.startsAt.localeCompare(b.startsAt))
  const isToday = ({ goesOn, startsAt }: Sitting) => goesOn || day(startsAt) === day(now)
  const today = ahead.filter(isToday)
  const coming = ahead.filter((one) => !isToday(one) && one.startsAt > now).slice(0, COMING)
  return (
    <Stack gap="lg">
      <Paper component="section" aria-labelledby="today">
        <Title order={2} id="today" mb="sm">
          {t('workbench:today')}
        </Title>
        {today.length === 0 ? (
          <EmptyState title={t('workbench:noMeetingToday')}>{t('workbench:noMeetingTodayMeans')}</EmptyState>
        ) : (
          <ul className={classes.list}>
            {today.map((sitting) => (
              <SittingRow key={sitting.to} sitting={sitting} today />
            ))}
          </ul>
        )}
      </Paper>
      {coming.length > 0 ? (
        <Paper component="section" aria-labelledby="coming">
          <Title order={2} id="coming" mb="sm">
            {t('workbench:coming')}
          </Title>
          <ul className={classes.list}>
            {coming.map((sitting) => (
              <SittingRow key={sitting.to} sitting={sitting} today={false} />
            ))}
          </ul>
        </Paper>
      ) : null}
    </Stack>
  )
}
