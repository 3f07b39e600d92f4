import type { Node } from '@tiptap/pm/model'
import { PluginKey } from '@tiptap/pm/state'
import { Decoration, type DecorationSet } from '@tiptap/pm/view'
import type { Range } from './anchors.ts'
import type { RemarkBoard } from './board.ts'
import classes from './remark-places.module.css'

export interface Places {
  readonly set: DecorationSet
  /** Numbers whose words a change has touched since they were looked up last. */
  readonly touched: ReadonlySet<number>
  /** Those of them whose letters this editor has y-tiptap write anew. */
  readonly own: ReadonlySet<number>
}

export const placesKey = new PluginKey<Places>('remarkPlaces')
interface Spec {
  readonly number: number
  readonly look: string | null
}
const specOf = (decoration: Decoration) => decoration.spec as Spec
export const numberOf = (decoration: Decoration) => specOf(decoration).number

function lookOf(number: number, board: RemarkBoard): string | null {
  const isActive = board.snapshot().active === number
  const remark = board.remarks.get(number)
  // What is suggested is drawn by itself (revisions.ts).
  const isQuiet = remark?.resolved ?? remark?.suggestion
  const look = isActive ? classes.active : isQuiet ? null : classes.remark
  return look ?? null
}

/** The marks as they are to be, of those that are: what has neither moved nor changed its look stays the same. */
export function redrawn(
  { set }: Places,
  doc: Node,
  found: ReadonlyMap<number, Range>,
  board: RemarkBoard,
): DecorationSet {
  const standing = new Map(set.find().map((decoration) => [specOf(decoration).number, decoration]))
  const added: Decoration[] = []
  for (const [number, { from, to }] of found) {
    const look = lookOf(number, board)
    const stands = standing.get(number)
    if (stands?.from === from && stands.to === to && specOf(stands).look === look) standing.delete(number)
    else if (from < to && to <= doc.content.size)
      added.push(Decoration.inline(from, to, look ? { class: look } : {}, { number, look } satisfies Spec))
  }
  return set.remove([...standing.values()]).add(doc, added)
}
