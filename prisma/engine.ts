import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  ColumnTypeEnum,
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { prismaFolder, schemaFor, type DatabaseAddress, type DatabaseKind } from './schema-source.ts'

/** What stands in `prisma/migrations/<kind>`, oldest first. */
export interface ShippedMigration {
  readonly name: string
  readonly sql: string
}

export function migrationsFolder(kind: DatabaseKind): string {
  return join(prismaFolder(), 'migrations', kind)
}

export function shippedMigrations(kind: DatabaseKind): readonly ShippedMigration[] {
  const folder = migrationsFolder(kind)
  return readdirSync(folder, { withFileTypes: true })
    .filter((file) => file.isDirectory())
    .map((file) => file.name)
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(folder, name, 'migration.sql'), 'utf8') }))
}

/** Tells two sets of migrations apart; names a migrated template database. */
export function migrationsHash(kind: DatabaseKind): string {
  const hash = createHash('sha256')
  for (const { name, sql } of shippedMigrations(kind)) hash.update(`${name}\n${sql}\n`)
  return hash.digest('hex').slice(0, 12)
}

export function adapterFactory(address: DatabaseAddress): SqlMigrationAwareDriverAdapterFactory {
  return address.kind === 'postgresql'
    ? new MigratingPg({ connectionString: address.url })
    : new PrismaBetterSqlite3({ url: `file:${address.file}` })
}

/**
 * The PostgreSQL adapter as the schema engine needs it. By itself it cuts scripts at every semicolon, also
 * inside the body of a function (sent whole, a script is understood, and is one transaction besides), and
 * it cannot read the type "char" of the catalogue, in which the engine asks for foreign keys and checks.
 */
class MigratingPg extends PrismaPg {
  override async connect() {
    const adapter = await super.connect()
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async (query) => {
      const sql = query.sql
        .replace(/^(\s+)con\.(conf(?:del|upd)type),$/gm, '$1con.$2::text AS $2,')
        .replace('constr.contype AS', 'constr.contype::text AS')
      const result = await queryRaw({ ...query, sql })
      const columnTypes = result.columnTypes.map((type, index) =>
        /^(confdeltype|confupdtype|constraint_type)$/.test(result.columnNames[index] ?? '')
          ? ColumnTypeEnum.Character
          : type,
      )
      return { ...result, columnTypes }
    }
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script)
    }
    return adapter
  }
}

let loaded: Promise<void> | null = null

/** The package's own loader expects a bundler that understands `.wasm` imports; this is the same by hand. */
function loadEngine(): Promise<void> {
  loaded ??= (async () => {
    const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    const bytes = readFileSync(script.replace(/\.js$/, '.wasm'))
    const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...bindings } })
    const { __wbg_set_wasm: setWasm } = bindings as unknown as {
      __wbg_set_wasm(exports: WebAssembly.Exports): void
    }
    setWasm(instance.exports)
    ;(instance.exports['__wbindgen_start'] as () => void)()
  })()
  return loaded
}

const FILTERS = { externalTables: [], externalEnums: [] }

/**
 * Prisma's schema engine in its WASM build, bound to one database. It keeps a SQLite file locked for as
 * long as its process lives, so only short-lived processes may call this.
 */
export async function openEngine(address: DatabaseAddress) {
  await loadEngine()
  const { kind } = address
  const schema = { path: 'schema.prisma', content: schemaFor(kind) }
  const engine = await bindings.SchemaEngine.new(
    { datamodels: [[schema.path, schema.content]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapterFactory(address)),
  )
  return {
    /** Applies what is missing and notes it in `_prisma_migrations`; doing it twice does nothing. */
    async apply(): Promise<readonly string[]> {
      const done = await engine.applyMigrations({
        migrationsList: {
          baseDir: migrationsFolder(kind),
          lockfile: { path: 'migration_lock.toml', content: `provider = "${kind}"\n` },
          shadowDbInitScript: '',
          migrationDirectories: shippedMigrations(kind).map(({ name, sql }) => ({
            path: name,
            migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
          })),
        },
        filters: FILTERS,
      })
      return done.appliedMigrationNames
    },

    /** The SQL that leads from the database as it is (or from nothing) to the schema; '' where they agree. */
    async diff(from: 'database' | 'empty'): Promise<string> {
      const done = await engine.diff({
        from:
          from === 'empty'
            ? { tag: 'empty' }
            : { tag: 'schemaDatasource', files: [schema], configDir: prismaFolder() },
        to: { tag: 'schemaDatamodel', files: [schema] },
        script: true,
        exitCode: null,
        filters: FILTERS,
      })
      const sql = done.stdout ?? ''
      return sql.replace(/^\s*--[^\n]*$/gm, '').trim() === '' ? '' : sql
    },
  }
}
