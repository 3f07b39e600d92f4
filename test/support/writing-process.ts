import { randomUUID } from 'node:crypto'
import type { Database as DatabaseAddress } from '#server/env.ts'
import { createBallotBox } from '#server/store/ballots.ts'
import { openDatabase } from '#server/store/client.ts'
import { createDocumentsStore } from '#server/store/documents.ts'
import { anna, ledgerRecord } from './ledger.ts'

/**
 * A process that writes until it is killed, and says a line for everything that was acknowledged:
 * `command <id>`, `vote <person>`, `edit <number>`. Run with the database's address in ADDRESS.
 */
const database = await openDatabase(JSON.parse(process.env['ADDRESS'] ?? '') as DatabaseAddress)
const [record, box, documents] = [
  ledgerRecord(database),
  createBallotBox(database),
  createDocumentsStore(database),
]
const at = new Date().toISOString()

async function commands(writer: number): Promise<never> {
  for (let turn = 0; ; turn++) {
    const commandId = `command-${String(writer)}-${String(turn)}`
    const done = await record.execute({
      stream: `case/${String(turn % 3)}`,
      actor: anna,
      commandId,
      command: { amounts: [0, 0] },
    })
    if ('seq' in done) console.log(`command ${commandId}`)
  }
}

async function votes(): Promise<void> {
  for (let voter = 0; voter < 5_000; voter += 5)
    await Promise.all(
      Array.from({ length: 5 }, async (_, index) => {
        const personId = `v${String(voter + index)}`
        const ids = { commandId: `vote-of-${personId}`, receipt: randomUUID(), ballotId: randomUUID() }
        const answer = await box.cast({ pollId: 'poll', personId, choice: 'EXEMPT', ...ids })
        if (typeof answer === 'object') console.log(`vote ${personId}`)
      }),
    )
}

async function edits(): Promise<never> {
  for (let turn = 0; ; turn++) {
    const update = new TextEncoder().encode(String(turn))
    await documents.append([{ name: 'case/0/facts', update, personId: 'anna', at }])
    console.log(`edit ${String(turn)}`)
  }
}

await Promise.all([commands(0), commands(1), votes(), edits()])
