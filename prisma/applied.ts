import { adapterFactory, shippedMigrations } from './engine.ts'
import type { DatabaseAddress } from './schema-source.ts'

export type MigrationStatus =
  | { readonly status: 'current' }
  | { readonly status: 'behind'; readonly missing: readonly string[] }
  /** The database has migrations that this code does not ship. */
  | { readonly status: 'newer'; readonly unknown: readonly string[] }
  /** A migration was begun and did not end; its tables may be half made. */
  | { readonly status: 'broken'; readonly name: string }

/** Compares what the database says it has with what the code ships; changes nothing. */
export async function migrationStatus(address: DatabaseAddress): Promise<MigrationStatus> {
  const shipped = shippedMigrations(address.kind).map(({ name }) => name)
  const connection = await adapterFactory(address).connect()
  try {
    const exists =
      address.kind === 'postgresql'
        ? `SELECT 1 FROM information_schema.tables WHERE table_name = '_prisma_migrations' AND table_schema = ANY (current_schemas(false))`
        : `SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'`
    const ask = (sql: string) => connection.queryRaw({ sql, args: [], argTypes: [] })
    if ((await ask(exists)).rows.length === 0) return { status: 'behind', missing: shipped }
    const { rows } = await ask(
      `SELECT "migration_name", "finished_at" IS NOT NULL FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`,
    )
    const unfinished = rows.find(([, finished]) => !finished)
    if (unfinished) return { status: 'broken', name: String(unfinished[0]) }
    const applied = new Set(rows.map(([name]) => String(name)))
    const unknown = [...applied].filter((name) => !shipped.includes(name)).sort()
    if (unknown.length > 0) return { status: 'newer', unknown }
    const missing = shipped.filter((name) => !applied.has(name))
    return missing.length > 0 ? { status: 'behind', missing } : { status: 'current' }
  } finally {
    await connection.dispose()
  }
}
