import { createHash } from 'node:crypto'
import type { DocumentsStore, DocumentWrite } from '#server/realtime/documents/store-port.ts'
import type { Database, Tx } from './client.ts'
import { isTaken, lostRace } from './failures.ts'

const checksumOf = (data: Uint8Array) => createHash('sha256').update(data).digest('hex')
/** Prisma wants to know that the bytes are not shared memory; ours come from sockets and from Yjs. */
const bytes = (data: Uint8Array) => data as Uint8Array<ArrayBuffer>

// A process commits one batch at a time, so only other processes stand in the way, and for a moment.
const ATTEMPTS = 12
const REMEMBERED_NAMES = 10_000

/** Live documents: updates in the order of their commit, folded into a snapshot now and then. */
export function createDocumentsStore(database: Database): DocumentsStore {
  const { client } = database
  // The last number of each name, as this process knows it; the primary key tells when another one went on.
  const lastSeqs = new Map<string, number>()

  async function lastSeq(tx: Tx, name: string, folded: number): Promise<number> {
    const known = lastSeqs.get(name)
    // Behind a snapshot the rows are gone, and the key with them: another process wrote and folded.
    if (known !== undefined && known >= folded) return known
    const row = await tx.documentUpdate.findFirst({
      where: { name },
      orderBy: { seq: 'desc' },
      select: { seq: true },
    })
    return Math.max(row?.seq ?? 0, folded)
  }

  async function appendOnce(batch: readonly DocumentWrite[]): Promise<Map<string, number>> {
    const names = [...new Set(batch.map(({ name }) => name))]
    const seqs = await database.transaction(async (tx) => {
      const snapshots = await tx.documentSnapshot.findMany({
        where: { name: { in: names } },
        select: { name: true, upTo: true },
      })
      const folded = new Map(snapshots.map(({ name, upTo }) => [name, upTo]))
      const next = new Map<string, number>()
      for (const name of names) next.set(name, await lastSeq(tx, name, folded.get(name) ?? 0))
      const data = batch.map(({ name, update, personId, at }) => {
        const seq = (next.get(name) ?? 0) + 1
        next.set(name, seq)
        return { name, seq, data: bytes(update), checksum: checksumOf(update), personId, at }
      })
      await tx.documentUpdate.createMany({ data })
      return next
    })
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
      for (let tried = 1; ; tried++) {
        try {
          return await appendOnce(batch)
        } catch (error) {
          for (const { name } of batch) lastSeqs.delete(name)
          if (tried === ATTEMPTS || !(isTaken(error) || lostRace(error))) throw error
          // Those who collided would collide again in step.
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * tried))
        }
      }
    },

    async fold(name, upTo, snapshot) {
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
