import {
  Awareness,
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness'
import * as Y from 'yjs'
import { readPresence, writePresence } from '#protocol/presence-bytes.ts'
import { TEXT_FIELD } from '#protocol/text-field.ts'

/** Marks changes that came from the server or were kept from an earlier page: they are not typed here. */
const NOT_TYPED = Symbol('not typed here')

/** One copy of a document and who has the cursor where; thrown away and made anew when it may not be shown. */
export class SharedText {
  readonly doc = new Y.Doc()
  readonly awareness = new Awareness(this.doc)

  constructor(onTyped: (update: Uint8Array) => void, onCursor: () => void) {
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== NOT_TYPED) onTyped(update)
    })
    this.awareness.on('update', (_: unknown, origin: unknown) => {
      if (origin === 'local') onCursor()
    })
  }

  /** Several in one transaction: the editor draws once. */
  take(...updates: readonly Uint8Array[]): void {
    this.doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.doc, update, NOT_TYPED)
    }, NOT_TYPED)
  }

  takePresence(frame: Uint8Array): void {
    // One frame goes to all, the own line in it; here it is known better.
    const others = readPresence(frame).filter(({ clientId }) => clientId !== this.doc.clientID)
    if (others.length > 0) applyAwarenessUpdate(this.awareness, writePresence(others), 'server')
  }

  /** Null when there is nothing to say. */
  ownPresence(): Uint8Array | null {
    if (this.awareness.getLocalState() === null) return null
    return encodeAwarenessUpdate(this.awareness, [this.doc.clientID])
  }

  /** Without a connection nobody knows where the others are. */
  forgetOthers(): void {
    const others = [...this.awareness.getStates().keys()].filter((id) => id !== this.doc.clientID)
    removeAwarenessStates(this.awareness, others, 'server')
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.doc)
  }

  /** Everything the server lacks, by its state vector; null when it lacks nothing. */
  missingAt(serverVector: Uint8Array): Uint8Array | null {
    const theirs = Y.decodeStateVector(serverVector)
    const ours = Y.decodeStateVector(this.stateVector())
    const isAhead = [...ours].some(([clientId, clock]) => clock > (theirs.get(clientId) ?? 0))
    return isAhead ? this.since(serverVector) : null
  }

  since(serverVector: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc, serverVector)
  }

  /** The words with further updates applied, for copying; the copy shown is not touched. */
  wordsWith(updates: readonly Uint8Array[]): string {
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.doc))
    for (const update of updates) Y.applyUpdate(copy, update)
    return blocks(copy.getXmlFragment(TEXT_FIELD)).join('\n')
  }

  destroy(): void {
    this.awareness.destroy()
    this.doc.destroy()
  }
}

/** A line for each block that has words of its own. */
function blocks(parent: Y.XmlFragment): string[] {
  return parent.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return [plain(child)]
    return child instanceof Y.XmlElement ? blocks(child) : []
  })
}

function plain(text: Y.XmlText): string {
  const delta = text.toDelta() as readonly { readonly insert?: unknown }[]
  return delta.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('')
}
