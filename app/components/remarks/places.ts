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
export const numberOf = (decoration: Decoration) => (decoration.spec as { readonly number: number }).number

export function decorate(number: number, { from, to }: Range, board: RemarkBoard): Decoration {
  const remark = board.remarks.get(number)
  const isActive = board.snapshot().active === number
  const look = isActive ? classes.active : remark?.resolved ? null : classes.remark
  return Decoration.inline(from, to, look ? { class: look } : {}, { number })
}
