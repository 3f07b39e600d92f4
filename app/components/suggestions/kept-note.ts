import { useKeptWords, type HalfWritten } from '#app/components/ui/use-kept-words.ts'

/** Why a draft of suggestions proposes what it does (修订说明), until the draft is sent or given up. */
export const useKeptNote = (name: string): HalfWritten => useKeptWords(`note on suggestions for ${name}`)
