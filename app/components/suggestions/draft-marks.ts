import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { bindingOf, runsOf } from '#app/components/remarks/anchors.ts'
import type { Change, Compared } from './changes.ts'
import type { Draft } from './draft.ts'
import classes from './revisions.module.css'

const key = new PluginKey<DecorationSet>('draftMarks')
/** After the last letter. */
const PAUSE_MS = 150

function gone(words: string): HTMLElement {
  const element = document.createElement('del')
  element.className = classes.removed ?? ''
  element.contentEditable = 'false'
  element.textContent = words
  return element
}

function marksOf(state: EditorState, changes: readonly Change[]): DecorationSet {
  const binding = bindingOf(state)
  if (!binding) return DecorationSet.empty
  const starts = runsOf(binding)
  let end = 0
  const marks = changes.flatMap(({ added, removed }) => {
    const pieces = added.flatMap(({ letters, from, to }) => {
      const at = starts.get(letters)
      if (at === undefined) return []
      end = at + to
      const attributes = { nodeName: 'ins', class: classes.added ?? '' }
      return [Decoration.inline(at + from, at + to, attributes, { inclusiveEnd: true })]
    })
    if (removed.words === '') return pieces
    const at = removed.letters ? starts.get(removed.letters) : undefined
    // Where a whole paragraph went, it is shown behind what stands before it.
    const place = at === undefined ? end : at + removed.at
    if (at !== undefined) end = Math.max(end, place)
    const { words } = removed
    return [...pieces, Decoration.widget(place, () => gone(words), { side: -1, key: words })]
  })
  return DecorationSet.create(state.doc, marks)
}

/** Shows in a draft what differs from the text, and tells it. */
export function draftMarks(draft: Draft, onCompared: (compared: Compared) => void): Extension {
  return Extension.create({
    name: 'draftMarks',
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (transaction, marks) =>
            (transaction.getMeta(key) as DecorationSet | undefined) ??
            marks.map(transaction.mapping, transaction.doc),
        },
        props: { decorations: (state) => key.getState(state) },
        view: (view) => watch(view, draft, onCompared),
      }),
    ],
  })
}

function watch(view: EditorView, draft: Draft, onCompared: (compared: Compared) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (view.isDestroyed) return
      // Marks drawn under an input method break its composition, and what the text brought waits for its end.
      if (view.composing) {
        soon()
        return
      }
      const compared = draft.compare()
      const marks = marksOf(view.state, compared.changes)
      view.dispatch(view.state.tr.setMeta(key, marks).setMeta('addToHistory', false))
      onCompared(compared)
    }, PAUSE_MS)
  }
  return {
    update: (_: EditorView, before: EditorState) => {
      if (before.doc !== view.state.doc) soon()
    },
    destroy: () => clearTimeout(timer),
  }
}
