import { wordsFor } from '#server/record/fault-words.ts'
import { verifyRecord } from '#server/record/verify.ts'
import { openRecordPages } from '#server/store/record-pages.ts'
import { readEnv } from '#server/env.ts'

/** `npm run record:verify`: reads the whole record, names the first broken entry, exits 1 if there is one. */

const pages = await openRecordPages(readEnv().database)
const started = performance.now()
const verdict = await verifyRecord(pages)
await pages.close()

if (verdict.ok) {
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(
    `OK: ${verdict.entries} entries in ${verdict.streams} streams, every chain is whole (${seconds} s).`,
  )
} else {
  console.error(`BROKEN: ${wordsFor(verdict.broken)}`)
  process.exitCode = 1
}
