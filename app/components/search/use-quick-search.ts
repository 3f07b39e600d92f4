import { useEffect, useState } from 'react'
import type { SearchHit } from '#server/services/search.ts'
import type { BodyNames } from './hit-words.tsx'

export interface QuickHits {
  readonly hits: readonly SearchHit[]
  readonly bodies: BodyNames
}

interface Answered extends QuickHits {
  readonly words: string
  readonly failed: boolean
}

/** Somebody who types on is not answered in between. */
const PAUSE_MS = 160

/** The first hits for what is typed; the last answer stays until the next one is there. */
export function useQuickSearch(words: string) {
  const [answered, setAnswered] = useState<Answered | null>(null)
  const asked = words.trim()

  useEffect(() => {
    if (asked === '') return
    const abort = new AbortController()
    const ask = async () => {
      try {
        const response = await fetch(`/search/hits?${new URLSearchParams({ q: asked }).toString()}`, {
          signal: abort.signal,
          headers: { Accept: 'application/json' },
        })
        if (!response.ok || response.redirected) throw new Error(String(response.status))
        setAnswered({ ...((await response.json()) as QuickHits), words: asked, failed: false })
      } catch {
        if (!abort.signal.aborted) setAnswered({ hits: [], bodies: {}, words: asked, failed: true })
      }
    }
    const timer = setTimeout(() => void ask(), PAUSE_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [asked])

  const shown = asked === '' ? null : answered
  return { answered: shown, waiting: asked !== '' && answered?.words !== asked }
}
