import type { DocumentsStore } from './realtime/documents/store-port.ts'
import { createKeptAtPauses, type KeptAtPauses } from './services/kept-at-pauses.ts'
import type { LiveDocuments } from './services/ports.ts'
import type { createStores } from './store/stores.ts'

interface Parts {
  readonly stores: Pick<ReturnType<typeof createStores>, 'versions'>
  /** The store of live texts; pauses are noticed behind its commits. */
  readonly store: DocumentsStore
  /** A function: the live documents are made of the store that is made here. */
  readonly documents: () => Pick<LiveDocuments, 'read'>
  readonly now: () => Date
  readonly pauseMs: number
  readonly failed: (error: unknown, name: string) => void
}

/** Versions at pauses, and the store of live texts that tells them of every commit. */
export function keepVersions(parts: Parts): {
  readonly pauses: KeptAtPauses
  readonly followed: DocumentsStore
} {
  const { stores, store, now, pauseMs, failed } = parts
  const pauses = createKeptAtPauses({
    ...{ versions: stores.versions, now, pauseMs, failed },
    documents: { read: (name) => parts.documents().read(name) },
  })
  return {
    pauses,
    followed: {
      ...store,
      async load(name) {
        const stored = await store.load(name)
        // Rows behind the snapshot: the process that took them was ended before it could put the text away.
        if (stored.updates.length > 1) pauses.written(name)
        return stored
      },
      async append(batch) {
        const last = await store.append(batch)
        for (const name of last.keys()) pauses.written(name)
        return last
      },
    },
  }
}
