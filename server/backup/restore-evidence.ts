import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { openEvidencePlace } from '#server/store/open-evidence-place.ts'
import { absentFrom, isEvidence } from './absent-evidence.ts'
import { flushFolders, giveToOwner } from './files.ts'
import { readManifest } from './manifest.ts'
import { BackupRefused } from './refused.ts'
import { copyChecked, type RestoreOrder } from './restore.ts'

/**
 * For PostgreSQL, whose database is restored by its own tools: adds the evidence that is not there. A file has its
 * content's hash for a name, so nothing that stands is ever replaced, and a server may run meanwhile.
 * @returns how many files were added and how many stood there already
 * @throws {BackupRefused} with a sentence; then nothing was added
 */
export async function restoreEvidence(order: RestoreOrder): Promise<{ added: number; stood: number }> {
  const backup = resolve(order.backup)
  const data = order.env.dataDirectory
  const manifest = readManifest(backup)
  if (manifest.database !== 'postgresql')
    throw new BackupRefused(
      'The backup holds an embedded database and DATABASE_URL names PostgreSQL: restore it where DATABASE_URL is not set.',
    )
  const place = await openEvidencePlace(order.env)
  const evidence = manifest.files.filter(isEvidence)
  const absent = await absentFrom(place, evidence)
  await mkdir(data, { recursive: true })
  const staging = await mkdtemp(join(data, 'restoring-'))
  try {
    await copyChecked(order, backup, { files: absent }, staging)
    await giveToOwner(staging, data)
    await flushFolders(staging)
    for (const { path, sha256 } of absent) await place.keep(join(staging, path), sha256)
    if (absent.length > 0 && !order.env.bucket) await flushFolders(join(data, 'evidence'))
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
  return { added: absent.length, stood: evidence.length - absent.length }
}
