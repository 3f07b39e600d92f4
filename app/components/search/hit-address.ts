import { evidencePath, placeSearch } from '#app/components/evidence/paths.ts'
import type { SearchHit } from '#server/services/search.ts'

/** Where a hit is to be read. */
export function addressOf(hit: Pick<SearchHit, 'id' | 'kind' | 'title' | 'page'>): string {
  const { id, kind, title, page } = hit
  const [noun = '', of = '', part, within = '', what, markId = ''] = id.split('/')
  if (kind === 'person') return `/search?${new URLSearchParams({ q: title.text, kind: 'case' }).toString()}`
  if (noun === 'meeting') return `/meetings/${of}`
  if (noun === 'minutes') return `/minutes/${of}`
  if (noun === 'remarks') {
    const [caseId = '', text = '', number = ''] = id.split('/').slice(2)
    return `/cases/${caseId}/dossier/${text}?remark=${number}`
  }
  if (kind === 'comment') return `/hearings/${of}`
  if (noun === 'hearing') return part === undefined ? `/hearings/${of}` : `/hearings/${of}/${part}`
  if (kind === 'evidence') {
    if (what === undefined) return `/cases/${of}/evidence`
    return evidencePath(of, within, what === 'mark' ? `?mark=${markId}` : placeSearch(null, page))
  }
  if (kind === 'document')
    return part?.startsWith('opinion-') ? `/cases/${of}/opinions` : `/cases/${of}/dossier/${part ?? ''}`
  return `/cases/${of}`
}

export interface PartName {
  readonly key: string
  readonly bodyId: string | null
}

/** Which text of a case, hearing or set of minutes it is, or is said on; null: none. */
export function partOf({ id, kind }: Pick<SearchHit, 'id' | 'kind'>): PartName | null {
  const [noun, , part] = kind === 'remark' ? id.split('/').slice(1) : id.split('/')
  if (part === undefined || (kind !== 'document' && kind !== 'remark' && noun !== 'minutes')) return null
  const bodyId = part.startsWith('opinion-') ? part.slice('opinion-'.length) : null
  return { key: bodyId === null ? part : 'opinion', bodyId }
}
