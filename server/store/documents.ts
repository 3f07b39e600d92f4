import type { DocumentsStore, DocumentWrite } from '#server/realtime/documents/store-port.ts'
import { appendOnSqlite, checksumOf, foldOnSqlite } from './documents-on-sqlite.ts'
import type { Database } from './client.ts'
import { isTaken, lostRace } from './failures.ts'
import { Prisma } from './generated/sqlite/client.ts'

/** Prisma wants to know that the bytes are not shared memory; ours come from sockets and from Yjs. */
const bytes = (data: Uint8Array) => data as Uint8Array<ArrayBuffer>

// A process commits one batch at a time, so only other processes stand in the way, and for a moment.
const ATTEMPTS = 12
const REMEMBERED_NAMES = 10_000

/** Another process has written and folded rows that this one does not know of. */
class Overtaken extends Error {}

/** Live documents: updates in the order of their commit, folded into a snapshot now and then. */
export function createDocumentsStore(database: Database): DocumentsStore {
  const { client } = database
  // The last number of each name, as this process knows it; the primary key tells when another one went on.
  const lastSeqs = new Map<string, number>()

  async function lastSeqOf(name: string): Promise<number> {
    const known = lastSeqs.get(name)
    if (known !== undefined) return known
    const [row, snapshot] = await Promise.all([
      client.documentUpdate.findFirst({ where: { name }, orderBy: { seq: 'desc' }, select: { seq: true } }),
      client.documentSnapshot.findUnique({ where: { name }, select: { upTo: true } }),
    ])
    return Math.max(row?.seq ?? 0, snapshot?.upTo ?? 0)
  }

  /** PostgreSQL: one statement, which is a transaction by itself: an open one would cost three more trips to the database. */
  async function appendOnce(batch: readonly DocumentWrite[]): Promise<Map<string, number>> {
    const seqs = new Map<string, number>()
    for (const name of new Set(batch.map(({ name: one }) => one))) seqs.set(name, await lastSeqOf(name))
    const known = [...seqs].map(([name, seq]) => Prisma.sql`(CAST(${name} AS TEXT), CAST(${seq} AS INTEGER))`)
    const rows = batch.map(({ name, update, personId, at }) => {
      const seq = (seqs.get(name) ?? 0) + 1
      seqs.set(name, seq)
      return Prisma.sql`(CAST(${name} AS TEXT), CAST(${seq} AS INTEGER), CAST(${bytes(update)} AS BYTEA), CAST(${checksumOf(update)} AS TEXT), CAST(${personId} AS TEXT), CAST(${at} AS TEXT))`
    })
    // Behind a snapshot the rows are gone, and the key with them: another process wrote and folded.
    const written = await client.$executeRaw`
      INSERT INTO "DocumentUpdate" ("name", "seq", "data", "checksum", "personId", "at")
      SELECT * FROM (VALUES ${Prisma.join(rows)}) AS "row"
      WHERE NOT EXISTS (
        SELECT 1 FROM "DocumentSnapshot" JOIN (VALUES ${Prisma.join(known)}) AS "known"
        ON "name" = "known"."column1" AND "upTo" > "known"."column2"
      )`
    if (written !== batch.length) throw new Overtaken()
    if (lastSeqs.size > REMEMBERED_NAMES) lastSeqs.clear()
    for (const [name, seq] of seqs) lastSeqs.set(name, seq)
    return seqs
  }

  return {
    async load(name) {
      // The snapshot first: what is folded away between the two questions is then in neither, never in both;
      // asked again, it is in the snapshot.
      for (;;) {
        const snapshot = await client.documentSnapshot.findUnique({ where: { name } })
        const upTo = snapshot?.upTo ?? 0
        const rows = await client.documentUpdate.findMany({
          where: { name, seq: { gt: upTo } },
          orderBy: { seq: 'asc' },
        })
        const [first] = rows
        if (first && first.seq !== upTo + 1) {
          const now = await client.documentSnapshot.findUnique({ where: { name }, select: { upTo: true } })
          if ((now?.upTo ?? 0) > upTo) continue
        }
        const stored = snapshot ? [{ ...snapshot, seq: 0 }, ...rows] : rows
        const sound = stored.filter((row) => row.checksum === checksumOf(row.data))
        const damaged = stored.filter((row) => !sound.includes(row)).map((row) => row.seq)
        return {
          updates: sound.map((row) => row.data),
          upTo: rows.at(-1)?.seq ?? upTo,
          ...(damaged.length > 0 && { damaged }),
        }
      }
    },

    async append(batch) {
      if (batch.length === 0) return new Map()
      if (database.direct) return appendOnSqlite(database.direct, batch)
      for (let tried = 1; ; tried++) {
        try {
          return await appendOnce(batch)
        } catch (error) {
          for (const { name } of batch) lastSeqs.delete(name)
          if (tried === ATTEMPTS || !(error instanceof Overtaken || isTaken(error) || lostRace(error)))
            throw error
          // Those who collided would collide again in step.
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * tried))
        }
      }
    },

    async fold(name, upTo, snapshot) {
      if (database.direct) {
        await foldOnSqlite(database.direct, name, upTo, snapshot)
        return
      }
      const data = { upTo, data: bytes(snapshot), checksum: checksumOf(snapshot) }
      await database.transaction(async (tx) => {
        const { count } = await tx.documentSnapshot.updateMany({ where: { name, upTo: { lt: upTo } }, data })
        if (count === 0) {
          const present = await tx.documentSnapshot.findUnique({ where: { name }, select: { upTo: true } })
          // A later snapshot stands already: this one adds nothing and must not remove what it does not cover.
          if (present) return
          await tx.documentSnapshot.create({ data: { name, ...data } })
        }
        await tx.documentUpdate.deleteMany({ where: { name, seq: { lte: upTo } } })
      })
    },
  }
}
