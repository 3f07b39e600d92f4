import { Button, Paper, Stack, Text, Title } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DateTime, formatDateTime } from '#app/components/ui/date-time.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import type { MeetingListRow } from '#server/services/meetings.ts'
import classes from './workbench.module.css'

/** As many as fit beside the tasks; the list of meetings has the rest. */
const COMING = 5

const day = (iso: string) => formatDateTime(iso, 'date', 'en')

function MeetingRow({ meeting, today }: { meeting: MeetingListRow; today: boolean }) {
  const { t } = useTranslation('workbench')
  return (
    <li>
      <div className={classes.row}>
        <span className={classes.time}>
          <DateTime value={meeting.startsAt} form={today ? 'time' : 'date'} />
        </span>
        <span className={classes.words}>
          <Text component={Link} to={`/meetings/${meeting.id}`} fw={600} c="var(--azurite)">
            {meeting.title}
          </Text>
          <Text span c="dimmed" size="sm">
            {[meeting.place, ...meeting.cases.map((one) => one.number)].filter(Boolean).join(' · ')}
          </Text>
        </span>
        {today ? (
          <Button component={Link} to={`/meetings/${meeting.id}`} variant="light">
            {t('workbench:enter')}
          </Button>
        ) : null}
      </div>
    </li>
  )
}

export function MeetingsSoon({ meetings, now }: { meetings: readonly MeetingListRow[]; now: string }) {
  const { t } = useTranslation('workbench')
  const live = meetings.filter(({ status }) => status !== 'cancelled' && status !== 'closed')
  // A meeting that is open belongs to today, whatever day it was called for.
  const isToday = ({ status, startsAt }: MeetingListRow) =>
    status !== 'convened' || day(startsAt) === day(now)
  const today = live.filter(isToday)
  const coming = live
    .filter((meeting) => !isToday(meeting) && meeting.startsAt > now)
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt))
    .slice(0, COMING)
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
            {today.map((meeting) => (
              <MeetingRow key={meeting.id} meeting={meeting} today />
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
            {coming.map((meeting) => (
              <MeetingRow key={meeting.id} meeting={meeting} today={false} />
            ))}
          </ul>
        </Paper>
      ) : null}
    </Stack>
  )
}
