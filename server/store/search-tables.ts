import { facetsOfEntry, type IndexedEntry } from '#domain/search/entry.ts'
import { tokensOf } from '#domain/search/tokens.ts'
import type { SearchAsk } from '#server/services/search-ports.ts'

/** Another layout or other tokens need another number: an index of another number is thrown away and made anew. */
export const LAYOUT = 4

/** A millisecond has room for so many entries; more move on to the next. */
const PLACES = 1024

/** Where an entry belongs by its time: the newest first, and the same whenever the index is made. */
export function firstPlace(entry: IndexedEntry): number {
  const time = Date.parse(entry.at)
  return (Number.isNaN(time) ? 0 : time) * PLACES
}

export function indexTokens(entry: IndexedEntry): readonly string[] {
  return [...facetsOfEntry(entry), ...tokensOf(entry.title, entry.text)]
}

export const mustHave = ({ tokens }: SearchAsk) => tokens
export const oneOf = ({ readers }: SearchAsk) => readers.map((reader) => `r=${reader}`)
export const noneOf = ({ without }: SearchAsk) => without.map((reader) => `x=${reader}`)
