import { Anchor, Text } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { StatusBadge } from '#app/components/ui/status-badge.tsx'
import { useCase } from './case-room.tsx'
import classes from './facts.module.css'
import { Section } from './section.tsx'

export interface MeetingName {
  readonly id: string
  readonly title: string
  readonly startsAt: string
}

/** The consultations that have, or had, this case on their agenda, newest first. */
export function Meetings({ known }: { known: readonly MeetingName[] }) {
  const { t } = useTranslation('cases')
  const { state } = useCase()
  const dateTime = useDateTime()
  return (
    <Section title={t('cases:meetings.title')}>
      {state.meetings.length === 0 ? (
        <Text c="dimmed">{t('cases:meetings.none')}</Text>
      ) : (
        <ul className={classes.plain}>
          {[...state.meetings].reverse().map(({ meetingId, itemId, opened, ended }) => {
            const meeting = known.find(({ id }) => id === meetingId)
            return (
              <li key={itemId} className={classes.row}>
                <span>
                  {meeting ? (
                    <Anchor component={Link} to={`/meetings/${meetingId}`}>
                      {meeting.title}
                    </Anchor>
                  ) : (
                    t('cases:meetings.open')
                  )}
                  {meeting ? (
                    <Text size="sm" c="dimmed">
                      {dateTime(meeting.startsAt)}
                    </Text>
                  ) : null}
                </span>
                <StatusBadge tone={ended ? 'neutral' : opened ? 'active' : 'waiting'}>
                  {t(`cases:meetings.${ended ? 'ended' : opened ? 'opened' : 'listed'}`)}
                </StatusBadge>
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}
