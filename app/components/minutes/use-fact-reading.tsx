import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { linesOf, recordFact } from '#domain/minutes/facts.ts'
import { FactLines } from './fact-lines.tsx'
import { useMinutes } from './minutes-context.tsx'
import classes from './paper.module.css'

/** How a fact is read: in the lines it was frozen with, else as the record tells it now. */
export function useFactReading(): (attrs: Readonly<Record<string, unknown>>) => ReactNode {
  const { t } = useTranslation('minutes')
  const { view, state } = useMinutes()
  return (attrs) => {
    const frozen = linesOf({ type: 'recordFact', attrs })
    if (frozen) return <FactLines lines={frozen} />
    const { bodies, meeting } = view
    const told = meeting
      ? recordFact(meeting.state, String(attrs['kind']), String(attrs['ref']), {
          bodies,
          details: state.details,
          departures: state.departures,
        })
      : []
    return (
      <div className={classes.liveFact}>
        {told.length > 0 ? <FactLines lines={told} /> : <p>{t('minutes:fact.missing')}</p>}
      </div>
    )
  }
}
