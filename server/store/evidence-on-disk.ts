import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { EvidencePlace } from './evidence-place.ts'

const isNoFile = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Gone meanwhile, or never there, is none; everything else is a fault. */
function orNone(error: unknown): null {
  if (isNoFile(error)) return null
  throw error
}

/** Every file below a folder that may not be there yet. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(orNone)
  return (found ?? []).filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
}

const changedAt = async (file: string) => (await stat(file).catch(orNone))?.mtime ?? null

/** Uploads that broke off: nobody can name what lies there. */
export async function clearFolder(folder: string, before: Date): Promise<void> {
  for (const file of await filesBelow(folder)) {
    const changed = await changedAt(file)
    if (changed && changed < before) await rm(file, { force: true })
  }
}

/** Below a folder of this machine, or of one that all nodes share. */
export function evidenceOnDisk(directory: string): EvidencePlace {
  const fileOf = (sha256: string) => join(directory, sha256.slice(0, 2), sha256)
  const incoming = join(directory, 'incoming')
  const aside = join(directory, 'swept')
  const lying = async () => (await filesBelow(directory)).filter((file) => dirname(file) !== incoming)

  async function put(file: string, sha256: string): Promise<void> {
    await mkdir(dirname(fileOf(sha256)), { recursive: true })
    await rename(file, fileOf(sha256))
  }

  async function removeOlder(sha256: string, before: Date): Promise<void> {
    const held = join(aside, randomUUID())
    await mkdir(aside, { recursive: true })
    await rename(fileOf(sha256), held)
    // The same content may have been put there again since we looked: what we hold is then that one.
    const changed = await changedAt(held)
    if (changed && changed < before) await rm(held)
    else await put(held, sha256)
  }

  return {
    incoming,
    addressOf: fileOf,
    reach: () => Promise.resolve(),
    // Same content, same name: the second copy replaces the first byte for byte.
    keep: put,
    async read(sha256, part) {
      const file = await open(fileOf(sha256)).catch(orNone)
      return file && file.createReadStream({ ...part })
    },
    async list() {
      return (await lying()).map((address) => {
        const sha256 = basename(address)
        return { address, sha256: address === fileOf(sha256) ? sha256 : null }
      })
    },
    async sweep(before, named) {
      await clearFolder(incoming, before)
      // What an interrupted sweep left.
      await clearFolder(aside, before)
      const old: string[] = []
      for (const file of await lying()) {
        const changed = await changedAt(file)
        if (file === fileOf(basename(file)) && changed && changed < before) old.push(basename(file))
      }
      if (old.length === 0) return
      const names = await named()
      for (const sha256 of old) if (!names.has(sha256)) await removeOlder(sha256, before)
    },
  }
}
