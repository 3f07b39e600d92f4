import { randomInt, randomUUID } from 'node:crypto'
import { nouns } from '#server/record/nouns.ts'
import { createRecord } from '#server/record/record.ts'
import { openDatabase } from '#server/store/client.ts'
import { createEvidenceFiles } from '#server/store/evidence-files.ts'
import { openEvidencePlace } from '#server/store/open-evidence-place.ts'
import { createStores } from '#server/store/stores.ts'
import { openSearching } from '#server/searching.ts'
import { readEnv } from '#server/env.ts'

/** `npm run projections:rebuild`: makes the read tables and the search's index anew and tells every difference. */

const env = readEnv()
const address = env.database
const database = await openDatabase(address)
const stores = createStores(database, { now: () => new Date(), newId: randomUUID })
const record = createRecord({
  definitions: nouns,
  store: stores.record,
  now: () => new Date(),
  newId: randomUUID,
  chance: () => randomInt(2 ** 32) / 2 ** 32,
  // Nothing is decided anew: what a calendar gave stands in the entries.
  calendar: async () => ({}),
})
const differences = await record.rebuild()
const searching = await openSearching({
  ...{ address, database, stores, record },
  files: createEvidenceFiles({ place: await openEvidencePlace(env), limitBytes: env.uploadLimitBytes }),
  failed: (error, stream) => {
    console.error(`search ${stream}: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  },
})
const found = await searching.indexing.rebuild()
await searching.stop()
await database.close()

for (const { table, id, column, stored, expected } of differences) {
  const place = [table, id, ...(column === null ? [] : [column])].join(' ')
  console.log(`${place}: stood ${JSON.stringify(stored)}, is now ${JSON.stringify(expected)}`)
}
console.log(`${differences.length} differences${differences.length > 0 ? ', mended' : ''}`)
for (const id of found) console.log(`search ${id}: stood otherwise, is made anew`)
if (found.length > 0) console.log(`${found.length} entries of the search made anew`)
