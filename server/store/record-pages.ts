import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapter, SqlQueryable } from '@prisma/driver-adapter-utils'
import type { Database as DatabaseAddress } from '#server/env.ts'
import type { Head, RecordPages, StoredEntry } from '#server/record/ports.ts'

const ENTRY = [
  'stream',
  'seq',
  'type',
  'payload',
  'actorId',
  'at',
  'commandId',
  'commandPart',
  'previousHash',
  'hash',
] as const
const HEAD = ['stream', 'seq', 'hash'] as const

type Row = readonly unknown[]

function entryOf([
  stream,
  seq,
  type,
  payload,
  actorId,
  at,
  commandId,
  commandPart,
  previousHash,
  hash,
]: Row): StoredEntry {
  return {
    stream: String(stream),
    seq: Number(seq),
    type: String(type),
    payload: String(payload),
    actorId: String(actorId),
    at: String(at),
    commandId: String(commandId),
    commandPart: Number(commandPart),
    previousHash: String(previousHash),
    hash: String(hash),
  }
}

function headOf([stream, seq, hash]: Row): Head {
  return { stream: String(stream), seq: Number(seq), hash: String(hash) }
}

const text = { scalarType: 'string', arity: 'scalar' } as const
const number = { scalarType: 'int', arity: 'scalar' } as const

export interface OpenRecordPages extends RecordPages {
  /** Payloads of all entries of a type, as canonical JSON, in the order of (stream, seq). */
  payloads(type: string, pageSize: number): AsyncIterable<readonly string[]>
  close(): Promise<void>
}

/**
 * The record as it lies in the tables, read past the Prisma client, which would make a model of every row:
 * a million entries take seconds. All in one snapshot, so that a running server's appends are not taken
 * for damage.
 */
export async function openRecordPages(address: DatabaseAddress): Promise<OpenRecordPages> {
  const connection: SqlDriverAdapter =
    address.kind === 'sqlite'
      ? await new PrismaBetterSqlite3({ url: `file:${address.file}`, readonly: true }).connect()
      : await new PrismaPg({ connectionString: address.url }).connect()
  const snapshot = await connection.startTransaction(
    address.kind === 'sqlite' ? undefined : 'REPEATABLE READ',
  )

  const [first, second] = address.kind === 'sqlite' ? ['?', '?'] : ['$1', '$2']
  const columns = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ')

  async function* heads(pageSize: number) {
    const sql = `SELECT ${columns(HEAD)} FROM "StreamHead" WHERE "stream" > ${first} ORDER BY "stream" LIMIT ${pageSize}`
    for (let after = ''; ;) {
      const { rows } = await ask(snapshot, sql, [after])
      const page = rows.map(headOf)
      const last = page.at(-1)
      if (!last) return
      yield page
      after = last.stream
    }
  }

  async function* entries(pageSize: number) {
    const sql =
      `SELECT ${columns(ENTRY)} FROM "RecordEntry" WHERE ("stream", "seq") > (${first}, ${second}) ` +
      `ORDER BY "stream", "seq" LIMIT ${pageSize}`
    let after: readonly [string, number] = ['', 0]
    for (;;) {
      const { rows } = await ask(snapshot, sql, after)
      const page = rows.map(entryOf)
      const last = page.at(-1)
      if (!last) return
      yield page
      after = [last.stream, last.seq]
    }
  }

  async function* payloads(type: string, pageSize: number) {
    const [one, two, three] = address.kind === 'sqlite' ? ['?', '?', '?'] : ['$1', '$2', '$3']
    const sql =
      `SELECT "stream", "seq", "payload" FROM "RecordEntry" WHERE "type" = ${one} AND ` +
      `("stream", "seq") > (${two}, ${three}) ORDER BY "stream", "seq" LIMIT ${pageSize}`
    let after: readonly [string, number] = ['', 0]
    for (;;) {
      const { rows } = await ask(snapshot, sql, [type, ...after])
      const last = rows.at(-1)
      if (!last) return
      yield rows.map((row) => String(row[2]))
      after = [String(last[0]), Number(last[1])]
    }
  }

  return {
    heads,
    entries,
    payloads,
    async close() {
      await snapshot.executeRaw({ sql: 'ROLLBACK', args: [], argTypes: [] })
      await snapshot.rollback()
      await connection.dispose()
    },
  }
}

function ask(from: SqlQueryable, sql: string, values: readonly (string | number)[]) {
  const argTypes = values.map((value) => (typeof value === 'string' ? text : number))
  return from.queryRaw({ sql, args: [...values], argTypes })
}
