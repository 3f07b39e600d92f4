import { Extension } from '@tiptap/core'
import { Plugin, TextSelection, type EditorState } from '@tiptap/pm/state'
import { relativePositionToAbsolutePosition, ySyncPluginKey, type ProsemirrorBinding } from '@tiptap/y-tiptap'

interface SyncState {
  readonly binding: ProsemirrorBinding
  readonly isChangeOrigin: boolean
}

const syncStateOf = (state: EditorState) => ySyncPluginKey.getState(state) as SyncState | undefined

/**
 * After a change of others the cursor stands where Yjs knows it, between the same letters. y-tiptap 3.0.9 guesses
 * by the words of the paragraph instead wherever blocks came or went: of two new, still empty paragraphs it
 * takes the first, so that people who begin a paragraph at the same moment type into each other's words.
 */
export const keepPlace = Extension.create({
  name: 'keepPlace',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction(transactions, _, state) {
        if (!transactions.some((one) => one.docChanged)) return null
        const sync = syncStateOf(state)
        if (!sync?.isChangeOrigin) return null
        const { doc, type, mapping, beforeTransactionSelection: before } = sync.binding
        // Only until the first letter there is none; the library's types do not say so.
        if ((before as typeof before | null)?.type !== 'text') return null
        const placeOf = (relative: unknown) =>
          relative === null ? null : relativePositionToAbsolutePosition(doc, type, relative, mapping)
        const head = placeOf(before.head)
        const anchor = placeOf(before.anchor) ?? head
        if (head === null || anchor === null || Math.max(head, anchor) > state.doc.content.size) return null
        const place = TextSelection.between(state.doc.resolve(anchor), state.doc.resolve(head))
        if (place.eq(state.selection)) return null
        return state.tr
          .setSelection(place)
          .setMeta('addToHistory', false)
          .setMeta(ySyncPluginKey, { isChangeOrigin: true })
      },
    }),
  ],
})
