import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { MANIFEST, MANIFEST_SUM, sha256Of, sumLine, type Manifest } from '#server/backup/manifest.ts'

export const quietly = () => undefined

/** A path for something that a test makes; gone when the test ends. */
export function place(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'huishang-backup-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, name)
}

/** A copy of a backup to do harm to. */
export function copyOf(backup: string): string {
  const copy = place('backup')
  cpSync(backup, copy, { recursive: true })
  return copy
}

/** Turns one bit of the byte in the middle. */
export function flipByte(file: string): void {
  const content = readFileSync(file)
  const middle = content.length >> 1
  content[middle] = (content[middle] ?? 0) ^ 1
  writeFileSync(file, content)
}

/** Writes a manifest as somebody would who knows how: with sums that fit. */
export function rewriteManifest(backup: string, change: (manifest: Manifest) => object): void {
  const manifest = JSON.parse(readFileSync(join(backup, MANIFEST), 'utf8')) as Manifest
  const content = JSON.stringify(change(manifest))
  writeFileSync(join(backup, MANIFEST), content)
  writeFileSync(join(backup, MANIFEST_SUM), sumLine(content))
}

/** The sums of a manifest for the files as they now are. */
export const summedAnew = (backup: string) => (manifest: Manifest) => ({
  ...manifest,
  files: manifest.files.map((file) => {
    const content = readFileSync(join(backup, file.path))
    return { ...file, bytes: content.length, sha256: sha256Of(content) }
  }),
})

export const namesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder).sort() : [])
