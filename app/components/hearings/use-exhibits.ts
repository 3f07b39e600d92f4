import { useEffect, useState } from 'react'
import { getJson } from '#app/components/meetings/get-json.ts'
import type { StagedEvidence } from '#domain/hearings/types.ts'
import type { Exhibit } from '#server/services/exhibits.ts'

interface Asking {
  readonly hearingId: string
  readonly staged: StagedEvidence | null
  /** What the page came with. */
  readonly initial: readonly Exhibit[]
  readonly audience?: 'person' | 'screen'
}

/** The pieces of evidence that may be opened now, asked anew when one is put on stage that is not among them. */
export function useExhibits({ hearingId, staged, initial, audience = 'person' }: Asking): readonly Exhibit[] {
  const [exhibits, setExhibits] = useState(initial)
  const shown = staged?.evidenceId ?? ''
  // Without an id it is not shown to this person: there is nothing to ask for.
  const asks = shown !== '' && !exhibits.some(({ id }) => id === shown)
  useEffect(() => {
    if (!asks) return undefined
    const stop = new AbortController()
    getJson<{ exhibits: readonly Exhibit[] }>(
      `/hearings/${hearingId}/exhibits?audience=${audience}`,
      stop.signal,
    )
      .then((answer) => setExhibits(answer.exhibits))
      // It may not be opened, or the network is gone: the stage says that it cannot be shown here.
      .catch(() => undefined)
    return () => stop.abort()
  }, [asks, shown, hearingId, audience])
  return exhibits
}
