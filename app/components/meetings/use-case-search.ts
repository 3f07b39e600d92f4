import { useRef, useState } from 'react'
import type { Stage } from '#domain/cases/types.ts'
import { getJson } from './get-json.ts'

/** A case that may come onto an agenda, as the search answers. */
export interface FoundCase {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly subjects: string
  readonly stage: Stage
}

/** Searches the cases the person may read; `found` is null before the first answer. */
export function useCaseSearch(initial: readonly FoundCase[] | null = null) {
  const [found, setFound] = useState(initial)
  const [busy, setBusy] = useState(false)
  const newest = useRef(0)

  async function search(words: string): Promise<void> {
    const mine = ++newest.current
    setBusy(true)
    try {
      const { cases } = await getJson<{ cases: readonly FoundCase[] }>(
        `/meetings/case-search?search=${encodeURIComponent(words)}`,
      )
      if (mine === newest.current) setFound(cases)
    } catch {
      if (mine === newest.current) setFound([])
    } finally {
      if (mine === newest.current) setBusy(false)
    }
  }

  return { found, busy, search }
}
