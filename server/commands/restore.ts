import { parseArgs } from 'node:util'
import { BackupRefused, sentenceOf } from '#server/backup/refused.ts'
import { restoreEvidence } from '#server/backup/restore-evidence.ts'
import { restoreBackup, type RestoreOrder } from '#server/backup/restore.ts'
import { readEnv } from '#server/env.ts'

/** `npm run restore -- <backup>`: puts a backup into HUISHANG_DATA, checked before anything is in place. */

const USAGE = 'Usage: npm run restore -- <folder made by npm run backup> [--replace]'

process.umask(0o077)

function orderGiven(): RestoreOrder {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { replace: { type: 'boolean', default: false } },
  })
  const [backup, ...more] = positionals
  if (backup === undefined || more.length > 0) throw new BackupRefused(USAGE)
  const say = (line: string) => console.log(line)
  return { env: readEnv(), backup, replace: values.replace, now: new Date(), say }
}

try {
  const order = orderGiven()
  const { dataDirectory, bucket } = order.env
  if (order.env.database.kind === 'postgresql') {
    const { added, stood } = await restoreEvidence(order)
    const where = bucket ? `the bucket ${bucket.name}` : dataDirectory
    console.log(`OK: ${added} files of evidence added to ${where}, ${stood} stood there already.`)
    console.log('The database is restored by pg_restore; check it with `npm run record:verify`.')
  } else {
    const { aside, manifest } = await restoreBackup(order)
    const { entries, streams } = manifest.record
    console.log(`OK: ${dataDirectory} is as of ${manifest.madeAt}: ${entries} entries in ${streams} streams.`)
    if (aside) console.log(`What stood there before is in ${aside}.`)
    const { missing } = manifest.evidence
    if (missing.length > 0)
      console.log(`WITHOUT evidence that the backup did not have: ${missing.join(', ')}`)
    console.log('No session is in a backup: everybody signs in again.')
  }
} catch (error) {
  console.error(sentenceOf(error))
  process.exitCode = 1
}
