import { existsSync, readdirSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, rmdir } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Env } from '#server/env.ts'
import { holdDatabase, migrationsOf } from '#server/store/database-file.ts'
import { openEvidencePlace } from '#server/store/open-evidence-place.ts'
import { shippedMigrations } from '../../prisma/engine.ts'
import { absentFrom } from './absent-evidence.ts'
import { examine } from './examine.ts'
import { copyMeasured, flush, flushFolders, giveToOwner, progress, refuseWithoutRoom } from './files.ts'
import {
  DATABASE,
  evidencePath,
  HEADS,
  readManifest,
  sha256Of,
  type BackedUpFile,
  type Manifest,
} from './manifest.ts'
import { BackupRefused, sentenceOf } from './refused.ts'

export interface RestoreOrder {
  readonly env: Pick<Env, 'database' | 'dataDirectory' | 'bucket'>
  readonly backup: string
  /** Moves what stands in the data directory aside instead of refusing. */
  readonly replace: boolean
  readonly now: Date
  say(line: string): void
}

export interface Restored {
  readonly manifest: Manifest
  /** Where the data that stood there before is now; null where there was none. */
  readonly aside: string | null
}

/** What the product itself keeps in a data directory; anything else there is left alone. */
/** Of the database that goes: beside another one it would tell of what that one does not hold. */
const SEARCH = ['search.db', 'search.db-wal', 'search.db-shm'] as const
const OURS = [
  ...[DATABASE, `${DATABASE}-wal`, `${DATABASE}-shm`, `${DATABASE}-journal`],
  ...SEARCH,
  'evidence',
]

/**
 * Puts a backup in place of nothing, or of what `replace` moves aside. Everything is copied beside its place
 * first and checked there: each file's hash, the schema, the record's chain, the streams' heads. Only then, by
 * renaming, it becomes the data; what was checked is what is put in place.
 * @throws {BackupRefused} with a sentence; the data directory is then as it was
 */
export async function restoreBackup(order: RestoreOrder): Promise<Restored> {
  const backup = resolve(order.backup)
  const data = order.env.dataDirectory
  const manifest = readManifest(backup)
  if (manifest.database !== 'sqlite' || order.env.database.kind !== 'sqlite')
    throw new BackupRefused(
      manifest.database === 'sqlite'
        ? 'The backup holds an embedded database and DATABASE_URL names PostgreSQL: restore it where DATABASE_URL is not set.'
        : 'The backup holds the evidence of a PostgreSQL database, not the database: set DATABASE_URL and restore the dump first.',
    )
  refuseNewer(manifest, manifest.migrations)

  const { file } = order.env.database
  const release = existsSync(file) ? await hold(file) : null
  try {
    const standing = OURS.filter((name) => isOccupied(join(data, name)))
    if (standing.length > 0 && !order.replace)
      throw new BackupRefused(
        `${data} holds data already: choose another HUISHANG_DATA, or add --replace to move what is there aside.`,
      )
    await mkdir(data, { recursive: true })
    const staging = await mkdtemp(join(data, 'restoring-'))
    try {
      await copyChecked(order, backup, manifest, staging)
      await checkDatabase(order, manifest, staging)
      if (order.env.bucket) await fillBucket(order, manifest, staging)
      return { manifest, aside: await putInPlace(data, staging, standing, order.now) }
    } finally {
      await rm(staging, { recursive: true, force: true })
    }
  } finally {
    await release?.()
  }
}

function isOccupied(path: string): boolean {
  // The product makes the folder for evidence before there is any.
  return existsSync(path) && (basename(path) !== 'evidence' || readdirSync(path).length > 0)
}

async function hold(file: string): Promise<() => Promise<void>> {
  let release: (() => Promise<void>) | null
  try {
    release = await holdDatabase(file)
  } catch (error) {
    // Damage that keeps the lock from being taken also hides whether somebody holds it.
    throw new BackupRefused(
      `Whether a server runs on ${file} cannot be seen (${sentenceOf(error)}): make sure that none does, move the file away by hand and restore again.`,
    )
  }
  if (!release)
    throw new BackupRefused(
      `A server or another command has ${file} open: stop it first; nothing was changed.`,
    )
  return release
}

