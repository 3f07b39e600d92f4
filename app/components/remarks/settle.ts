import type { EditorView } from '@tiptap/pm/view'
import { bindingOf } from './anchors.ts'
import type { Rebound, RemarkBoard } from './board.ts'
import { lookUp } from './look-up.ts'
import { numberOf, placesKey, redrawn } from './places.ts'

/** Draws the remarks where their words are now; answers those that Yjs has lost and this editor has not. */
export function settle(view: EditorView, board: RemarkBoard, all: boolean): readonly Rebound[] {
  const places = placesKey.getState(view.state)
  const binding = bindingOf(view.state)
  if (!places || !binding) return []
  const { doc } = view.state
  const known = new Map(places.set.find().map((decoration) => [numberOf(decoration), decoration]))
  const anchors = new Map(
    [...board.remarks].flatMap(([number, { anchor }]) => (anchor ? [[number, anchor] as const] : [])),
  )
  const { found, moved } = lookUp({
    doc,
    binding,
    anchors,
    known,
    touched: all ? null : places.touched,
    own: places.own,
  })
  const set = redrawn(places, doc, found, board)
  const settled = { set, touched: new Set<number>(), own: new Set<number>() }
  view.dispatch(view.state.tr.setMeta(placesKey, settled).setMeta('addToHistory', false))
  return moved
}
