import type { Fault } from '#server/record/chain.ts'
import { verifyRecord } from '#server/record/verify.ts'
import { openRecordPages } from '#server/store/record-pages.ts'
import { readEnv } from '#server/env.ts'

/** `npm run record:verify`: reads the whole record, names the first broken entry, exits 1 if there is one. */

const WORDS: Readonly<Record<Fault, string>> = {
  'seq-gap': 'no entry stands at this place, or another one was put in: the numbers are not consecutive',
  'previous-hash': 'it does not follow the entry before it',
  hash: 'it was changed: its content does not give its hash',
  'head-missing': 'the stream has no head: the record of its length was removed',
  'head-behind': 'the stream has more entries than its head says: one was added past the product',
  'tail-missing': 'this entry and whatever followed were removed from the end of the stream',
  'head-hash': 'it is not the last entry that was written: the end of the stream was replaced',
}

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
  const { stream, seq, fault } = verdict.broken
  console.error(`BROKEN: ${stream} entry ${seq}: ${WORDS[fault]}.`)
  process.exitCode = 1
}
