import type { EvidenceMark } from '#domain/cases/evidence-types.ts'

/** Where in a piece a mark is; without one a page of it, or its beginning. */
export function placeSearch(mark: EvidenceMark | null, page: number | null = null): string {
  if (!mark) return page === null ? '' : `?page=${String(page)}`
  const { id, place } = mark
  return `?${place.kind === 'time' ? `at=${String(place.second)}` : `page=${String(place.page)}`}&mark=${id}`
}

/** Where a piece of evidence is looked at, at such a place of it. */
export const evidencePath = (caseId: string, evidenceId: string, search: string) =>
  `/cases/${caseId}/evidence/${evidenceId}/view${search}`

/** A page as somebody wrote it; null: it is none. */
export const pageIn = (text: string): number | null => (/^[1-9]\d{0,4}$/.test(text) ? Number(text) : null)
