import { createContext, useContext, useMemo, type ReactNode } from 'react'
import type { CaseState } from '#domain/cases/types.ts'
import type { CaseView } from '#server/services/cases.ts'

export type Found = Pick<CaseState, 'findings' | 'conditions'>

/**
 * What this reader may see of the case a text belongs to. Blocks hold ids; their words come from here and from nowhere
 * else, so a text shows nobody more than the case's own pages do (D-70).
 */
export interface Sight {
  readonly view: Pick<CaseView, 'state' | 'people' | 'bodies'>
  /** Not what is, but what was when a version was taken. */
  readonly isPast: boolean
}

const SightContext = createContext<Sight | null>(null)

/** Null where a text is read away from its case, as a paper of a hearing is: then blocks name nothing. */
export function useSight(): Sight | null {
  return useContext(SightContext)
}

export function CaseSight({ view, children }: { view: CaseView; children: ReactNode }) {
  const sight = useMemo(() => ({ view, isPast: false }), [view])
  return <SightContext.Provider value={sight}>{children}</SightContext.Provider>
}

/** The case with its findings and conditions as they stood; null: as they stand. */
export function pastSight(sight: Sight | null, found: Found | null): Sight | null {
  if (!sight || !found) return sight
  return { view: { ...sight.view, state: { ...sight.view.state, ...found } }, isPast: true }
}

export function PastSight({ found, children }: { found: Found | null; children: ReactNode }) {
  const sight = useSight()
  const past = useMemo(() => pastSight(sight, found), [sight, found])
  return <SightContext.Provider value={past}>{children}</SightContext.Provider>
}
