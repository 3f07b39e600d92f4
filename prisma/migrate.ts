import { spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { migrationStatus } from './applied.ts'
import type { DatabaseAddress } from './schema-source.ts'

export { migrationStatus }

/** Why a database cannot be used; the message is for the person who starts the server. */
export class MigrationRefused extends Error {
  override name = 'MigrationRefused'
}

/**
 * Brings the database up to this code. Resolves with the names of the migrations applied; throws
 * `MigrationRefused` where the database is newer than the code or a migration is half done.
 */
export async function migrate(address: DatabaseAddress): Promise<readonly string[]> {
  if (address.kind === 'sqlite') mkdirSync(dirname(address.file), { recursive: true })
  const before = await migrationStatus(address)
  switch (before.status) {
    case 'current':
      return []
    case 'newer':
      throw new MigrationRefused(
        `The database is newer than this version of Huishang: it has ${before.unknown.join(', ')}, which this version does not know. ` +
          'Start the version that was used last, or restore the backup taken before it.',
      )
    case 'broken':
      throw new MigrationRefused(
        `The migration ${before.name} was begun on this database and did not finish. Restore the backup taken before it and start again.`,
      )
    case 'behind':
      await runChild(address)
      return before.missing
  }
}

/** As source beside this file, as a bundle beside the server's bundle. */
function childCommand(): readonly string[] {
  const here = dirname(fileURLToPath(import.meta.url))
  const source = resolve(here, 'migrate-child.ts')
  if (existsSync(source)) {
    // `tsx` by its own path: the working directory may be any.
    const tsx = createRequire(import.meta.url).resolve('tsx')
    return ['--import', pathToFileURL(tsx).href, source]
  }
  const bundles = [
    'migrate-child.js',
    '../prisma/migrate-child.js',
    '../migrate-child.js',
    'prisma/migrate-child.js',
  ]
  const bundle = bundles.map((name) => resolve(here, name)).find((name) => existsSync(name))
  if (!bundle) throw new Error(`migrate-child was not found beside ${here}: build again (npm run build).`)
  return [bundle]
}

function runChild(address: DatabaseAddress): Promise<void> {
  return new Promise((done, failed) => {
    // By the environment and not by an argument: the address may hold a password, and `ps` shows arguments.
    const env = { ...process.env, HUISHANG_MIGRATE: JSON.stringify(address) }
    const child = spawn(process.execPath, [...childCommand()], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stdout.on('data', (text: Buffer) => (said += text.toString()))
    child.stderr.on('data', (text: Buffer) => (said += text.toString()))
    child.on('error', failed)
    child.on('close', (code) =>
      code === 0
        ? done()
        : failed(new MigrationRefused(`The migrations could not be applied:\n${said.trim()}`)),
    )
  })
}
