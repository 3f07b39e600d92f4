import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { sizeOf } from '#server/backup/files.ts'
import { BackupRefused, sentenceOf } from '#server/backup/refused.ts'
import { takeBackup } from '#server/backup/take.ts'
import { readEnv } from '#server/env.ts'
import { prismaFolder } from '../../prisma/schema-source.ts'

/** `npm run backup -- <folder>`: database and evidence as they are now, while the product runs. */

const USAGE = 'Usage: npm run backup -- <folder that does not exist yet> [--accept-missing]'

// Case files and password hashes: for the user who makes the backup and nobody else.
process.umask(0o077)

function folderNamed(): { folder: string; acceptMissing: boolean } {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { 'accept-missing': { type: 'boolean', default: false } },
  })
  const [folder, ...more] = positionals
  if (folder === undefined || more.length > 0) throw new BackupRefused(USAGE)
  return { folder, acceptMissing: values['accept-missing'] }
}

try {
  const { folder, acceptMissing } = folderNamed()
  const env = readEnv()
  const about: unknown = JSON.parse(readFileSync(join(dirname(prismaFolder()), 'package.json'), 'utf8'))
  const { evidence, record } = await takeBackup({
    env,
    target: folder,
    version: z.looseObject({ version: z.string() }).parse(about).version,
    acceptMissing,
    now: new Date(),
    say: (line) => console.log(line),
  })
  const what = `${record.entries} entries, ${evidence.files} files of evidence (${sizeOf(evidence.bytes)})`
  console.log(`OK: ${resolve(folder)} holds ${what}.`)
  if (evidence.missing.length > 0)
    console.log(`WITHOUT ${evidence.missing.length} pieces of evidence, see above.`)
  if (env.database.kind === 'postgresql')
    console.log(
      'The database itself is not in it: pg_dump or pg_basebackup, begun before this, makes its backup.',
    )
} catch (error) {
  console.error(sentenceOf(error))
  process.exitCode = 1
}
