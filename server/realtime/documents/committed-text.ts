import * as Y from 'yjs'
import { textOf } from './document-text.ts'
import type { DocumentsStore } from './store-port.ts'

/** The words of a document as they are committed, read from the store past what is held in memory. */
export async function committedText(store: Pick<DocumentsStore, 'load'>, name: string): Promise<string> {
  const { updates } = await store.load(name)
  if (updates.length === 0) return ''
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  const { text } = textOf(doc)
  doc.destroy()
  return text
}
