import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type { IndexedEntry } from '#domain/search/entry.ts'
import {
  fileMark,
  type Proposal,
  type SearchAsk,
  type SearchChange,
  type SearchIndex,
  type StoredSearchEntry,
} from '#server/services/search-ports.ts'
import { firstPlace, indexTokens, LAYOUT, mustHave, noneOf, oneOf } from './search-tables.ts'
import { statementsOf, type Prepare } from './sqlite-statements.ts'
import { together } from './together.ts'

/** Of another process, such as `npm run projections:rebuild` beside a running server. */
const BUSY_MS = 2_000

// It can be made anew, so a commit need not wait for the disk; `detail=none`: an entry has a token or has it not. 64 MB are
// kept of it in memory: the lists of who may read and of common signs are looked through at every search.
const PREPARATION = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA secure_delete = ON;
  PRAGMA cache_size = -65536;
`
const TABLES = `
  CREATE TABLE "entry" (
    "place" INTEGER PRIMARY KEY, "id" TEXT NOT NULL UNIQUE, "stream" TEXT NOT NULL, "mark" TEXT NOT NULL, "body" TEXT NOT NULL
  );
  CREATE INDEX "entry_stream" ON "entry" ("stream");
  CREATE TABLE "source" ("name" TEXT PRIMARY KEY, "mark" TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE "file" ("mark" TEXT PRIMARY KEY, "words" TEXT);
  CREATE VIRTUAL TABLE "tokens" USING fts5("words", content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '=:^-_./'");
  PRAGMA user_version = ${LAYOUT};
`
const DROP = `
  DROP TABLE IF EXISTS "entry"; DROP TABLE IF EXISTS "source"; DROP TABLE IF EXISTS "file"; DROP TABLE IF EXISTS "tokens";
`

interface EntryRow {
  readonly place: number
  readonly mark: string
  readonly body: string
  /** Of the file that the entry stands for; null: it has its own. */
  readonly words: string | null
}

function proposalOf({ place, mark, body, words }: EntryRow): Proposal {
  const entry = JSON.parse(body) as IndexedEntry
  return { place, mark, entry: words === null ? entry : { ...entry, text: words } }
}

interface FileRow {
  readonly words: string | null
}

const quoted = (token: string) => `"${token.replaceAll('"', '""')}"`
const joined = (tokens: readonly string[], word: 'AND' | 'OR') => tokens.map(quoted).join(` ${word} `)

function matchOf(ask: SearchAsk): string {
  const wanted = `(${joined(mustHave(ask), 'AND')}) AND (${joined(oneOf(ask), 'OR')})`
  return `(${wanted}) NOT (${joined(noneOf(ask), 'OR')})`
}

/** Larger than any place. */
const NEWEST = Number.MAX_SAFE_INTEGER

function write(prepare: Prepare, stream: string, { put, gone, marks }: SearchChange): void {
  for (const id of [...gone, ...put.map(({ entry }) => entry.id)]) {
    const row = prepare('SELECT "place" FROM "entry" WHERE "id" = ?').get(id) as EntryRow | undefined
    if (!row) continue
    prepare('DELETE FROM "tokens" WHERE rowid = ?').run(BigInt(row.place))
    prepare('DELETE FROM "entry" WHERE "place" = ?').run(BigInt(row.place))
  }
  for (const { entry, mark } of put) {
    const place = freePlace(prepare, entry)
    prepare('INSERT INTO "entry" ("place", "id", "stream", "mark", "body") VALUES (?, ?, ?, ?, ?)').run(
      place,
      entry.id,
      stream,
      mark,
      JSON.stringify(entry),
    )
    const file = prepare('SELECT "words" FROM "file" WHERE "mark" = ?').get(mark) as FileRow | undefined
    const tokens = indexTokens({ ...entry, text: file?.words ?? entry.text })
    prepare('INSERT INTO "tokens" (rowid, "words") VALUES (?, ?)').run(place, tokens.join(' '))
  }
  for (const [name, mark] of marks)
    prepare('INSERT OR REPLACE INTO "source" ("name", "mark") VALUES (?, ?)').run(name, mark)
}

function freePlace(prepare: Prepare, entry: IndexedEntry): bigint {
  for (let place = BigInt(firstPlace(entry)); ; place += 1n)
    if (!prepare('SELECT 1 FROM "entry" WHERE "place" = ?').get(place)) return place
}

/**
 * The index in a file of its own beside the embedded database (ADR 18): no migration, backup or commit of the record
 * has to carry it. A missing or foreign file is made anew; who opens it catches up.
 */
export async function openSearchOnSqlite(file: string): Promise<SearchIndex> {
  const adapter = await new PrismaBetterSqlite3({ url: `file:${file}`, timeout: BUSY_MS }).connect()
  const prepare = statementsOf(adapter)
  await adapter.executeScript(PREPARATION)
  const { user_version: layout } = prepare('PRAGMA user_version').get() as { user_version: number }
  if (layout !== LAYOUT) await adapter.executeScript(DROP + TABLES)

  function atOnce(work: () => void): void {
    prepare('BEGIN IMMEDIATE').run()
    try {
      work()
      prepare('COMMIT').run()
    } catch (error) {
      prepare('ROLLBACK').run()
      throw error
    }
  }

  const change = together<{ readonly stream: string; readonly change: SearchChange }>((changes) =>
    atOnce(() => {
      for (const one of changes) write(prepare, one.stream, one.change)
    }),
  )

  const storedOf = (stream: string): readonly StoredSearchEntry[] =>
    (prepare('SELECT "mark", "body" FROM "entry" WHERE "stream" = ?').all(stream) as EntryRow[]).map(
      ({ mark, body }) => ({ mark, entry: JSON.parse(body) as IndexedEntry }),
    )

  return {
    propose(ask) {
      const rows = prepare(`
        SELECT "entry"."place", "entry"."mark", "entry"."body", "file"."words"
        FROM (SELECT rowid AS "at" FROM "tokens" WHERE "tokens" MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?)
        JOIN "entry" ON "entry"."place" = "at" LEFT JOIN "file" ON "file"."mark" = "entry"."mark" ORDER BY "at" DESC`).all(
        matchOf(ask),
        BigInt(ask.after ?? NEWEST),
        ask.limit,
      ) as EntryRow[]
      return Promise.resolve(rows.map(proposalOf))
    },

    marksOf(names) {
      const found = new Map<string, string>()
      for (const name of names) {
        const row = prepare('SELECT "mark" FROM "source" WHERE "name" = ?').get(name)
        if (row) found.set(name, (row as EntryRow).mark)
      }
      return Promise.resolve(found)
    },

    update: (stream, make) => change(async () => ({ stream, change: await make(storedOf(stream)) })),

    filesRead(files) {
      const read = new Map<string, boolean>()
      for (const sha256 of files) {
        const row = prepare('SELECT length("words") > 0 AS "some" FROM "file" WHERE "mark" = ?').get(
          fileMark(sha256),
        ) as { readonly some: number | null } | undefined
        if (row) read.set(sha256, row.some === 1)
      }
      return Promise.resolve(read)
    },

    async keepFile(sha256, words) {
      await Promise.resolve()
      prepare('INSERT OR REPLACE INTO "file" ("mark", "words") VALUES (?, ?)').run(fileMark(sha256), words)
    },

    async forgetUnreadable() {
      await Promise.resolve()
      prepare('DELETE FROM "file" WHERE "words" IS NULL').run()
    },

    streams: (after, limit) =>
      Promise.resolve(
        prepare(
          'SELECT DISTINCT "stream" AS "name" FROM "entry" WHERE "stream" > ? ORDER BY "stream" LIMIT ?',
        ).all(after, limit) as { name: string }[],
      ),

    close: () => adapter.dispose(),
  }
}
