import { expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { refuse } from '#domain/record/refusal.ts'
import { paragraph } from '../realtime/support/raw-socket.ts'
import { pause, until } from '../realtime/support/site.ts'
import { SmallServices } from '../realtime/support/small-services.ts'
import type { LineState } from './support/cut-proxy.ts'
import { at, openNodes } from './support/nodes.ts'

const NAME = 'case/c1/facts'
const ANSWERED_MS = 4_000

it.each<LineState>(['cut', 'silent'])(
  '[T-94] a node whose line to Redis is %s takes nothing more, sends its people elsewhere and comes back with everything',
  async (state) => {
    const services = new SmallServices()
    const { nodes } = await openNodes(2, services)
    const [here, there] = [nodes[0]!, nodes[1]!]
    const wang = await at(there, services, 'wang')
    const opened = await wang.openDocument(NAME)
    const doc = new Y.Doc()
    const write = (words: string) =>
      wang.ask('document/update', { id: opened.id, update: paragraph(words, doc) })
    expect((await write('before')).ok).toBe(true)

    there.line.set(state)
    const cutAt = performance.now()
    const acknowledged: string[] = []
    let refused: string | undefined
    for (let count = 0; !refused; count++) {
      const answer = await write(`w${count}`)
      if (answer.ok) acknowledged.push(`w${count}`)
      else refused = answer.refusal?.refused
    }
    expect(refused).toBe('record/unavailable')
    // Nothing could be told, so nothing was acknowledged.
    expect(acknowledged).toEqual([])
    expect(performance.now() - cutAt).toBeLessThan(ANSWERED_MS)
    await until('it knows that it is cut off', () => there.cluster.isCutOff(), 4_000)

    const rows = (await there.store.load(NAME)).upTo
    expect((await write('too late')).refusal?.refused).toBe('record/unavailable')
    expect((await there.store.load(NAME)).upTo).toBe(rows)
    const command = { stream: 'case/c1', commandId: 'command-1', command: { type: 'recuse-myself' } }
    expect((await wang.ask('room/command', command)).refusal?.refused).toBe('record/unavailable')
    // The others go on without it.
    await here.realtime.announce.appended({ stream: 'case/c1' }).elsewhere

    await until('people are sent elsewhere', () => wang.of('server/stopping').length > 0, 4_000)
    await until('and their sockets are closed', () => !wang.socket.connected)
    await expect(at(there, services, 'wang')).rejects.toThrow()
    const li = await at(here, services, 'li')
    const { id } = await li.openDocument(NAME)
    await li.ask('document/update', { id, update: paragraph('meanwhile') })

    there.line.set('open')
    await until('it hears the others', () => !there.cluster.isCutOff(), 8_000)
    const back = await at(there, services, 'wang')
    const text = new Y.Doc()
    Y.applyUpdate(text, new Uint8Array((await back.openDocument(NAME)).update))
    expect(JSON.stringify(text.getXmlFragment('default'))).toContain('meanwhile')
  },
)

it('[T-95] what a node committed and died before telling is found by the others', async () => {
  const services = new SmallServices()
  const { nodes } = await openNodes(3, services)
  const [here, there, dying] = [nodes[0]!, nodes[1]!, nodes[2]!]
  const sockets = await Promise.all([here, there].map((node) => at(node, services, 'wang')))
  for (const socket of sockets) await socket.openDocument(NAME)
  await at(dying, services, 'li').then((socket) => socket.openDocument(NAME))
  dying.vanish()
  await dying.store.append([
    { name: NAME, update: paragraph('last words'), personId: 'li', at: '2026-01-01T00:00:00.000Z' },
  ])
  for (const socket of sockets)
    await until('the row is found', () => socket.of('document/update').length > 0, 6_000)
})

it('[T-95] access taken away by a node that could not tell is taken away everywhere when it is heard again', async () => {
  const services = new SmallServices()
  const { nodes } = await openNodes(2, services)
  const [here, there] = [nodes[0]!, nodes[1]!]
  const reader = await at(here, services, 'wang')
  await reader.openDocument(NAME)
  there.line.set('cut')
  services.access_.set(`wang ${NAME}`, refuse('access/recused'))
  await expect(there.realtime.announce.appended({ stream: 'case/c1' }).elsewhere).rejects.toThrow()
  expect(reader.of('document/revoked')).toEqual([])
  there.line.set('open')
  await until('it is taken away', () => reader.of('document/revoked').length > 0, 6_000)
})

it('[T-94] a command waits for a neighbour that is silent, and no longer than until it serves nobody', async () => {
  const services = new SmallServices()
  const { nodes } = await openNodes(2, services)
  const [here, there] = [nodes[0]!, nodes[1]!]
  there.line.set('silent')
  let told = false
  const telling = here.realtime.announce.appended({ stream: 'case/c1' }).elsewhere.then(() => (told = true))
  while (!there.cluster.isCutOff()) {
    expect(told).toBe(false)
    await pause(10)
  }
  await telling
})

it('[T-93] what was taken away is acknowledged only when a node that did not hear of it shows nothing any more', async () => {
  const services = new SmallServices()
  const { nodes } = await openNodes(2, services)
  const [here, there] = [nodes[0]!, nodes[1]!]
  const reader = await at(there, services, 'wang')
  await reader.openDocument(NAME)
  const writer = await at(there, services, 'li')
  const opened = await writer.openDocument(NAME)
  const doc = new Y.Doc()
  const writing = setInterval(
    () =>
      void writer.ask('document/update', { id: opened.id, update: paragraph('字', doc) }).catch(() => null),
    20,
  )
  onTestFinished(() => clearInterval(writing))
  await until('frames come', () => reader.of('document/update').length > 5)
  there.line.set('silent')
  services.access_.set(`wang ${NAME}`, refuse('access/recused'))
  const before = reader.of('document/update').length
  await here.realtime.announce.appended({ stream: 'meeting/m1', caseIds: ['c1'] }).elsewhere
  const told = reader.of('document/update').length
  expect(told).toBeGreaterThan(before)
  await pause(500)
  expect(reader.of('document/update').length).toBe(told)
})
