import { Editor } from '@tiptap/core'
import Collaboration from '@tiptap/extension-collaboration'
import { createRealtimeClient } from '#app/realtime/client.ts'
import { holdDuringComposition } from '#app/realtime/composition-guard.ts'
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
    extensions: [...documentExtensions, Collaboration.configure({ document: doc })],
  })
  if (parameters.has('hold')) holdDuringComposition(editor.view.dom, session)
  document.body.dataset['ready'] = 'true'
})

Object.assign(window, {
  live: {
    text: () => editor?.getText({ blockSeparator: '|' }),
    focusAt: (place: number) => editor?.chain().focus().setTextSelection(place).run(),
    saved: () => session.snapshot().saved,
    type: (words: string) => editor?.commands.insertContent(words),
    kept: async () => (await browserPendingEdits('').load('wang', parameters.get('name') ?? '')).length,
    signedInAs: (personId: string) => browserPendingEdits('').clearOthers(personId),
  },
})
