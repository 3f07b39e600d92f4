import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { WordText } from '#server/services/word-files.ts'

/** The words of a Word file, as the server read them; a line that broke is a refusal like any other. */
export async function askWords(address: string, init?: RequestInit): Promise<WordText | Refusal> {
  try {
    const answer = await fetch(address, { ...init, headers: { Accept: 'application/json' } })
    const told = (await answer.json()) as WordText & { readonly refusal?: unknown }
    if (answer.ok) return told
    return isRefusal(told.refusal) ? told.refusal : refuse('record/unavailable')
  } catch (error) {
    if (init?.signal?.aborted) throw error
    return refuse('connection/offline')
  }
}
