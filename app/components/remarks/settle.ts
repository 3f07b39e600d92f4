import { DecorationSet, type Decoration, type EditorView } from '@tiptap/pm/view'
import { bindingOf } from './anchors.ts'
import type { RemarkBoard } from './board.ts'
import { lookUp } from './look-up.ts'
import { decorate, numberOf, placesKey } from './places.ts'

/** Draws the remarks where their words are now; an editor that may write tells of those that Yjs has lost. */
export function settle(view: EditorView, board: RemarkBoard, all: boolean): void {
  const places = placesKey.getState(view.state)
  const binding = bindingOf(view.state)
  if (!places || !binding) return
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
  const decorations: Decoration[] = []
  for (const [number, { from, to }] of found)
    if (from < to && to <= doc.content.size) decorations.push(decorate(number, { from, to }, board))
  const set = DecorationSet.create(doc, decorations)
  const settled = { set, touched: new Set<number>(), own: new Set<number>() }
  view.dispatch(view.state.tr.setMeta(placesKey, settled).setMeta('addToHistory', false))
  if (moved.length > 0 && view.editable) board.rebound(moved)
}
