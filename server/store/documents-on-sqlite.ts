import { hash } from 'node:crypto'
import type { DocumentWrite } from '#server/realtime/documents/store-port.ts'
import type { Direct, Prepare } from './sqlite-statements.ts'

export const checksumOf = (data: Uint8Array) => hash('sha256', data)

const LAST_SEQ = `
  SELECT max(
    coalesce((SELECT max("seq") FROM "DocumentUpdate" WHERE "name" = ?), 0),
    coalesce((SELECT "upTo" FROM "DocumentSnapshot" WHERE "name" = ?), 0)
  ) AS "last"`
const INSERT = `
  INSERT INTO "DocumentUpdate" ("name", "seq", "data", "checksum", "personId", "at") VALUES (?, ?, ?, ?, ?, ?)`

const PUT_SNAPSHOT = `
  INSERT INTO "DocumentSnapshot" ("name", "upTo", "data", "checksum") VALUES (?, ?, ?, ?)
  ON CONFLICT ("name") DO UPDATE SET "upTo" = excluded."upTo", "data" = excluded."data", "checksum" = excluded."checksum"
  WHERE "upTo" < excluded."upTo"`
/** Versions tell who wrote since the one before (D-61): that must not go with the rows. */
const KEEP_WRITERS = `
  INSERT INTO "DocumentWriter" ("name", "personId", "lastSeq", "at")
  SELECT "name", "personId", max("seq"), max("at") FROM "DocumentUpdate" WHERE "name" = ? AND "seq" <= ? GROUP BY "personId"
  ON CONFLICT ("name", "personId") DO UPDATE SET "lastSeq" = excluded."lastSeq", "at" = excluded."at"`
const REMOVE_COVERED = 'DELETE FROM "DocumentUpdate" WHERE "name" = ? AND "seq" <= ?'

/**
 * SQLite: the numbers are read in the transaction that writes, so that no other process can come between. By
 * prepared statements: made anew by Prisma for each commit they were a third of the server's time in `bench:b60`.
 */
export function appendOnSqlite(
  direct: Direct,
  batch: readonly DocumentWrite[],
): Promise<ReadonlyMap<string, number>> {
  // Outside of the transaction, which keeps others waiting.
  const rows = batch.map((write) => ({ ...write, checksum: checksumOf(write.update) }))
  return direct.write((prepare) => insertAll(prepare, rows))
}

function insertAll(
  prepare: Prepare,
  rows: readonly (DocumentWrite & { readonly checksum: string })[],
): ReadonlyMap<string, number> {
  const [lastSeq, insert] = [prepare(LAST_SEQ), prepare(INSERT)]
  const seqs = new Map<string, number>()
  for (const { name, update, checksum, personId, at } of rows) {
    const seq = (seqs.get(name) ?? (lastSeq.get(name, name) as { last: number }).last) + 1
    insert.run(name, seq, update, checksum, personId, at)
    seqs.set(name, seq)
  }
  return seqs
}

/** A later snapshot that stands already stays, and what this one does not cover is not removed. */
export async function foldOnSqlite(
  direct: Direct,
  name: string,
  upTo: number,
  snapshot: Uint8Array,
): Promise<void> {
  const checksum = checksumOf(snapshot)
  await direct.write((prepare) => {
    const { changes } = prepare(PUT_SNAPSHOT).run(name, upTo, snapshot, checksum)
    if (changes === 0) return
    prepare(KEEP_WRITERS).run(name, upTo)
    prepare(REMOVE_COVERED).run(name, upTo)
  })
}
