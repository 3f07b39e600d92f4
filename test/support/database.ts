import { randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database as DatabaseAddress } from '#server/env.ts'
import { openDatabase, type Database } from '#server/store/client.ts'
import { adapterFactory, migrationsHash } from '../../prisma/engine.ts'
import { migrate } from '../../prisma/migrate.ts'

export interface TestDatabase extends Database {
  readonly address: DatabaseAddress
  /** Another client of the same database, as another process would have it. */
  another(): Promise<Database>
  /** SQL past everything, also past the rules: for damaging a record on purpose. */
  sql(...statements: string[]): Promise<readonly (readonly unknown[])[]>
}

/** On which databases the contracts run: SQLite always, PostgreSQL where `TEST_DATABASE_URL` names a server. */
export const KINDS: readonly DatabaseAddress['kind'][] = process.env['TEST_DATABASE_URL']
  ? ['sqlite', 'postgresql']
  : ['sqlite']

/** Migrated once per set of migrations and kept in the temporary directory; a test gets a copy. */
async function sqliteTemplate(): Promise<string> {
  const template = join(tmpdir(), `huishang-test-${migrationsHash('sqlite')}.db`)
  if (existsSync(template)) return template
  const folder = mkdtempSync(join(tmpdir(), 'huishang-template-'))
  const file = join(folder, 'template.db')
  await migrate({ kind: 'sqlite', file })
  // Renamed, so that another test process sees the whole file or none.
  renameSync(file, template)
  rmSync(folder, { recursive: true, force: true })
  return template
}

async function openSqlite(): Promise<{ address: DatabaseAddress; remove: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'huishang-test-'))
  const file = join(folder, 'huishang.db')
  copyFileSync(await sqliteTemplate(), file)
  return {
    address: { kind: 'sqlite', file },
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

function postgresUrl(database: string): string {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '')
  url.pathname = `/${database}`
  return url.href
}

async function openPostgres(): Promise<{ address: DatabaseAddress; remove: () => Promise<void> }> {
  const server = { kind: 'postgresql', url: process.env['TEST_DATABASE_URL'] ?? '' } as const
  const template = `huishang_template_${migrationsHash('postgresql')}`
  const name = `huishang_test_${randomUUID().replaceAll('-', '')}`
  const admin = await adapterFactory(server).connect()
  const ask = (sql: string) => admin.queryRaw({ sql, args: [], argTypes: [] })
  const transaction = await admin.startTransaction()
  try {
    // One maker of the template at a time; the others wait and find it. (A database cannot be made in a transaction.)
    await transaction.executeRaw({ sql: 'SELECT pg_advisory_xact_lock(20261122)', args: [], argTypes: [] })
    const { rows } = await ask(`SELECT 1 FROM pg_database WHERE datname = '${template}'`)
    if (rows.length === 0) {
      await ask(`DROP DATABASE IF EXISTS ${template}_new`)
      await ask(`CREATE DATABASE ${template}_new`)
      await migrate({ kind: 'postgresql', url: postgresUrl(`${template}_new`) })
      await ask(`ALTER DATABASE ${template}_new RENAME TO ${template}`)
    }
    await ask(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  } finally {
    await transaction.executeRaw({ sql: 'COMMIT', args: [], argTypes: [] })
    await transaction.commit()
  }
  return {
    address: { kind: 'postgresql', url: postgresUrl(name) },
    async remove() {
      await ask(`DROP DATABASE ${name} WITH (FORCE)`)
      await admin.dispose()
    },
  }
}

/** A migrated, empty database of its own; gone after `close`. */
export async function openTestDatabase(kind: DatabaseAddress['kind'] = 'sqlite'): Promise<TestDatabase> {
  const { address, remove } = kind === 'sqlite' ? await openSqlite() : await openPostgres()
  const database = await openDatabase(address)
  const others: Database[] = []
  return {
    ...database,
    address,
    async another() {
      const other = await openDatabase(address)
      others.push(other)
      return other
    },
    async sql(...statements) {
      const connection = await adapterFactory(address).connect()
      try {
        let rows: readonly (readonly unknown[])[] = []
        for (const sql of statements) rows = (await connection.queryRaw({ sql, args: [], argTypes: [] })).rows
        return rows
      } finally {
        await connection.dispose()
      }
    },
    async close() {
      for (const other of others) await other.close()
      await database.close()
      await remove()
    },
  }
}
