import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { wordsOf } from './support/page.ts'
import { paragraph, RawSocket } from './support/raw-socket.ts'
import { openSite, pause, until, type Site } from './support/site.ts'

/** 18 kB of text; with the copy that writing needs about eighteen times that. */
const WORDS = '章'.repeat(6_000)
const ROOM_FOR_TWO = 800_000

const socketOf = (site: Site) => new RawSocket(site.url, site.services.signIn('wang')).connected()

async function writeInto(socket: RawSocket, name: string): Promise<number> {
  const { id } = await socket.openDocument(name)
  expect((await socket.ask('document/update', { id, update: paragraph(WORDS) })).ok).toBe(true)
  return id
}

async function visit(socket: RawSocket, name: string): Promise<string> {
  const opened = await socket.openDocument(name)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, new Uint8Array(opened.update))
  socket.tell('document/close', { id: opened.id })
  return wordsOf(doc)
}

describe('memory', () => {
  it('[T-39] of the texts that nobody uses the longest unused goes first, and comes back whole', async () => {
    const site = await openSite({ idleMs: 60_000, documentBytes: ROOM_FOR_TWO })
    const socket = await socketOf(site)
    for (const name of ['case/c1/facts', 'case/c2/facts']) {
      const id = await writeInto(socket, name)
      socket.tell('document/close', { id })
    }
    // Used again: now the other has been unused for longer.
    await visit(socket, 'case/c1/facts')
    expect(site.store.loads).toBe(2)
    const id = await writeInto(socket, 'case/c3/facts')
    expect(await visit(socket, 'case/c1/facts')).toBe(WORDS)
    expect(site.store.loads).toBe(3)
    socket.tell('document/close', { id })
    expect(await visit(socket, 'case/c2/facts')).toBe(WORDS)
    expect(site.store.loads).toBe(4)
    expect(site.logged).toEqual([])
  })

  it('[T-39] what is in use stays, and that it is too much is told once', async () => {
    const site = await openSite({ idleMs: 60_000, documentBytes: 100_000 })
    const socket = await socketOf(site)
    const ids: number[] = []
    for (const name of ['case/c1/facts', 'case/c2/facts']) ids.push(await writeInto(socket, name))
    for (const id of ids)
      expect((await socket.ask('document/update', { id, update: paragraph('还') })).ok).toBe(true)
    expect(site.store.loads).toBe(2)
    expect(socket.of('document/revoked')).toEqual([])
    expect(site.logged.map((line) => line.split(' {')[0])).toEqual([
      'documents in use take more memory than they may',
    ])
  })

  it('[T-39] what is not committed yet stays until it is', async () => {
    const site = await openSite({ idleMs: 60_000, documentBytes: 100_000 })
    const socket = await socketOf(site)
    const id = await writeInto(socket, 'case/c1/facts')
    site.store.appendMs = 1_000
    const written = socket.ask('document/update', { id, update: paragraph('还') })
    await until('being committed', () => site.store.appends === 2)
    socket.tell('document/close', { id })
    await pause(20)
    expect(site.store.folds).toBe(0)
    expect((await written).ok).toBe(true)
    await until('folded away', () => site.store.folds === 1)
    // The store takes as long for this as for that.
    await pause(1_500)
    expect(await visit(socket, 'case/c1/facts')).toContain('还')
    expect(site.store.loads).toBe(2)
  })
})
