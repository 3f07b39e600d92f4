import { Anchor } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import classes from '#app/components/meetings/meeting-lines.module.css'
import { DateTime } from '#app/components/ui/date-time.tsx'
import type { HearingListRow } from '#server/services/hearings.ts'
import { HearingStatus } from '#app/components/hearings/hearing-status.tsx'

export interface HearingLine extends HearingListRow {
  /** Before the opening, to whoever names people and serves the notice. */
  readonly toPrepare: boolean
}

interface HearingLinesProps {
  readonly title: string
  readonly rows: readonly HearingLine[]
  /** Said where there is none; without it the section is left out. */
  readonly empty?: string
}

export function HearingLines({ title, rows, empty }: HearingLinesProps) {
  const { t } = useTranslation('hearings-before')
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
              <Anchor component={Link} to={`/hearings/${row.id}`} fw={600}>
                {row.title}
              </Anchor>
              <span className={classes.quiet}>{row.place}</span>
              <span className={classes.quiet}>
                {t(`hearings-before:preset.${row.preset}`)} ·{' '}
                {t(row.public ? 'hearings-before:open' : 'hearings-before:closed')}
              </span>
            </span>
            <span className={classes.state}>
              <HearingStatus status={row.status} words="hearings-before" />
              {row.toPrepare ? (
                <Anchor component={Link} to={`/hearings/${row.id}/prepare`}>
                  {t('hearings-before:list.prepare')}
                </Anchor>
              ) : null}
              {row.status === 'noticed' ? (
                <Anchor component={Link} to={`/hearings/${row.id}/notice`}>
                  {t('hearings-before:list.notice')}
                </Anchor>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
