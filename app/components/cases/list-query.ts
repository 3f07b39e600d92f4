import { STAGES } from '#domain/cases/types.ts'
import type { CaseQuery } from '#server/services/cases.ts'

const SORTS = ['updated', 'number', 'title'] as const

/** The list's filters live in its address: it can be sent to a colleague and comes back with "back". */
export function queryFrom(search: URLSearchParams): CaseQuery {
  const sort = SORTS.find((known) => known === search.get('sort')) ?? 'updated'
  const page = Number(search.get('page') ?? 1)
  return {
    search: (search.get('q') ?? '').trim().slice(0, 100),
    stage: STAGES.find((known) => known === search.get('stage')) ?? null,
    sort,
    // Newest first is what one looks for; titles are read from the beginning.
    descending: search.has('order') ? search.get('order') === 'desc' : sort !== 'title',
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  }
}

/** The address of the same list with something changed; whatever is changed begins at the first page. */
export function searchFor(query: CaseQuery, change: Partial<CaseQuery>): string {
  const next = { ...query, page: 1, ...change }
  const search = new URLSearchParams()
  if (next.search) search.set('q', next.search)
  if (next.stage) search.set('stage', next.stage)
  if (next.sort !== 'updated') search.set('sort', next.sort)
  if (next.descending !== (next.sort !== 'title')) search.set('order', next.descending ? 'desc' : 'asc')
  if (next.page > 1) search.set('page', String(next.page))
  const text = search.toString()
  return text ? `?${text}` : ''
}

export { SORTS }
