import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { getJson } from '#app/components/meetings/get-json.ts'
import type { Citation } from '#domain/comments/types.ts'
import type { ServedPaper } from '#domain/hearings/types.ts'
import type { PaperOpenings } from '#server/services/served-papers.ts'
import { useHearing } from './room-context.tsx'

/** A paragraph of a paper that I may open. */
export interface Cited {
  readonly paper: ServedPaper
  readonly paragraph: number
  /** Empty until they have come. */
  readonly firstWords: string
}

interface Papers {
  /** Null where I may not open the paper, or an old comment does not say which it was. */
  readonly find: (citation: Citation | null) => Cited | null
  /** What is being read in the room; null: nothing. */
  readonly reading: { readonly paper: string; readonly paragraph: number | null } | null
  readonly read: (paper: string | null, paragraph?: number) => void
  /** Chosen for the comment that is being written. */
  readonly cited: Citation | null
  readonly cite: (citation: Citation | null) => void
}

const PapersContext = createContext<Papers | null>(null)

export function usePapers(): Papers {
  const papers = useContext(PapersContext)
  if (!papers) throw new Error('usePapers outside of a PapersProvider')
  return papers
}

interface PapersProviderProps {
  readonly openings: readonly PaperOpenings[]
  readonly children: ReactNode
}

/** The papers served to me, which of them I read, and the paragraph that I comment on. */
export function PapersProvider({ openings: loaded, children }: PapersProviderProps) {
  const { state, own } = useHearing()
  const [openings, setOpenings] = useState(loaded)
  const [reading, setReading] = useState<Papers['reading']>(null)
  const [cited, cite] = useState<Citation | null>(null)
  const { papers } = own
  const known = papers.every(({ id }) => openings.some((one) => one.id === id))
  useEffect(() => {
    if (known) return undefined
    const stop = new AbortController()
    getJson<{ openings: readonly PaperOpenings[] }>(`/hearings/${state.id}/papers`, stop.signal)
      .then((answer) => setOpenings(answer.openings))
      // Without them a citation stands with its number alone.
      .catch(() => undefined)
    return () => stop.abort()
  }, [known, papers.length, state.id])
  const value = useMemo<Papers>(
    () => ({
      find(citation) {
        const paper = papers.find(({ id }) => id === citation?.paper)
        if (!paper || !citation) return null
        const words = openings.find(({ id }) => id === paper.id)?.openings[citation.paragraph - 1]
        return { paper, paragraph: citation.paragraph, firstWords: words ?? '' }
      },
      reading,
      read: (paper, paragraph) => setReading(paper === null ? null : { paper, paragraph: paragraph ?? null }),
      cited,
      cite,
    }),
    [papers, openings, reading, cited],
  )
  return <PapersContext.Provider value={value}>{children}</PapersContext.Provider>
}
