import type { IndexedEntry } from '#domain/search/entry.ts'
import type { SearchChange, SearchIndex, StoredSearchEntry } from '#server/services/search-ports.ts'
import type { Database, Tx } from './client.ts'
import { Prisma } from './generated/sqlite/client.ts'
import { firstPlace, indexTokens, LAYOUT, mustHave, noneOf, oneOf } from './search-tables.ts'

// In a schema of its own, as the jobs have one: the migrations' tables are those of both databases, and no extension is
// needed. Tokens go into the index at once: a search would have to read through those that wait (fastupdate).
const TABLES = [
  'CREATE TABLE "search"."layout" ("number" INTEGER NOT NULL)',
  `INSERT INTO "search"."layout" VALUES (${LAYOUT})`,
  `CREATE TABLE "search"."entry" (
    "place" BIGINT PRIMARY KEY, "id" TEXT NOT NULL UNIQUE, "stream" TEXT NOT NULL, "mark" TEXT NOT NULL, "body" TEXT NOT NULL, "tokens" TEXT[] NOT NULL
  )`,
  'CREATE INDEX "entry_stream" ON "search"."entry" ("stream")',
  'CREATE INDEX "entry_tokens" ON "search"."entry" USING GIN ("tokens") WITH (fastupdate = off)',
  'CREATE TABLE "search"."source" ("name" TEXT PRIMARY KEY, "mark" TEXT NOT NULL)',
]
/** Any number; the same in all nodes, which start at the same time. */
const LOCK = 7270

interface EntryRow {
  readonly place: bigint
  readonly mark: string
  readonly body: string
}

const words = (tokens: readonly string[]) => Prisma.sql`${tokens}::text[]`

async function prepare(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`
  const [found] = await tx.$queryRaw<{ there: string | null }[]>`
    SELECT to_regclass('"search"."layout"')::text AS "there"`
  if (found?.there) {
    const [layout] = await tx.$queryRaw<{ number: number }[]>`SELECT "number" FROM "search"."layout"`
    if (layout?.number === LAYOUT) return
  }
  await tx.$executeRawUnsafe('DROP SCHEMA IF EXISTS "search" CASCADE')
  await tx.$executeRawUnsafe('CREATE SCHEMA "search"')
  for (const sql of TABLES) await tx.$executeRawUnsafe(sql)
}

async function write(tx: Tx, stream: string, { put, gone, marks }: SearchChange): Promise<void> {
  const old = [...gone, ...put.map(({ entry }) => entry.id)]
  if (old.length > 0) await tx.$executeRaw`DELETE FROM "search"."entry" WHERE "id" = ANY(${old}::text[])`
  for (const { entry, mark } of put) {
    const body = JSON.stringify(entry)
    const tokens = words(indexTokens(entry))
    let place = BigInt(firstPlace(entry))
    // Taken by another entry of the same millisecond: the next. Two streams may want one: the loser tries again.
    for (let written = 0; written === 0; place += 1n)
      written = await tx.$executeRaw`
        INSERT INTO "search"."entry" ("place", "id", "stream", "mark", "body", "tokens")
        VALUES (${place}::bigint, ${entry.id}, ${stream}, ${mark}, ${body}, ${tokens})
        ON CONFLICT ("place") DO NOTHING`
  }
  for (const [name, mark] of marks)
    await tx.$executeRaw`
      INSERT INTO "search"."source" ("name", "mark") VALUES (${name}, ${mark})
      ON CONFLICT ("name") DO UPDATE SET "mark" = excluded."mark"`
}

/** The index beside the tables of the record, the same tokens in an inverted index (ADR 18). */
export async function openSearchOnPostgres(database: Database): Promise<SearchIndex> {
  const { client } = database
  await database.transaction(prepare)
  return {
    async propose(ask) {
      const behind = ask.after === null ? Prisma.empty : Prisma.sql`AND "place" < ${BigInt(ask.after)}`
      const rows = await client.$queryRaw<EntryRow[]>`
        SELECT "place", "mark", "body" FROM "search"."entry"
        WHERE "tokens" @> ${words(mustHave(ask))} AND "tokens" && ${words(oneOf(ask))}
          AND NOT "tokens" && ${words(noneOf(ask))} ${behind}
        ORDER BY "place" DESC LIMIT ${ask.limit}`
      return rows.map(({ place, mark, body }) => ({
        place: Number(place),
        mark,
        entry: JSON.parse(body) as IndexedEntry,
      }))
    },

    async marksOf(names) {
      const rows = await client.$queryRaw<{ name: string; mark: string }[]>`
        SELECT "name", "mark" FROM "search"."source" WHERE "name" = ANY(${[...names]}::text[])`
      return new Map(rows.map(({ name, mark }) => [name, mark]))
    },

    update: (stream, make) =>
      database.transaction(async (tx) => {
        // Whoever comes second reads what is committed then, so the last to write has read the newest.
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${stream}, ${LOCK}))`
        const rows = await tx.$queryRaw<EntryRow[]>`
          SELECT "mark", "body" FROM "search"."entry" WHERE "stream" = ${stream}`
        const stored = rows.map(({ mark, body }): StoredSearchEntry => ({
          mark,
          entry: JSON.parse(body) as IndexedEntry,
        }))
        await write(tx, stream, await make(stored))
      }),

    streams: (after, limit) => client.$queryRaw<{ name: string }[]>`
      SELECT DISTINCT "stream" AS "name" FROM "search"."entry" WHERE "stream" > ${after} ORDER BY "stream" LIMIT ${limit}`,

    // The database is closed by who opened it.
    close: () => Promise.resolve(),
  }
}
