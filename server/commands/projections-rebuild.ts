import { randomInt, randomUUID } from 'node:crypto'
import { nouns } from '#server/record/nouns.ts'
import { createRecord } from '#server/record/record.ts'
import { openDatabase } from '#server/store/client.ts'
import { createRecordStore } from '#server/store/record.ts'
import { readEnv } from '#server/env.ts'

/** `npm run projections:rebuild`: makes the read tables anew from the record and tells every difference. */

const database = await openDatabase(readEnv().database)
const record = createRecord({
  definitions: nouns,
  store: createRecordStore(database),
  now: () => new Date(),
  newId: randomUUID,
  chance: () => randomInt(2 ** 32) / 2 ** 32,
  // Nothing is decided anew: what a calendar gave stands in the entries.
  calendar: async () => ({}),
})
const differences = await record.rebuild()
await database.close()

for (const { table, id, column, stored, expected } of differences) {
  const place = [table, id, ...(column === null ? [] : [column])].join(' ')
  console.log(`${place}: stood ${JSON.stringify(stored)}, is now ${JSON.stringify(expected)}`)
}
console.log(`${differences.length} differences${differences.length > 0 ? ', mended' : ''}`)
