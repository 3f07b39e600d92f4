import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { BackupRefused } from './refused.ts'

/** Goes up when an older version of the product could no longer restore what a newer one writes. */
export const FORMAT = 1
export const DATABASE = 'huishang.db'
export const HEADS = 'heads.txt'
export const MANIFEST = 'manifest.json'
/** In the form of `sha256sum`, so that the manifest can be checked without the product. */
export const MANIFEST_SUM = 'manifest.sha256'

export const evidencePath = (sha256: string) => `evidence/${sha256.slice(0, 2)}/${sha256}`

const SHA256 = z.string().regex(/^[0-9a-f]{64}$/)
const COUNT = z.number().int().nonnegative()

const file = z.object({
  // These names and no others: a manifest written by an attacker must not lead out of the data directory.
  path: z.string().regex(/^(huishang\.db|heads\.txt|evidence\/[0-9a-f]{2}\/[0-9a-f]{64})$/),
  bytes: COUNT,
  sha256: SHA256,
})

const manifest = z.object({
  product: z.literal('huishang'),
  format: z.literal(FORMAT),
  /** Of the product that made the backup. */
  version: z.string(),
  madeAt: z.iso.datetime(),
  /** `postgresql`: the evidence alone, the database is in a dump beside it. */
  database: z.enum(['sqlite', 'postgresql']),
  /** What the database has applied, oldest first. */
  migrations: z.array(z.string()),
  record: z.object({ entries: COUNT, streams: COUNT }),
  evidence: z.object({
    files: COUNT,
    bytes: COUNT,
    /** What the record refers to and the product no longer had, where whoever made the backup accepted that. */
    missing: z.array(SHA256),
  }),
  files: z.array(file),
})

export type BackedUpFile = z.output<typeof file>
export type Manifest = z.output<typeof manifest>

export const sha256Of = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

/** Reads and checks a backup's own description; the files that it lists are not looked at here. */
export function readManifest(backup: string): Manifest {
  if (!existsSync(backup) || !statSync(backup).isDirectory())
    throw new BackupRefused(
      `There is no backup at ${backup}: a backup is a folder made by \`npm run backup\`.`,
    )
  const place = join(backup, MANIFEST)
  if (!existsSync(place) || !existsSync(join(backup, MANIFEST_SUM)))
    throw new BackupRefused(`${backup} is not a complete backup: it has no ${MANIFEST} and ${MANIFEST_SUM}.`)
  const content = readFileSync(place)
  if (readFileSync(join(backup, MANIFEST_SUM), 'utf8') !== sumLine(content))
    throw new BackupRefused(`${MANIFEST} of ${backup} is damaged: it does not match ${MANIFEST_SUM}.`)
  const given: unknown = JSON.parse(content.toString('utf8'))
  const { format, version } = z.looseObject({ format: COUNT, version: z.string() }).parse(given)
  if (format > FORMAT)
    throw new BackupRefused(
      `The backup was made by a newer Huishang (${version}) in a form that this one cannot read: restore it with that version.`,
    )
  const parsed = manifest.safeParse(given)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new BackupRefused(
    `${MANIFEST} of ${backup} is not one of Huishang's: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}.`,
  )
}

export const sumLine = (content: string | Uint8Array) => `${sha256Of(content)}  ${MANIFEST}\n`
