import * as Y from 'yjs'
import type { RealtimeLog } from '../surroundings.ts'
import { foldAfter } from './fold-after.ts'
import type { LiveDocument } from './live-document.ts'
import type { DocumentsStore } from './store-port.ts'

const TRIES = 5
const FIRST_PAUSE_MS = 100

/**
 * Writes one snapshot in place of the rows it covers. In the background and one at a time per document;
 * on failure the rows are still there, it is tried five times and then left for the next occasion.
 */
export function foldInto(store: DocumentsStore, live: LiveDocument, log: RealtimeLog): Promise<void> {
  // Rows that could not be read are not to be thrown away with the ones that could.
  if (live.damaged) return Promise.resolve()
  live.folding ??= tryToFold(store, live, log).finally(() => (live.folding = null))
  return live.folding
}

async function tryToFold(store: DocumentsStore, live: LiveDocument, log: RealtimeLog): Promise<void> {
  for (let tries = 1; tries <= TRIES; tries++) {
    const covered = live.pieces
    const snapshot = Y.encodeStateAsUpdate(live.doc)
    try {
      await store.fold(live.name, live.upTo, snapshot)
      live.folded(covered, snapshot)
      live.foldAt = foldAfter(snapshot.byteLength)
      return
    } catch (error) {
      log.warn({ err: error, document: live.name, tries }, 'a document was not folded')
      if (tries < TRIES)
        await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE_MS * 2 ** (tries - 1)))
    }
  }
  // The budget is spent: not again before as many more rows have come.
  live.foldAt = live.pieces + foldAfter(live.bytes.first.byteLength)
}
