import { createRealtimeClient, type RealtimeClient } from '#app/realtime/client.ts'
import { Documents } from '#app/realtime/documents.ts'
import type { DocumentSession } from '#app/realtime/document-session.ts'
import { isSame, type KeptRecord, type PendingEdits } from '#app/realtime/pending-edits.ts'
import * as Y from 'yjs'

/** A browser's storage, shared by its pages, in memory. */
export class BrowserStorage {
  readonly records = new Map<string, readonly Uint8Array[]>()

  ofPage(pageId: string): PendingEdits {
    const { records } = this
    const prefix = (personId: string, name: string) => `${personId}\n${name}\n`
    return {
      load: (personId, name) =>
        Promise.resolve(
          [...records]
            .filter(([key]) => key.startsWith(prefix(personId, name)))
            .map(([key, updates]): KeptRecord => ({ key, updates })),
        ),
      keep: (personId, name, updates) => {
        const key = prefix(personId, name) + pageId
        if (updates.length === 0) records.delete(key)
        else records.set(key, updates)
        return Promise.resolve()
      },
      drop: ({ key, updates }) => {
        const found = records.get(key)
        if (found && isSame(found, updates)) records.delete(key)
        return Promise.resolve()
      },
      clearOthers: () => Promise.resolve(),
    }
  }
}

export interface Page {
  readonly client: RealtimeClient
  readonly documents: Documents
  open(name: string): DocumentSession
  /** As a closed laptop: nothing is said to anybody. */
  close(): void
}

let pages = 0

/** A page of the product as the browser runs it, less the pictures: our own client code on a real socket. */
export function newPage(url: string, cookie: string, personId: string, storage = new BrowserStorage()): Page {
  const client = createRealtimeClient({ personId, url, socket: { forceNew: true, extraHeaders: { cookie } } })
  const documents = new Documents(client, storage.ofPage(`page-${++pages}`))
  client.connection.open()
  return {
    client,
    documents,
    open: (name) => documents.acquire(name),
    close: () => client.connection.close(),
  }
}

/** Types a paragraph at the end of the text. */
export function type(session: DocumentSession, words: string): void {
  const { doc } = session.snapshot()
  doc.transact(() => {
    const element = new Y.XmlElement('paragraph')
    element.insert(0, [new Y.XmlText(words)])
    doc.getXmlFragment('default').push([element])
  })
}

export function words(session: DocumentSession): string {
  return wordsOf(session.snapshot().doc)
}

export function wordsOf(doc: Y.Doc): string {
  return doc
    .getXmlFragment('default')
    .toArray()
    .map((element) => {
      const text = element instanceof Y.XmlElement ? element.get(0) : null
      return text instanceof Y.XmlText ? text.toJSON() : ''
    })
    .join('|')
}
