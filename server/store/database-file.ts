import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { isDriverAdapterError, type SqlQuery } from '@prisma/driver-adapter-utils'

/** SQLite waits with the process standing still; a command has nothing else to do. */
const PATIENCE_MS = 10_000

const say = (sql: string): SqlQuery => ({ sql, args: [], argTypes: [] })
const connect = (file: string, more: { readonly?: boolean; timeout: number }) =>
  new PrismaBetterSqlite3({ url: `file:${file}`, ...more }).connect()

/**
 * Writes the database as it is at this moment into a new file, while others go on writing. One read
 * transaction sees one state; SQLite's online backup would begin anew at every commit of another process and,
 * with a meeting going on, never end. Free pages, which may hold old bytes (ADR 6), are not copied.
 */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const source = await connect(from, { timeout: PATIENCE_MS })
  try {
    await source.executeRaw({
      sql: 'VACUUM INTO ?',
      args: [to],
      argTypes: [{ scalarType: 'string', arity: 'scalar' }],
    })
    // While we read, the log could not be cut: a sweep after a secret ballot (ADR 6) is made up for here.
    await source.queryRaw(say('PRAGMA wal_checkpoint(TRUNCATE)')).catch(() => {})
  } finally {
    await source.dispose()
  }
  const copy = await connect(to, { timeout: PATIENCE_MS })
  try {
    // The id of a session is what a cookie holds: a stolen copy would open the product, an old one revive the ended.
    await copy.executeScript('PRAGMA secure_delete = ON; DELETE FROM "Session"')
    // One file that is read without writing beside it; the product turns its log on again when it opens it.
    await copy.queryRaw(say('PRAGMA journal_mode = DELETE'))
  } finally {
    await copy.dispose()
  }
}

/** The first damage that SQLite finds in the file's structure; null where there is none. */
export async function damageOf(file: string): Promise<string | null> {
  const connection = await connect(file, { readonly: true, timeout: PATIENCE_MS })
  try {
    const { rows } = await connection.queryRaw(say('PRAGMA quick_check(1)'))
    const said = String(rows[0]?.[0])
    return said === 'ok' ? null : said
  } finally {
    await connection.dispose()
  }
}

/** Names of the migrations that the file has, oldest first. */
export async function migrationsOf(file: string): Promise<readonly string[]> {
  const connection = await connect(file, { readonly: true, timeout: PATIENCE_MS })
  try {
    const { rows } = await connection.queryRaw(
      say(
        `SELECT "migration_name" FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL ORDER BY "migration_name"`,
      ),
    )
    return rows.map(([name]) => String(name))
  } finally {
    await connection.dispose()
  }
}

/**
 * Takes the whole file for this process. Every process that has the database open, a server above all, holds
 * a shared lock on it as long as it lives; the system drops the lock of a process that was killed, so nothing
 * stale is ever left behind as with a file that says "in use".
 * @returns null where another process has it; otherwise a function that lets go
 */
export async function holdDatabase(file: string): Promise<(() => Promise<void>) | null> {
  const connection = await connect(file, { timeout: 500 })
  try {
    await connection.queryRaw(say('PRAGMA locking_mode = EXCLUSIVE'))
    // Writes the log into the file and removes it: what is moved aside afterwards is one whole file.
    await connection.queryRaw(say('PRAGMA journal_mode = DELETE'))
    await connection.executeScript('BEGIN EXCLUSIVE')
    return () => connection.dispose()
  } catch (error) {
    await connection.dispose()
    if (isDriverAdapterError(error) && error.cause.kind === 'SocketTimeout') return null
    throw error
  }
}
