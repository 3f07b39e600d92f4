import { useEffect, useState } from 'react'
import { getJson } from '#app/components/meetings/get-json.ts'
import { SEES } from '#domain/hearings/sight.ts'
import type { Exhibit } from '#server/services/exhibits.ts'
import { useHearing } from './room-context.tsx'

/** The pieces of evidence I may open now: what the page came with, asked anew when something else is put on stage. */
export function useExhibits(initial: readonly Exhibit[]): readonly Exhibit[] {
  const { state, shared } = useHearing()
  const [exhibits, setExhibits] = useState(initial)
  const staged = state.staged?.evidenceId ?? null
  const known = staged === null || exhibits.some(({ id }) => id === staged)
  const asks = !known && SEES[shared.sight].papers
  useEffect(() => {
    if (!asks) return undefined
    const stop = new AbortController()
    getJson<{ exhibits: readonly Exhibit[] }>(`/hearings/${state.id}/exhibits`, stop.signal)
      .then((answer) => setExhibits(answer.exhibits))
      // It may not be opened, or the network is gone: the stage says that it cannot be shown here.
      .catch(() => undefined)
    return () => stop.abort()
  }, [asks, staged, state.id])
  return exhibits
}
