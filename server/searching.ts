import type { Database as DatabaseAddress } from './env.ts'
import { committedText } from './realtime/documents/committed-text.ts'
import type { DocumentsStore } from './realtime/documents/store-port.ts'
import type { RecordPort } from './services/ports.ts'
import type { EvidenceStore } from './services/evidence.ts'
import { createSearchIndexing } from './services/search-indexing.ts'
import { createDocumentReader } from './services/search-units.ts'
import type { Database } from './store/client.ts'
import { createFileReader } from './store/file-words/reader.ts'
import { createSearchSources, createStandingStore, openSearchIndex } from './store/search.ts'
import type { createStores } from './store/stores.ts'

interface Parts<Tx> {
  readonly address: DatabaseAddress
  readonly database: Database
  readonly stores: Pick<ReturnType<typeof createStores>, 'documents' | 'versions'>
  readonly record: Pick<RecordPort<Tx>, 'load'>
  readonly files: Pick<EvidenceStore, 'get'>
  readonly failed: (error: unknown, stream: string) => void
}

/** The search's index and what keeps it: for the process, and for the command that makes it anew. */
export async function openSearching<Tx>({ address, database, stores, record, files, failed }: Parts<Tx>) {
  const index = await openSearchIndex(address, database)
  const sources = createSearchSources(database)
  const documents = createDocumentReader({
    versions: stores.versions,
    texts: {
      lastChanges: sources.lastChanges,
      committed: (name) => committedText(stores.documents, name),
    },
  })
  const indexing = createSearchIndexing({
    ...{ record, index, documents, sources, failed },
    headsOf: sources.headsOf,
    readFile: createFileReader(files),
  })

  const followed: DocumentsStore = {
    ...stores.documents,
    async append(batch) {
      const last = await stores.documents.append(batch)
      for (const name of last.keys()) indexing.textTouched(name)
      return last
    },
  }

  let caughtUp: Promise<void> = Promise.resolve()

  return {
    /** For the services. */
    parts: { index, documents, standing: createStandingStore(database) },
    indexing,
    /** The store of live texts, with the index told of every commit. */
    followed,
    /** Nobody waits for what was committed while no process followed: searches find it as it comes. */
    begin() {
      caughtUp = indexing.catchUp().catch((error: unknown) => failed(error, 'all'))
    },
    /** Resolves when all that is committed is in the index. */
    async settled() {
      await caughtUp
      await indexing.settled()
    },
    async stop() {
      await indexing.stop()
      await caughtUp
      await index.close()
    },
  }
}
