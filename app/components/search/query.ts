import { COMMENT_STATUSES } from '#domain/comments/types.ts'
import { MEETING_STATUSES } from '#domain/meetings/types.ts'
import { HEARING_STATUSES } from '#domain/hearings/types.ts'
import { MINUTES_STEPS } from '#domain/minutes/types.ts'
import { STAGES } from '#domain/cases/types.ts'
import { REMARK_STATES, SEARCH_KINDS, type SearchFilter, type SearchKind } from '#domain/search/entry.ts'
import { LONGEST_QUERY } from '#domain/search/query.ts'
import type { SearchPlace } from '#server/services/search.ts'

export interface SearchAddress extends SearchFilter {
  readonly words: string
  readonly after: SearchPlace | null
}

/** Whose words the states of a kind are; a text or piece has the stage of its case. */
export type StateOwner = 'case' | 'remark' | 'meeting' | 'hearing' | 'comment' | 'minutes'

export function stateOwner(kind: SearchKind | null): StateOwner {
  return kind === null || kind === 'document' || kind === 'evidence' || kind === 'person' ? 'case' : kind
}

export const STATES: Readonly<Record<StateOwner, readonly string[]>> = {
  case: STAGES,
  remark: REMARK_STATES,
  meeting: MEETING_STATUSES,
  hearing: HEARING_STATUSES,
  comment: COMMENT_STATUSES,
  minutes: MINUTES_STEPS,
}

/** `title.18…` or `anywhere.18…`; anything else begins at the first. */
function placeFrom(text: string | null): SearchPlace | null {
  const [, tier, place] = /^(title|anywhere)\.(\d{1,16})?$/.exec(text ?? '') ?? []
  if (tier !== 'title' && tier !== 'anywhere') return null
  return { tier, place: place === undefined ? null : Number(place) }
}

export const placeTo = ({ tier, place }: SearchPlace) => `${tier}.${place === null ? '' : String(place)}`

/** Words and filters live in the address: it can be sent to a colleague, who finds what he may see. */
export function searchFrom(params: URLSearchParams): SearchAddress {
  const kind = SEARCH_KINDS.find((known) => known === params.get('kind')) ?? null
  const year = /^(19|20)\d\d$/.exec(params.get('year') ?? '')
  return {
    words: (params.get('q') ?? '').slice(0, LONGEST_QUERY),
    kind,
    state: STATES[stateOwner(kind)].find((known) => known === params.get('state')) ?? null,
    year: year ? Number(year[0]) : null,
    bodyId: /^[\w.-]{1,64}$/.exec(params.get('body') ?? '')?.[0] ?? null,
    after: placeFrom(params.get('after')),
  }
}

export function searchTo({ words, kind, state, year, bodyId, after }: SearchAddress): string {
  const params = new URLSearchParams({ q: words })
  if (kind !== null) params.set('kind', kind)
  if (state !== null) params.set('state', state)
  if (year !== null) params.set('year', String(year))
  if (bodyId !== null) params.set('body', bodyId)
  if (after !== null) params.set('after', placeTo(after))
  return `/search?${params.toString()}`
}
