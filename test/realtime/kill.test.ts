import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { openDatabase } from '#server/store/client.ts'
import { createDocumentsStore } from '#server/store/documents.ts'
import { migrate } from '../../prisma/migrate.ts'
import { paragraph, RawSocket } from './support/raw-socket.ts'
import { wordsOf } from './support/page.ts'
import { seeded, seedOfRun } from './support/seeded.ts'
import { pause, until } from './support/site.ts'

const PEOPLE = ['wang', 'li', 'zhao', 'qian']
const NAMES = ['case/c1/facts', 'case/c2/facts']

async function start(file: string): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'support/killable-server.ts'), file, PEOPLE.join(',')],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  for await (const line of createInterface({ input: child.stdout }))
    return { url: `http://127.0.0.1:${line}`, child }
  throw new Error('the server did not start')
}

it('[T-81] a server killed without a word has lost nothing that it acknowledged', async () => {
  const seed = seedOfRun()
  process.stdout.write(`seed ${seed}\n`)
  const chance = seeded(seed)
  const folder = mkdtempSync(join(tmpdir(), 'huishang-kill-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'huishang.db')
  await migrate({ kind: 'sqlite', file })
  const acknowledged = new Map(NAMES.map((name) => [name, [] as string[]]))
  const total = () => [...acknowledged.values()].flat().length
  for (let round = 0; round < 3; round++) {
    const { url, child } = await start(file)
    const writing = PEOPLE.map(async (personId) => {
      const socket = await new RawSocket(url, `huishang_session=session-of-${personId}`).connected()
      for (const name of NAMES) {
        const opened = await socket.openDocument(name)
        void (async () => {
          const doc = new Y.Doc()
          Y.applyUpdate(doc, new Uint8Array(opened.update))
          for (let count = 0; ; count++) {
            const token = `${personId}-${round}-${count}`
            const answer = await socket.ask('document/update', {
              id: opened.id,
              update: paragraph(token, doc),
            })
            if (!answer.ok) throw new Error(answer.refusal?.refused)
            acknowledged.get(name)?.push(token)
          }
        })().catch(() => undefined)
      }
    })
    await Promise.all(writing)
    // In the middle of it: somewhere after the next few dozen acknowledgements, however fast the machine is.
    const wanted = total() + 20 + Math.floor(chance() * 60)
    await until('acknowledgements came', () => total() >= wanted, 30_000)
    await pause(chance() * 20)
    const dead = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await dead
  }
  const database = await openDatabase({ kind: 'sqlite', file })
  const store = createDocumentsStore(database)
  for (const name of NAMES) {
    const doc = new Y.Doc()
    for (const update of (await store.load(name)).updates) Y.applyUpdate(doc, update)
    const found = wordsOf(doc).split('|')
    const expected = acknowledged.get(name) ?? []
    expect(expected.length, `seed ${seed}`).toBeGreaterThan(5)
    expect(
      expected.filter((token) => !found.includes(token)),
      `seed ${seed}`,
    ).toEqual([])
    expect(new Set(found).size, `seed ${seed}`).toBe(found.length)
  }
  await database.close()
})
