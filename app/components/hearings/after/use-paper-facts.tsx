import { Button } from '@mantine/core'
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { exhibitViewPath } from '#app/components/exhibits/paths.ts'
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
    const kind = String(attrs['kind'])
    const ref = String(attrs['ref'])
    const open = kind === 'exhibit' ? <OpenShown id={ref} /> : null
    const frozen = linesOf({ type: 'recordFact', attrs })
    if (frozen)
      return (
        <>
          <FactLines lines={frozen} />
          {open}
        </>
      )
    const { part, comments } = paper
    const told = state ? paperFact({ part, state, comments }, kind, ref) : []
    return (
      <div className={classes.liveFact}>
        {told.length > 0 ? <FactLines lines={told} /> : <p>{t('hearingsAfter:fact.missing')}</p>}
        {open}
      </div>
    )
  }
}

/** The pages that were shown, for whoever may open the piece. */
function OpenShown({ id }: { id: string }) {
  const { t } = useTranslation('hearingsAfter')
  const { state, exhibits } = usePaper()
  const shown = state?.shown.find((one) => one.id === id)
  if (!state || !shown || !exhibits.some((piece) => piece.id === shown.evidenceId)) return null
  const pages = [...new Set(shown.views.map(({ page }) => page))]
  return (
    <p>
      {pages.map((page) => (
        <Button
          key={page}
          component={Link}
          to={exhibitViewPath(state.id, shown.evidenceId, page)}
          target="_blank"
          variant="subtle"
          size="compact-sm"
        >
          {t('hearingsAfter:fact.openAt', { page })}
        </Button>
      ))}
    </p>
  )
}
