import { Editor } from '@tiptap/core'
import * as Y from 'yjs'
import { editorElement } from '#app/components/editor/editor-element.ts'
import { SharedChanges } from '#app/components/editor/shared-changes.ts'
import { createRealtimeClient } from '#app/realtime/client.ts'
import { documentsOf } from '#app/realtime/documents.ts'
import { browserPendingEdits } from '#app/realtime/pending-edits.ts'
import { documentExtensions } from '#protocol/text-schema.ts'

// The browser's half of in-browser.test.ts: one editor on one live document, as the product wires it.
const parameters = new URLSearchParams(location.search)
const client = createRealtimeClient({ personId: 'wang' })
const session = documentsOf(client).acquire(parameters.get('name') ?? '')
client.connection.open()

let editor: Editor | null = null
session.subscribe(() => {
  const { mode, doc } = session.snapshot()
  if (editor || mode !== 'write') return
  editor = new Editor({
    element: document.querySelector<HTMLElement>('#editor'),
    extensions: [
      ...documentExtensions,
      SharedChanges.configure({ document: doc }),
      ...(parameters.has('hold') ? [editorElement(session)] : []),
    ],
  })
  document.body.dataset['ready'] = 'true'
})

/** Focused at once: Tiptap's own command waits for the next frame, and a key before it would move nothing. */
function focusAt(place: number): void {
  editor?.commands.setTextSelection(place)
  editor?.view.focus()
}

/** A cursor key, and in the same moment, before the browser tells of it, words of somebody else at the beginning. */
function moveWhileOthersWrite(words: string): void {
  const { doc } = session.snapshot()
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const paragraph = other.getXmlFragment('default').get(0)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  if (text instanceof Y.XmlText) text.insert(0, words)
  getSelection()?.modify('move', 'backward', 'character')
  session.takeUpdates(session['id'] ?? 0, [Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc))])
}

Object.assign(window, {
  live: {
    focusAt,
    moveWhileOthersWrite,
    text: () => editor?.getText({ blockSeparator: '|' }),
    saved: () => session.snapshot().saved,
    type: (words: string) => editor?.commands.insertContent(words),
    kept: async () => (await browserPendingEdits('').load('wang', parameters.get('name') ?? '')).length,
    signedInAs: (personId: string) => browserPendingEdits('').clearOthers(personId),
  },
})
