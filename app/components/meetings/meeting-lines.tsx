import { Anchor } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { DateTime } from '#app/components/ui/date-time.tsx'
import type { MeetingListRow } from '#server/services/meetings.ts'
import { MeetingStatus } from './meeting-status.tsx'
import classes from './meeting-lines.module.css'

const CASES_SHOWN = 3

interface MeetingLinesProps {
  readonly title: string
  readonly rows: readonly MeetingListRow[]
  /** Said where there is none; without it the section is left out. */
  readonly empty?: string
}

export function MeetingLines({ title, rows, empty }: MeetingLinesProps) {
  const { t } = useTranslation('meetings')
  const titleId = useId()
  if (rows.length === 0 && empty === undefined) return null
  return (
    <section aria-labelledby={titleId} className={classes.section}>
      <h2 id={titleId} className={classes.title}>
        {title}
      </h2>
      {rows.length === 0 ? <p className={classes.quiet}>{empty}</p> : null}
      <ul className={classes.list}>
        {rows.map((row) => (
          <li key={row.id} className={classes.line}>
            <span className={classes.when}>
              <DateTime value={row.startsAt} />
            </span>
            <span className={classes.what}>
              <Anchor component={Link} to={`/meetings/${row.id}`} fw={600}>
                {row.title}
              </Anchor>
              <span className={classes.quiet}>{row.place}</span>
              <span className={classes.quiet}>
                {row.cases
                  .slice(0, CASES_SHOWN)
                  .map((one) => `${one.number} ${one.title}`)
                  .join(t('meetings:clause'))}{' '}
                {row.cases.length > CASES_SHOWN ? t('meetings:list.more', { count: row.cases.length }) : null}
              </span>
            </span>
            <span className={classes.state}>
              <MeetingStatus status={row.status} />
              {row.minutesId ? (
                <Anchor component={Link} to={`/minutes/${row.minutesId}`}>
                  {t('meetings:list.minutes')}
                </Anchor>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
