import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { paragraph, RawSocket } from './support/raw-socket.ts'
import { wordsOf } from './support/page.ts'
import { seeded, seedOfRun } from './support/seeded.ts'
import { pause } from './support/site.ts'
import { FileDocumentsStore } from './support/stores.ts'

const PEOPLE = ['wang', 'li', 'zhao', 'qian']
const NAMES = ['case/c1/facts', 'case/c2/facts']

async function start(path: string): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'support/killable-server.ts'), path, PEOPLE.join(',')],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  for await (const line of createInterface({ input: child.stdout })) return { url: `http://127.0.0.1:${line}`, child }
  throw new Error('the server did not start')
}

it('[T-81] a server killed without a word has lost nothing that it acknowledged', async () => {
  const seed = seedOfRun()
  console.info(`seed ${seed}`)
  const chance = seeded(seed)
  const folder = mkdtempSync(join(tmpdir(), 'huishang-kill-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'updates')
  const acknowledged = new Map(NAMES.map((name) => [name, [] as string[]]))
  for (let round = 0; round < 3; round++) {
    const { url, child } = await start(path)
    const writing = PEOPLE.map(async (personId) => {
      const socket = await new RawSocket(url, `huishang_session=session-of-${personId}`).connected()
      for (const name of NAMES) {
        const opened = await socket.openDocument(name)
        void (async () => {
          const doc = new Y.Doc()
          Y.applyUpdate(doc, new Uint8Array(opened.update))
          for (let count = 0; ; count++) {
            const token = `${personId}-${round}-${count}`
            const answer = await socket.ask('document/update', { id: opened.id, update: paragraph(token, doc) })
            if (!answer.ok) throw new Error(answer.refusal?.refused)
            acknowledged.get(name)?.push(token)
          }
        })().catch(() => undefined)
      }
    })
    await Promise.all(writing)
    await pause(200 + chance() * 400)
    const dead = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await dead
  }
  const store = new FileDocumentsStore(path)
  for (const name of NAMES) {
    const doc = new Y.Doc()
    for (const update of (await store.load(name)).updates) Y.applyUpdate(doc, update)
    const found = wordsOf(doc).split('|')
    const expected = acknowledged.get(name) ?? []
    expect(expected.length, `seed ${seed}`).toBeGreaterThan(50)
    expect(expected.filter((token) => !found.includes(token)), `seed ${seed}`).toEqual([])
    expect(new Set(found).size, `seed ${seed}`).toBe(found.length)
  }
  store.close()
})
