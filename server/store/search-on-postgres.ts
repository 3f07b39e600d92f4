import type { IndexedEntry } from '#domain/search/entry.ts'
import {
  fileMark,
  type Proposal,
  type SearchChange,
  type SearchIndex,
  type StoredSearchEntry,
} from '#server/services/search-ports.ts'
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
  'CREATE TABLE "search"."file" ("mark" TEXT PRIMARY KEY, "words" TEXT)',
  'CREATE TABLE "search"."source" ("name" TEXT PRIMARY KEY, "mark" TEXT NOT NULL)',
]
/** Any number; the same in all nodes, which start at the same time. */
const LOCK = 7270

interface EntryRow {
  readonly place: bigint
  readonly mark: string
  readonly body: string
  /** Of the file that the entry stands for; null: it has its own. */
  readonly words: string | null
}

function proposalOf({ place, mark, body, words: inFile }: EntryRow): Proposal {
  const entry = JSON.parse(body) as IndexedEntry
  return { place: Number(place), mark, entry: inFile === null ? entry : { ...entry, text: inFile } }
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
    const [file] = await tx.$queryRaw<Pick<EntryRow, 'words'>[]>`
      SELECT "words" FROM "search"."file" WHERE "mark" = ${mark}`
    const tokens = words(indexTokens({ ...entry, text: file?.words ?? entry.text }))
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
        SELECT "place", "mark", "body", "words" FROM "search"."entry" LEFT JOIN "search"."file" USING ("mark")
        WHERE "tokens" @> ${words(mustHave(ask))} AND "tokens" && ${words(oneOf(ask))}
          AND NOT "tokens" && ${words(noneOf(ask))} ${behind}
        ORDER BY "place" DESC LIMIT ${ask.limit}`
      return rows.map(proposalOf)
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

    async filesRead(files) {
      const marks = files.map(fileMark)
      const rows = await client.$queryRaw<{ mark: string; some: boolean | null }[]>`
        SELECT "mark", "words" <> '' AS "some" FROM "search"."file" WHERE "mark" = ANY(${marks}::text[])`
      const some = new Map(rows.map((row) => [row.mark, row.some === true]))
      return new Map(
        files.flatMap((sha256): [string, boolean][] => {
          const found = some.get(fileMark(sha256))
          return found === undefined ? [] : [[sha256, found]]
        }),
      )
    },

    async keepFile(sha256, found) {
      await client.$executeRaw`
        INSERT INTO "search"."file" ("mark", "words") VALUES (${fileMark(sha256)}, ${found})
        ON CONFLICT ("mark") DO UPDATE SET "words" = excluded."words"`
    },

    async forgetUnreadable() {
      await client.$executeRaw`DELETE FROM "search"."file" WHERE "words" IS NULL`
    },

    streams: (after, limit) => client.$queryRaw<{ name: string }[]>`
      SELECT DISTINCT "stream" AS "name" FROM "search"."entry" WHERE "stream" > ${after} ORDER BY "stream" LIMIT ${limit}`,

    // The database is closed by who opened it.
    close: () => Promise.resolve(),
  }
}
