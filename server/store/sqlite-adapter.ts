import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type {
  IsolationLevel,
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  SqlQueryable,
} from '@prisma/driver-adapter-utils'
import { statementsOf, type Direct, type Prepare } from './sqlite-statements.ts'

/** How long a transaction waits for another process (a command line, a backup) to let go of the file. */
const PATIENCE_MS = 10_000
/** SQLite itself waits with the whole process standing still, so it may do so only for a moment. */
const BUSY_MS = 50

const WRITER = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA recursive_triggers = ON;
  PRAGMA secure_delete = ON;
`

/**
 * Prisma's SQLite adapter has one connection, and what runs outside a transaction while one is open would
 * run inside it: reads would see what is not committed, and an acknowledged write would be rolled back with
 * a stranger's transaction. So reads get a connection of their own, and a lone write waits for its turn and
 * is a transaction itself. Transactions take the write lock at once: one that reads first and writes later
 * could otherwise fail in the middle.
 */
export class SqliteAdapterFactory implements SqlDriverAdapterFactory, Direct {
  readonly provider = 'sqlite'
  readonly adapterName = 'huishang-sqlite'
  private connected: TwoConnections | null = null

  constructor(private readonly file: string) {}

  async write<T>(work: (prepare: Prepare) => T): Promise<T> {
    if (!this.connected) throw new Error('the database is not open')
    return this.connected.write(work)
  }

  async connect(): Promise<SqlDriverAdapter> {
    const url = `file:${this.file}`
    const writer = await new PrismaBetterSqlite3({ url, timeout: BUSY_MS }).connect()
    await writer.executeScript(WRITER)
    const reader = await new PrismaBetterSqlite3({ url, timeout: BUSY_MS, readonly: true }).connect()
    return (this.connected = new TwoConnections(writer, reader))
  }
}

const say = (sql: string): SqlQuery => ({ sql, args: [], argTypes: [] })
const isRead = (query: SqlQuery) => /^\s*select\b/i.test(query.sql)

class TwoConnections implements SqlDriverAdapter, Direct {
  readonly provider = 'sqlite'
  readonly adapterName = 'huishang-sqlite'
  private readonly prepare: Prepare

  constructor(
    private readonly writer: SqlDriverAdapter,
    private readonly reader: SqlDriverAdapter,
  ) {
    this.prepare = statementsOf(writer)
  }

  async write<T>(work: (prepare: Prepare) => T): Promise<T> {
    const turn = await this.startTransaction()
    try {
      const result = work(this.prepare)
      this.prepare('COMMIT').run()
      return result
    } catch (error) {
      await turn.executeRaw(say('ROLLBACK')).catch(() => {})
      throw error
    } finally {
      await turn.commit()
    }
  }

  queryRaw(query: SqlQuery) {
    return isRead(query)
      ? this.reader.queryRaw(query)
      : this.alone((connection) => connection.queryRaw(query), query)
  }

  executeRaw(query: SqlQuery) {
    return this.alone((connection) => connection.executeRaw(query), query)
  }

  async startTransaction(level?: IsolationLevel) {
    const transaction = await this.writer.startTransaction(level)
    try {
      // The adapter has begun a deferred one and keeps everybody else out until `commit` or `rollback`.
      this.prepare('COMMIT').run()
      await this.beginImmediate(transaction)
    } catch (error) {
      await transaction.rollback()
      throw error
    }
    return transaction
  }

  async executeScript(script: string) {
    await this.alone(() => this.writer.executeScript(script), say('PRAGMA'))
  }

  async dispose() {
    await this.reader.dispose()
    await this.writer.dispose()
  }

  /** Between transactions, never within one; a PRAGMA is not allowed in a transaction at all. */
  private async alone<T>(work: (connection: SqlQueryable) => Promise<T>, query: SqlQuery): Promise<T> {
    if (!/^\s*(pragma|vacuum)\b/i.test(query.sql)) return this.within(work)
    const turn = await this.writer.startTransaction()
    try {
      await turn.executeRaw(say('COMMIT'))
      return await work(turn)
    } finally {
      await turn.commit()
    }
  }

  private async within<T>(work: (connection: SqlQueryable) => Promise<T>): Promise<T> {
    const turn = await this.startTransaction()
    try {
      const result = await work(turn)
      await turn.executeRaw(say('COMMIT'))
      return result
    } catch (error) {
      await turn.executeRaw(say('ROLLBACK')).catch(() => {})
      throw error
    } finally {
      // Whatever happened, the next in the queue gets the connection.
      await turn.commit()
    }
  }

  private async beginImmediate(transaction: SqlQueryable): Promise<void> {
    const until = performance.now() + PATIENCE_MS
    for (let pause = 1; performance.now() < until; pause = Math.min(pause * 2, 50)) {
      try {
        this.prepare('BEGIN IMMEDIATE').run()
        return
      } catch (error) {
        if (!isBusy(error)) break
      }
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
    // Once more by the adapter, for a failure in the words that Prisma knows.
    await transaction.executeRaw(say('BEGIN IMMEDIATE'))
  }
}

const isBusy = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY'
