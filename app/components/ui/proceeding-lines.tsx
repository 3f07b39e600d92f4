import { Anchor } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useId, type ReactNode } from 'react'
import { DateTime } from './date-time.tsx'
import classes from './proceeding-lines.module.css'

interface Proceeding {
  readonly id: string
  readonly title: string
  readonly startsAt: string
  readonly place: string
}

interface ProceedingLinesProps<Row extends Proceeding> {
  readonly title: string
  readonly rows: readonly Row[]
  /** Said where there is none; without it the section is left out. */
  readonly empty?: string | undefined
  readonly toRow: (row: Row) => string
  readonly about: (row: Row) => ReactNode
  /** How it stands, and where that leads. */
  readonly state: (row: Row) => ReactNode
}

/** Meetings or hearings, one a line: when, what and where, how it stands. */
export function ProceedingLines<Row extends Proceeding>(props: ProceedingLinesProps<Row>) {
  const { title, rows, empty, toRow, about, state } = props
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
              <Anchor component={Link} to={toRow(row)} fw={600}>
                {row.title}
              </Anchor>
              <span className={classes.quiet}>{row.place}</span>
              <span className={classes.quiet}>{about(row)}</span>
            </span>
            <span className={classes.state}>{state(row)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
