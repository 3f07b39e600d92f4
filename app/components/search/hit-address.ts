import type { SearchHit } from '#server/services/search.ts'

/** Where a hit is to be read. */
export function addressOf({ id, kind, title }: Pick<SearchHit, 'id' | 'kind' | 'title'>): string {
  const [noun = '', of = '', part] = id.split('/')
  if (kind === 'person') return `/search?${new URLSearchParams({ q: title.text, kind: 'case' }).toString()}`
  if (noun === 'meeting') return `/meetings/${of}`
  if (noun === 'minutes') return `/minutes/${of}`
  if (noun === 'hearing') return part === undefined ? `/hearings/${of}` : `/hearings/${of}/${part}`
  if (kind === 'evidence') return `/cases/${of}/evidence`
  if (kind === 'document')
    return part?.startsWith('opinion-') ? `/cases/${of}/opinions` : `/cases/${of}/dossier/${part ?? ''}`
  return `/cases/${of}`
}

export interface PartName {
  readonly key: string
  readonly bodyId: string | null
}

/** Which text of a case, hearing or set of minutes it is; null: none. */
export function partOf({ id, kind }: Pick<SearchHit, 'id' | 'kind'>): PartName | null {
  const [noun, , part] = id.split('/')
  if (part === undefined || (kind !== 'document' && noun !== 'minutes')) return null
  const bodyId = part.startsWith('opinion-') ? part.slice('opinion-'.length) : null
  return { key: bodyId === null ? part : 'opinion', bodyId }
}
