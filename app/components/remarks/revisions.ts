import { Plugin, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import classes from '#app/components/suggestions/revisions.module.css'
import { revisionOf } from '#domain/remarks/revision.ts'
import type { SeenRemark } from '#domain/remarks/view.ts'
import type { RemarkBoard } from './board.ts'
import { numberOf, placesKey } from './places.ts'

/** Open suggestions where they stand in the text: what is to go struck through, what is to come underlined. */
export function revisions(board: RemarkBoard): Plugin {
  let drawn: { readonly of: readonly unknown[]; readonly set: DecorationSet } | null = null
  return new Plugin({
    props: {
      decorations(state) {
        const places = placesKey.getState(state)?.set
        if (!places) return null
        const of = [places, state.doc, board.remarks]
        if (!drawn || of.some((one, at) => one !== drawn?.of[at]))
          drawn = { of, set: draw(state, places, board) }
        return drawn.set
      },
    },
  })
}

function draw(state: EditorState, places: DecorationSet, board: RemarkBoard): DecorationSet {
  const marks = places.find().flatMap((place) => {
    const remark = board.remarks.get(numberOf(place))
    if (!remark?.suggestion || remark.resolved) return []
    // The words have changed since: it is no proposal for those that stand there now.
    if (state.doc.textBetween(place.from, place.to, '\n') !== remark.suggestion.before) return []
    return marksOf(remark, place.from, board)
  })
  return DecorationSet.create(state.doc, marks)
}

function marksOf(remark: SeenRemark, from: number, board: RemarkBoard): readonly Decoration[] {
  const { suggestion, number } = remark
  if (!suggestion) return []
  const { start, removed, added } = revisionOf(suggestion)
  const by = board.say(remark)
  const at = from + start
  const end = at + removed.length
  const attributes = { 'data-revision': String(number), 'data-by': by, title: by }
  const gone = { nodeName: 'del', class: classes.removed ?? '', ...attributes }
  const come = () => {
    const element = document.createElement('ins')
    element.className = classes.added ?? ''
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    element.setAttribute('aria-description', by)
    element.contentEditable = 'false'
    element.tabIndex = 0
    element.addEventListener('focus', () => board.activate(number))
    element.textContent = added
    return element
  }
  return [
    ...(removed === '' ? [] : [Decoration.inline(at, end, gone)]),
    ...(added === ''
      ? []
      : [Decoration.widget(end, come, { side: 1, key: `${String(number)} ${by} ${added}` })]),
  ]
}
