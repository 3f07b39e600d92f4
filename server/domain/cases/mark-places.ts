import type { MarkPlace } from './evidence-types.ts'

/** On one piece, withdrawn ones too: they are numbered, and travel with every view of the case. */
export const MOST_MARKS = 500
/** Letters of a mark's note. */
export const MARK_NOTE = 1000

/** How a piece is marked: on its pages, a picture being one, or by the time of what is played; null: not at all. */
export function markedBy(mediaType: string): MarkPlace['kind'] | null {
  if (mediaType === 'application/pdf' || mediaType.startsWith('image/')) return 'zone'
  return /^(audio|video)\//.test(mediaType) ? 'time' : null
}

export function takesMark(mediaType: string, place: MarkPlace): boolean {
  if (place.kind !== markedBy(mediaType)) return false
  return place.kind === 'time' || place.page === 1 || mediaType === 'application/pdf'
}
