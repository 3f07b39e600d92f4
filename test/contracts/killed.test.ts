import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { verifyRecord } from '#server/record/verify.ts'
import { createBallotBox } from '#server/store/ballots.ts'
import { createDocumentsStore } from '#server/store/documents.ts'
import { openRecordPages } from '#server/store/record-pages.ts'
import { KINDS, openTestDatabase, type TestDatabase } from '../support/database.ts'
import { ledgerRecord } from '../support/ledger.ts'

const VOTERS = 5_000

/** Lets the process write and kills it without warning; answers with what it acknowledged, by kind. */
async function killWhileWriting(database: TestDatabase, afterMs: number) {
  const script = fileURLToPath(new URL('../support/writing-process.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, ADDRESS: JSON.stringify(database.address) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said = { command: [] as string[], vote: [] as string[], edit: [] as string[] }
  let timer: ReturnType<typeof setTimeout> | null = null
  const ended = new Promise((resolve) => child.once('close', resolve))
  for await (const line of createInterface(child.stdout)) {
    const [what, id = ''] = line.split(' ')
    if (what === 'command' || what === 'vote' || what === 'edit') said[what].push(id)
    // From the moment when each of them runs, however long a busy machine takes to come so far.
    if (timer === null && Object.values(said).every(({ length }) => length > 0))
      timer = setTimeout(() => child.kill('SIGKILL'), afterMs)
  }
  await ended
  return said
}

describe.each(KINDS)('a killed process on %s', (kind) => {
  it('[R-19] leaves everything it acknowledged, once', { timeout: 60_000 }, async () => {
    const database = await openTestDatabase(kind)
    const box = createBallotBox(database)
    const roll = Array.from({ length: VOTERS }, (_, index) => {
      return {
        personId: `v${String(index)}`,
        name: '',
        bodyId: 'b',
        present: true,
        recused: false,
        entitled: true,
      }
    })
    await database.transaction((tx) =>
      box.open(tx, { id: 'poll', stream: 'meeting/m', method: 'secret', roll }),
    )

    const afterMs = Math.floor(Math.random() * 900)
    const said = await killWhileWriting(database, afterMs)
    const about = `killed after ${String(afterMs)} ms`

    const record = ledgerRecord(database)
    const entries = (await Promise.all(['0', '1', '2'].map((id) => record.entries(`case/${id}`)))).flat()
    const standing = entries.map(({ commandId }) => commandId)
    for (const id of said.command)
      expect(
        standing.filter((one) => one === id),
        about,
      ).toHaveLength(2)
    const pages = await openRecordPages(database.address)
    expect(await verifyRecord(pages), about).toMatchObject({ ok: true })
    await pages.close()
    expect(await record.rebuild(), about).toEqual([])

    const content = await database.transaction((tx) => box.close(tx, 'poll'))
    expect(content.votedIds, about).toEqual(expect.arrayContaining(said.vote))
    expect(content.counts, about).toEqual({ EXEMPT: content.votedIds.length })

    const { updates } = await createDocumentsStore(database).load('case/0/facts')
    const edits = updates.map((update) => new TextDecoder().decode(update))
    expect(edits.slice(0, said.edit.length), about).toEqual(said.edit)
    await database.close()
  })
})
