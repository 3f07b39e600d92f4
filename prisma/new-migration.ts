import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { adapterFactory, migrationsFolder, openEngine } from './engine.ts'
import { migrate } from './migrate.ts'
import type { DatabaseAddress } from './schema-source.ts'

const name = process.argv[2] ?? ''
if (!/^[a-z][a-z0-9-]{1,60}$/.test(name)) {
  console.error('Usage: npm run db:migration <name>, the name in small letters, digits and hyphens.')
  process.exit(1)
}

const stamp = new Date().toISOString().replace(/[-:T]/g, '').slice(0, 14)
const scratch = mkdtempSync(join(tmpdir(), 'huishang-migration-'))

/** The shipped series on an empty database, and from there the SQL to the schema as it is now. */
async function derive(address: DatabaseAddress): Promise<void> {
  await migrate(address)
  const sql = await (await openEngine(address)).diff('database')
  const { kind } = address
  if (!sql) {
    console.log(`${kind}: the schema asks for nothing new.`)
    return
  }
  const folder = join(migrationsFolder(kind), `${stamp}_${name.replaceAll('-', '_')}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'migration.sql'), sql)
  console.log(`${kind}: ${join(folder, 'migration.sql')}`)
  for (const table of ['RecordEntry', 'AccessEntry', 'CalendarYear', 'PollBallot']) {
    // SQLite alters a table by making it anew, which silently drops what the schema does not know of.
    if (sql.includes(`DROP TABLE "${table}"`))
      console.warn(`  ${table} is made anew: write its triggers, checks and WITHOUT ROWID again by hand.`)
  }
}

/** A PostgreSQL server for a minute: the one given, or one of this machine's own on a socket in `scratch`. */
function startPostgres(): { url: string; stop(): void } | null {
  const given = process.env['TEST_DATABASE_URL']
  if (given) return { url: given, stop: () => {} }
  const versions = '/usr/lib/postgresql'
  const folders = existsSync(versions) ? readdirSync(versions).sort().reverse() : []
  const bin = folders
    .map((version) => join(versions, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')))
  if (!bin) return null
  // The server refuses to run as root; the package made a user for it.
  const asUser = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--'] : []
  const run = (command: string, ...args: string[]) => {
    const [program = command, ...rest] = [...asUser, join(bin, command), ...args]
    return spawnSync(program, rest, { stdio: 'ignore', cwd: '/' }).status === 0
  }
  if (asUser.length > 0) spawnSync('chown', ['postgres', scratch])
  const data = join(scratch, 'postgres')
  if (!run('initdb', '-D', data, '-A', 'trust', '-U', 'postgres')) return null
  if (!run('pg_ctl', '-D', data, '-w', '-o', `-k ${scratch} -c listen_addresses=`, 'start')) return null
  return {
    url: `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(scratch)}`,
    stop: () => run('pg_ctl', '-D', data, '-m', 'immediate', 'stop'),
  }
}

async function derivePostgres(): Promise<boolean> {
  const server = startPostgres()
  if (!server) return false
  const database = `huishang_migration_${process.pid}`
  const url = new URL(server.url)
  url.pathname = `/${database}`
  const admin = await adapterFactory({ kind: 'postgresql', url: server.url }).connect()
  try {
    await admin.executeScript(`CREATE DATABASE ${database}`)
    await derive({ kind: 'postgresql', url: url.href })
  } finally {
    await admin.executeScript(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`).catch(() => {})
    await admin.dispose()
    server.stop()
  }
  return true
}

let complete = false
try {
  await derive({ kind: 'sqlite', file: join(scratch, 'scratch.db') })
  complete = await derivePostgres()
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
if (!complete) {
  console.error(
    'postgresql: NO MIGRATION WAS WRITTEN. No server was found: install PostgreSQL or set TEST_DATABASE_URL, ' +
      'remove the SQLite migration above and run this again, so that both series stay in step.',
  )
}
process.exit(complete ? 0 : 1)
