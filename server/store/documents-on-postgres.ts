import type { DocumentWrite } from '#server/realtime/documents/store-port.ts'
import type { Database, StoreClient } from './client.ts'
import { checksumOf } from './documents-on-sqlite.ts'
import { Prisma } from './generated/sqlite/client.ts'

/** Prisma wants to know that the bytes are not shared memory; ours come from sockets and from Yjs. */
const bytes = (data: Uint8Array) => data as Uint8Array<ArrayBuffer>

/**
 * Rows of documents that several processes write at once: one statement, which is a transaction by itself; an open
 * one would cost three more trips to the database. The numbers come from the database, under its lock (ADR 13).
 */
export async function appendOnPostgres(
  client: StoreClient,
  batch: readonly DocumentWrite[],
): Promise<Map<string, number>> {
  const places = new Map<string, number>()
  const rows = batch.map(({ name, update, personId, at }) => {
    const place = (places.get(name) ?? 0) + 1
    places.set(name, place)
    return Prisma.sql`(${name}::text, ${place}::integer, ${bytes(update)}::bytea, ${checksumOf(update)}::text, ${personId}::text, ${at}::text)`
  })
  const written = await client.$queryRaw<{ name: string; seq: number }[]>`
    INSERT INTO "DocumentUpdate" ("name", "seq", "data", "checksum", "personId", "at")
    SELECT "row"."column1", "known"."last" + "row"."column2", "row"."column3", "row"."column4", "row"."column5", "row"."column6"
    FROM (VALUES ${Prisma.join(rows)}) AS "row"
    JOIN "last_document_numbers"(${[...places.keys()]}::text[]) AS "known" ON "known"."of" = "row"."column1"
    RETURNING "name", "seq"`
  const last = new Map<string, number>()
  for (const { name, seq } of written) last.set(name, Math.max(seq, last.get(name) ?? 0))
  return last
}

/** One snapshot in place of the rows up to `upTo`, also where two processes fold at once. */
export async function foldOnPostgres(
  database: Database,
  name: string,
  upTo: number,
  snapshot: Uint8Array,
): Promise<void> {
  await database.transaction(async (tx) => {
    const replaced = await tx.$executeRaw`
      INSERT INTO "DocumentSnapshot" ("name", "upTo", "data", "checksum")
      VALUES (${name}, ${upTo}, ${bytes(snapshot)}, ${checksumOf(snapshot)})
      ON CONFLICT ("name") DO UPDATE
      SET "upTo" = excluded."upTo", "data" = excluded."data", "checksum" = excluded."checksum"
      WHERE "DocumentSnapshot"."upTo" < excluded."upTo"`
    // A later snapshot stands already: this one adds nothing and must not remove what it does not cover.
    if (replaced === 0) return
    // Versions tell who wrote since the one before (D-61): that must not go with the rows.
    await tx.$executeRaw`
      INSERT INTO "DocumentWriter" ("name", "personId", "lastSeq", "at")
      SELECT "name", "personId", MAX("seq"), MAX("at") FROM "DocumentUpdate"
      WHERE "name" = ${name} AND "seq" <= ${upTo} GROUP BY "name", "personId"
      ON CONFLICT ("name", "personId") DO UPDATE SET "lastSeq" = excluded."lastSeq", "at" = excluded."at"`
    await tx.documentUpdate.deleteMany({ where: { name, seq: { lte: upTo } } })
  })
}
