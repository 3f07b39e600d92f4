import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'

type Value = string | number | bigint | Uint8Array | null

/** A prepared statement of better-sqlite3, as far as we use it. */
export interface Statement {
  run(...values: readonly Value[]): { readonly changes: number }
  get(...values: readonly Value[]): unknown
  all(...values: readonly Value[]): readonly unknown[]
}

/** Prepares a statement once; the same words give the same statement. Whole numbers come back as numbers. */
export type Prepare = (sql: string) => Statement

/** What many people do in the same second, past Prisma; SQLite only. */
export interface Direct {
  /**
   * Runs `work` as one durable transaction between the others, all or nothing; resolves after the commit. `work`
   * cannot wait for anything. Rejects with what it throws and with SQLite's own errors (`code: 'SQLITE_…'`).
   */
  write<T>(work: (prepare: Prepare) => T): Promise<T>
}

interface Connection {
  prepare(sql: string): Statement & { safeIntegers(on: boolean): Statement }
}

/**
 * The connection inside Prisma's adapter: a second one of our own would wait for the adapter's transactions with the
 * whole process standing still, those transactions included. Throws where the adapter has changed inside.
 */
export function statementsOf(adapter: SqlDriverAdapter): Prepare {
  const { client } = adapter as unknown as { readonly client?: Partial<Connection> }
  if (typeof client?.prepare !== 'function') throw new Error('Prisma’s SQLite adapter has changed inside')
  const connection = client as Connection
  const prepared = new Map<string, Statement>()
  return (sql) => {
    let statement = prepared.get(sql)
    if (!statement) prepared.set(sql, (statement = connection.prepare(sql).safeIntegers(false)))
    return statement
  }
}
