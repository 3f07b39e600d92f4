/** What can be found; `person` stands in no index, there are few of them. */
export const SEARCH_KINDS = [
  'case',
  'document',
  'remark',
  'evidence',
  'meeting',
  'hearing',
  'comment',
  'minutes',
  'person',
] as const
export type SearchKind = (typeof SEARCH_KINDS)[number]

/** Of a remark only whether it is dealt with: whose words were taken, the text itself tells. */
export const REMARK_STATES = ['open', 'resolved'] as const

/** What there is of a thing for a search, as far as one who sees all of it sees it. */
export interface SearchEntry {
  /** The stream, and what in it: `case/…`, `case/…/facts`, `case/…/evidence/…/text`, `remarks/case/…/facts/3`. */
  readonly id: string
  readonly kind: Exclude<SearchKind, 'person'>
  readonly title: string
  readonly text: string
  /** Stage of the case, status of the meeting, hearing or comment, step of the minutes, whether a remark is resolved. */
  readonly state: string
  readonly year: number
  /** Bodies of the case or meeting. */
  readonly bodyIds: readonly string[]
  /** What results are ordered by, newest first; ISO 8601 in UTC. It changes as little as possible. */
  readonly at: string
}

/** For whom an entry is proposed at all; what he then sees is decided by what his page would show (Z-03). */
export interface Audience {
  /** One of these is enough (`reader.ts`). */
  readonly readers: readonly string[]
  /** None of these. */
  readonly without: readonly string[]
}

export interface IndexedEntry extends SearchEntry, Audience {}

export interface SearchFilter {
  readonly kind: SearchKind | null
  readonly state: string | null
  readonly year: number | null
  readonly bodyId: string | null
}

export const NO_FILTER: SearchFilter = { kind: null, state: null, year: null, bodyId: null }

export function passes({ kind, state, year, bodyId }: SearchFilter, entry: SearchEntry): boolean {
  return (
    (kind === null || entry.kind === kind) &&
    (state === null || entry.state === state) &&
    (year === null || entry.year === year) &&
    (bodyId === null || entry.bodyIds.includes(bodyId))
  )
}

/** The filter in the index's own words. */
export function facetsOf({ kind, state, year, bodyId }: SearchFilter): readonly string[] {
  return [
    ...(kind === null ? [] : [`k=${kind}`]),
    ...(state === null ? [] : [`s=${state}`]),
    ...(year === null ? [] : [`y=${String(year)}`]),
    ...(bodyId === null ? [] : [`b=${bodyId}`]),
  ]
}

export function facetsOfEntry(entry: IndexedEntry): readonly string[] {
  const { kind, state, year, bodyIds, readers, without } = entry
  return [
    ...facetsOf({ kind, state, year, bodyId: null }),
    ...bodyIds.map((bodyId) => `b=${bodyId}`),
    ...readers.map((reader) => `r=${reader}`),
    ...without.map((reader) => `x=${reader}`),
  ]
}
