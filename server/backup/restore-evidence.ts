import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { flushFolders, giveToOwner, measure } from './files.ts'
import { HEADS, readManifest, type BackedUpFile } from './manifest.ts'
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
  const evidence = manifest.files.filter(({ path }) => path !== HEADS)
  const absent: BackedUpFile[] = []
  for (const file of evidence) {
    const place = join(data, file.path)
    if (!existsSync(place)) absent.push(file)
    else if ((await measure(place)).sha256 !== file.sha256)
      throw new BackupRefused(`${place} was altered: move it away and restore again.`)
  }
  await mkdir(data, { recursive: true })
  const staging = await mkdtemp(join(data, 'restoring-'))
  try {
    await copyChecked(order, backup, { ...manifest, files: absent }, staging)
    await giveToOwner(staging, data)
    await flushFolders(staging)
    for (const { path } of absent) {
      await mkdir(dirname(join(data, path)), { recursive: true })
      await rename(join(staging, path), join(data, path))
    }
    if (absent.length > 0) await flushFolders(join(data, 'evidence'))
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
  return { added: absent.length, stood: evidence.length - absent.length }
}
