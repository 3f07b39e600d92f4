import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FactLines } from '#app/components/minutes/fact-lines.tsx'
import classes from '#app/components/minutes/paper.module.css'
import { paperFact } from '#domain/hearings/paper-facts.ts'
import { linesOf } from '#domain/minutes/facts.ts'
import { usePaper } from './paper-context.tsx'

/** How a fact is read: in the lines it was frozen with, else as the record tells it now. */
export function usePaperFacts(): (attrs: Readonly<Record<string, unknown>>) => ReactNode {
  const { t } = useTranslation('hearingsAfter')
  const { paper, state } = usePaper()
  return (attrs) => {
    const frozen = linesOf({ type: 'recordFact', attrs })
    if (frozen) return <FactLines lines={frozen} />
    const { part, comments } = paper
    const told = state
      ? paperFact({ part, state, comments }, String(attrs['kind']), String(attrs['ref']))
      : []
    return (
      <div className={classes.liveFact}>
        {told.length > 0 ? <FactLines lines={told} /> : <p>{t('hearingsAfter:fact.missing')}</p>}
      </div>
    )
  }
}
