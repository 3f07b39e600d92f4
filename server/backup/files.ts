import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chown, mkdir, open, readdir, stat, statfs, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { BackupRefused } from './refused.ts'

export interface Measured {
  readonly bytes: number
  readonly sha256: string
}

/** Length and SHA-256 of what is read, handed on piece by piece. */
export async function measureStream(
  source: AsyncIterable<Buffer>,
  take?: (data: Buffer) => Promise<void>,
): Promise<Measured> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const data of source) {
    hash.update(data)
    bytes += data.length
    await take?.(data)
  }
  return { bytes, sha256: hash.digest('hex') }
}

export const measure = (file: string) => measureStream(createReadStream(file, { highWaterMark: 1 << 20 }))

/** Copies and measures in one reading: what was measured is what was written, and it is on the disk afterwards. */
export async function copyMeasured(from: string, to: string): Promise<Measured> {
  // The source first: where there is none, nothing is to be left at the target.
  const source = await open(from, 'r')
  try {
    return await writeMeasured(source.createReadStream({ highWaterMark: 1 << 20, autoClose: false }), to)
  } finally {
    await source.close()
  }
}

export async function writeMeasured(source: AsyncIterable<Buffer>, to: string): Promise<Measured> {
  await mkdir(dirname(to), { recursive: true })
  const target = await open(to, 'wx')
  try {
    const measured = await measureStream(source, (data) => target.writeFile(data))
    await target.sync()
    return measured
  } finally {
    await target.close()
  }
}

export async function writeDurably(file: string, content: string): Promise<void> {
  await writeFile(file, content, { flag: 'wx', flush: true })
}

/** A file or a folder: what it holds, or which names stand in it, survives a power cut from here on. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A folder and all below it, innermost last, so that none of the names in them is lost. */
export async function flushFolders(folder: string): Promise<void> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  await flush(folder)
  for (const file of found) if (file.isDirectory()) await flush(join(file.parentPath, file.name))
}

/** Run by root, a restore must not leave files that the product's own user cannot open. */
export async function giveToOwner(folder: string, above: string): Promise<void> {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = await stat(above)
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const path of [folder, ...found.map((file) => join(file.parentPath, file.name))])
    await chown(path, uid, gid)
}

export async function refuseWithoutRoom(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < bytes)
    throw new BackupRefused(
      `There is not enough room in ${folder}: ${sizeOf(bytes)} are needed, ${sizeOf(bavail * bsize)} are free.`,
    )
}

export function sizeOf(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1_000)} kB`
  return bytes < 1_000_000_000 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`
}

/** Says how far a long copy is, at most every two seconds and once at its end. */
export function progress(say: (line: string) => void, what: string, files: number, bytes: number) {
  let [doneFiles, doneBytes, saidAt] = [0, 0, performance.now()]
  return (more: number) => {
    doneFiles += 1
    doneBytes += more
    if (doneFiles < files && performance.now() - saidAt < 2_000) return
    saidAt = performance.now()
    say(`${what}: ${doneFiles} of ${files} files, ${sizeOf(doneBytes)} of ${sizeOf(bytes)}`)
  }
}