function refuseNewer(manifest: Manifest, applied: readonly string[]): void {
  const known = new Set(shippedMigrations('sqlite').map(({ name }) => name))
  const unknown = applied.filter((name) => !known.has(name))
  if (unknown.length > 0)
    throw new BackupRefused(
      `The backup is newer than this version of Huishang: it has the migration ${unknown.join(', ')}, which this version does not know. Restore it with version ${manifest.version} or a later one.`,
    )
}

/** Every file of the manifest into `staging`, measured on the way. */
export async function copyChecked(
  { say }: Pick<RestoreOrder, 'say'>,
  backup: string,
  manifest: { readonly files: readonly BackedUpFile[] },
  staging: string,
): Promise<void> {
  const total = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0)
  await refuseWithoutRoom(dirname(staging), total)
  const step = progress(say, 'copying and checking', manifest.files.length, total)
  for (const { path, bytes, sha256 } of manifest.files) {
    const from = join(backup, path)
    if (!existsSync(from))
      throw new BackupRefused(`The backup is damaged: ${path} is missing from ${backup}.`)
    const measured = await copyMeasured(from, join(staging, path))
    if (measured.sha256 !== sha256)
      throw new BackupRefused(
        measured.bytes === bytes
          ? `The backup is damaged: ${path} in ${backup} does not have the content that the manifest names.`
          : `The backup is damaged: ${path} in ${backup} has ${measured.bytes} bytes instead of ${bytes}.`,
      )
    step(bytes)
  }
}

/** The hashes say that the copy is what was written; this says that what was written is a whole record. */
async function checkDatabase({ say }: RestoreOrder, manifest: Manifest, staging: string): Promise<void> {
  const file = join(staging, DATABASE)
  if (!existsSync(file)) throw new BackupRefused('The backup holds no database: its manifest lists none.')
  refuseNewer(manifest, await migrationsOf(file))
  say('record: walking every chain')
  const found = await examine({ kind: 'sqlite', file }, 'the backup')
  const heads = manifest.files.find(({ path }) => path === HEADS)
  if (found.entries !== manifest.record.entries || heads?.sha256 !== sha256Of(found.heads))
    throw new BackupRefused('The backup is damaged: its record does not end where the manifest says.')
  const listed = new Set(manifest.files.map(({ path }) => path))
  const accepted = new Set(manifest.evidence.missing)
  for (const sha256 of found.evidence.keys())
    if (!listed.has(evidencePath(sha256)) && !accepted.has(sha256))
      throw new BackupRefused(`The backup is not whole: the record refers to ${evidencePath(sha256)}.`)
  say(`record: ${found.entries} entries in ${found.streams} streams, every chain is whole`)
}

/**
 * Into a bucket only what is not there: it may hold years that are in no data directory. Before the database is in place,
 * as always: a file is there before the entry that names it.
 */
async function fillBucket({ env, say }: RestoreOrder, manifest: Manifest, staging: string): Promise<void> {
  const place = await openEvidencePlace(env)
  const absent = await absentFrom(place, manifest.files)
  for (const { path, sha256 } of absent) await place.keep(join(staging, path), sha256)
  await rm(join(staging, 'evidence'), { recursive: true, force: true })
  say(`evidence: ${absent.length} files added to the bucket, the others stood there`)
}

/**
 * By renaming within the data directory, which may be a mounted volume and then cannot be replaced as a whole.
 * The database goes last: while it is missing or the old one, nobody takes the evidence for complete.
 */
async function putInPlace(
  data: string,
  staging: string,
  standing: readonly string[],
  now: Date,
): Promise<string | null> {
  const aside =
    standing.length > 0 ? join(data, `replaced-${now.toISOString().replace(/[-:]|\.\d+/g, '')}`) : null
  const moveAside = async (name: string) => {
    if (aside && existsSync(join(data, name))) await rename(join(data, name), join(aside, name))
  }
  await mkdir(join(staging, 'evidence'), { recursive: true })
  await giveToOwner(staging, data)
  await flushFolders(staging)
  if (aside) await mkdir(aside)
  await moveAside('evidence')
  // Empty, as an unused server leaves it; a full one was moved away or refused.
  if (existsSync(join(data, 'evidence'))) await rmdir(join(data, 'evidence'))
  await rename(join(staging, 'evidence'), join(data, 'evidence'))
  for (const name of OURS.filter((one) => one !== 'evidence')) await moveAside(name)
  await rename(join(staging, DATABASE), join(data, DATABASE))
  for (const folder of [...(aside ? [aside] : []), data, dirname(data)]) await flush(folder)
  return aside
}
