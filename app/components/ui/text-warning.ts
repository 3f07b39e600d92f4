import { createContext } from 'react'

/** What a page has to say about a text while it is written; null: nothing. Asked by every field for longer text. */
export const TextWarning = createContext<(text: string) => string | null>(() => null)
