import type { SeenRemark } from '#domain/remarks/view.ts'
import type { Place } from './board.ts'

export const STATES = ['open', 'suggested', 'resolved', 'detached', 'mine', 'all'] as const
export type StateFilter = (typeof STATES)[number]

export interface Filter {
  readonly state: StateFilter
  /** '' for all. */
  readonly bodyId: string
  /** Shown whatever the filter says: one that somebody was led to, those in which he writes. */
  readonly also?: readonly number[]
}

/** Its words are gone from the text; never said of one about the whole text, nor before the editor has looked. */
export function isDetached(
  { anchor, number }: SeenRemark,
  places: ReadonlyMap<number, Place>,
  looked: boolean,
): boolean {
  return looked && anchor !== null && !places.has(number)
}

/** Those that a filter leaves, in the order of the text; about the whole text first, without a place last. */
export function shownRemarks(
  remarks: Iterable<SeenRemark>,
  { state, bodyId, also = [] }: Filter,
  places: ReadonlyMap<number, Place>,
  looked: boolean,
): readonly SeenRemark[] {
  const fits = (remark: SeenRemark) => {
    if (also.includes(remark.number)) return true
    if (bodyId !== '' && remark.messages[0]?.bodyId !== bodyId) return false
    switch (state) {
      case 'open':
        return remark.resolved === null
      case 'suggested':
        return remark.suggestion !== null && remark.resolved === null
      case 'resolved':
        return remark.resolved !== null
      case 'detached':
        return isDetached(remark, places, looked)
      case 'mine':
        return remark.waitsForMe
      case 'all':
        return true
    }
  }
  const order = (remark: SeenRemark) =>
    remark.anchor === null ? -1 : (places.get(remark.number)?.from ?? Number.MAX_SAFE_INTEGER)
  return [...remarks].filter(fits).sort((a, b) => order(a) - order(b) || a.number - b.number)
}
