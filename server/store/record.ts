import {
  AppendConflict,
  RecordUnavailable,
  type Head,
  type RecordStore,
  type StoredEntry,
} from '#server/record/ports.ts'
import type { Database, Tx } from './client.ts'
import { isAway, isTaken, lostRace } from './failures.ts'
import { createProjections } from './projections.ts'

/** The live record's tables. */
export function createRecordStore(database: Database): RecordStore<Tx> {
  const { client } = database
  return {
    ...createProjections(database),

    entries: (stream, afterSeq, tx = client) =>
      answered(() =>
        tx.recordEntry.findMany({ where: { stream, seq: { gt: afterSeq } }, orderBy: { seq: 'asc' } }),
      ),

    heads: (afterStream, limit) =>
      answered(() =>
        client.streamHead.findMany({
          where: { stream: { gt: afterStream } },
          orderBy: { stream: 'asc' },
          take: limit,
        }),
      ),

    transaction: (work) => answered(() => database.transaction(work)),

    async append(tx, entries) {
      for (const [first, last] of spans(entries)) await moveHead(tx, first, last)
      if (entries.length > 0) await tx.recordEntry.createMany({ data: [...entries] })
    },

    async lock(tx, stream) {
      // An update that changes nothing holds the row until the end of the transaction, on both databases.
      await tx.$executeRaw`UPDATE "StreamHead" SET "seq" = "seq" WHERE "stream" = ${stream}`
    },
  }
}

/** The database's failures in the record's words. */
async function answered<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (isTaken(error) || lostRace(error))
      throw new AppendConflict('somebody else was first', { cause: error })
    if (isAway(error)) throw new RecordUnavailable('the database is away', { cause: error })
    throw error
  }
}

/** First and last entry of each stream, in one order for everybody, so that two writers cannot wait for each other. */
function spans(entries: readonly StoredEntry[]): readonly (readonly [StoredEntry, StoredEntry])[] {
  const found = new Map<string, readonly [StoredEntry, StoredEntry]>()
  for (const entry of entries) found.set(entry.stream, [found.get(entry.stream)?.[0] ?? entry, entry])
  return [...found.values()].sort(([a], [b]) => (a.stream < b.stream ? -1 : 1))
}

async function moveHead(tx: Tx, first: StoredEntry, last: Head): Promise<void> {
  const { stream, seq, hash } = last
  if (first.seq === 1) {
    await tx.streamHead.create({ data: { stream, seq, hash } })
    return
  }
  const { count } = await tx.streamHead.updateMany({
    where: { stream, seq: first.seq - 1, hash: first.previousHash },
    data: { seq, hash },
  })
  if (count !== 1) throw new AppendConflict(`${stream} is past ${first.seq - 1}`)
}
