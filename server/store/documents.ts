import type { DocumentsStore, StoredDocument } from '#server/realtime/documents/store-port.ts'
import { appendOnPostgres, foldOnPostgres } from './documents-on-postgres.ts'
import { appendOnSqlite, checksumOf, foldOnSqlite } from './documents-on-sqlite.ts'
import type { Database } from './client.ts'

/** Live documents: updates in the order of their commit, folded into a snapshot now and then. */
export function createDocumentsStore(database: Database): DocumentsStore {
  const { client, direct } = database

  async function load(name: string): Promise<StoredDocument> {
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
  }

  return {
    load,

    async since(name, upTo) {
      const rows = await client.documentUpdate.findMany({
        where: { name, seq: { gt: upTo } },
        orderBy: { seq: 'asc' },
      })
      const sound = rows.filter((row) => row.checksum === checksumOf(row.data))
      if (rows[0]?.seq === upTo + 1 && sound.length === rows.length)
        return { updates: sound.map((row) => row.data), upTo: rows.at(-1)?.seq ?? upTo }
      const snapshot = await client.documentSnapshot.findUnique({ where: { name }, select: { upTo: true } })
      if (rows.length === 0 && (snapshot?.upTo ?? 0) <= upTo) return { updates: [], upTo }
      return load(name)
    },

    append(batch) {
      if (batch.length === 0) return Promise.resolve(new Map())
      return direct ? appendOnSqlite(direct, batch) : appendOnPostgres(client, batch)
    },

    fold: (name, upTo, snapshot) =>
      direct ? foldOnSqlite(direct, name, upTo, snapshot) : foldOnPostgres(database, name, upTo, snapshot),
  }
}
