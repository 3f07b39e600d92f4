import { existsSync, lstatSync, statSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Env } from '#server/env.ts'
import { copyDatabase, damageOf, migrationsOf } from '#server/store/database-file.ts'
import type { EvidencePlace } from '#server/store/evidence-place.ts'
import { openEvidencePlace } from '#server/store/open-evidence-place.ts'
import { examine, existingAbove, type Examined } from './examine.ts'
import {
  flush,
  flushFolders,
  measure,
  progress,
  refuseWithoutRoom,
  sizeOf,
  writeDurably,
  writeMeasured,
} from './files.ts'
import {
  DATABASE,
  evidencePath,
  FORMAT,
  HEADS,
  MANIFEST,
  MANIFEST_SUM,
  sumLine,
  type BackedUpFile,
  type Manifest,
} from './manifest.ts'
import { BackupRefused } from './refused.ts'

export interface BackupOrder {
  readonly env: Pick<Env, 'database' | 'dataDirectory' | 'bucket'>
  readonly target: string
  /** Of the product, for whoever restores. */
  readonly version: string
  /** Go on where a piece of evidence is lost or altered, and list it in the manifest. */
  readonly acceptMissing: boolean
  readonly now: Date
  say(line: string): void
}

/**
 * Makes a backup while the product runs. Everything goes into a folder with a temporary name beside the
 * target; the manifest is written last, after the record's chain was walked in the copy, and the folder gets its
 * name last of all. Whatever happens before leaves nothing that `restoreBackup` would take.
 * @throws {BackupRefused} with a sentence, and removes what it had written
 */
export async function takeBackup(order: BackupOrder): Promise<Manifest> {
  const target = resolve(order.target)
  refuseTaken(target)
  const { database } = order.env
  if (database.kind === 'sqlite' && !existsSync(database.file))
    throw new BackupRefused(
      `There is no database at ${database.file}: HUISHANG_DATA names the data directory.`,
    )
  const above = existingAbove(target)
  if (database.kind === 'sqlite') await refuseWithoutRoom(above, databaseBytes(database.file))

  await mkdir(dirname(target), { recursive: true })
  const partial = await mkdtemp(`${target}.partial-`)
  try {
    const manifest = await fill(partial, order)
    await flushFolders(partial)
    refuseTaken(target)
    await rename(partial, target)
    await flush(dirname(target))
    return manifest
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    throw error
  }
}

/** What was written lately is still in the log beside the file. */
const databaseBytes = (file: string) =>
  [file, `${file}-wal`].reduce((sum, one) => sum + (statSync(one, { throwIfNoEntry: false })?.size ?? 0), 0)

function refuseTaken(target: string): void {
  // `lstat`, so that a link that leads nowhere is seen as well.
  if (lstatSync(target, { throwIfNoEntry: false }))
    throw new BackupRefused(`${target} exists already and is not overwritten: choose another name.`)
}

async function fill(folder: string, order: BackupOrder): Promise<Manifest> {
  const { env, say } = order
  const files: BackedUpFile[] = []
  let migrations: readonly string[] = []
  let examined: Examined
  if (env.database.kind === 'sqlite') {
    const copy = join(folder, DATABASE)
    say(`database: copying ${sizeOf(databaseBytes(env.database.file))}`)
    await copyDatabase(env.database.file, copy)
    await flush(copy)
    const damage = await damageOf(copy)
    if (damage) throw new BackupRefused(`The database ${env.database.file} is damaged: ${damage}.`)
    migrations = await migrationsOf(copy)
    say('record: walking every chain in the copy')
    examined = await examine({ kind: 'sqlite', file: copy }, env.database.file)
    files.push({ path: DATABASE, ...(await measure(copy)) })
  } else {
    say('record: walking every chain in the database')
    examined = await examine(env.database, 'the database')
  }
  say(`record: ${examined.entries} entries in ${examined.streams} streams, every chain is whole`)
  await writeDurably(join(folder, HEADS), examined.heads)
  files.push({ path: HEADS, ...(await measure(join(folder, HEADS))) })

  const { copied, missing } = await copyEvidence(folder, order, examined.evidence)
  const manifest: Manifest = {
    product: 'huishang',
    format: FORMAT,
    version: order.version,
    madeAt: order.now.toISOString(),
    database: env.database.kind,
    migrations: [...migrations],
    record: { entries: examined.entries, streams: examined.streams },
    evidence: {
      files: copied.length,
      bytes: copied.reduce((sum, { bytes }) => sum + bytes, 0),
      missing: [...missing],
    },
    files: [...files, ...copied],
  }
  const content = `${JSON.stringify(manifest, null, 2)}\n`
  await writeDurably(join(folder, MANIFEST_SUM), sumLine(content))
  await writeDurably(join(folder, MANIFEST), content)
  return manifest
}

/** A file is there before the entry that names it and is never removed, so what the copy refers to can be copied after it. */
async function copyEvidence(folder: string, order: BackupOrder, evidence: Examined['evidence']) {
  const total = [...evidence.values()].reduce((sum, bytes) => sum + bytes, 0)
  await refuseWithoutRoom(folder, total)
  const step = progress(order.say, 'evidence', evidence.size, total)
  const place = await openEvidencePlace(order.env)
  const copied: BackedUpFile[] = []
  const missing: string[] = []
  for (const [sha256, bytes] of evidence) {
    const fault = await copyPiece(place, folder, sha256, copied)
    if (fault) {
      if (!order.acceptMissing)
        throw new BackupRefused(
          `${fault} Put it back from an earlier backup, or add --accept-missing to make a backup without it.`,
        )
      missing.push(sha256)
      order.say(fault)
    }
    step(bytes)
  }
  return { copied, missing }
}

/** @returns what is wrong with the piece, null where it was copied whole */
async function copyPiece(
  place: EvidencePlace,
  folder: string,
  sha256: string,
  copied: BackedUpFile[],
): Promise<string | null> {
  const from = place.addressOf(sha256)
  const file = await place.read(sha256)
  if (!file) return `The evidence file ${from} is missing.`
  const path = evidencePath(sha256)
  const to = join(folder, path)
  const measured = await writeMeasured(file, to)
  if (measured.sha256 === sha256) {
    copied.push({ path, ...measured })
    return null
  }
  await rm(to)
  return `The evidence file ${from} was altered: its content has the SHA-256 ${measured.sha256}.`
}
