import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { refuse } from '#domain/record/refusal.ts'
import { wordsOf } from '../realtime/support/page.ts'
import { paragraph } from '../realtime/support/raw-socket.ts'
import { pause, until } from '../realtime/support/site.ts'
import { SmallServices } from '../realtime/support/small-services.ts'
import { at, openNodes, type TestNode } from './support/nodes.ts'

const NAME = 'case/c1/facts'

async function storedWords(node: TestNode, name = NAME): Promise<string[]> {
  const doc = new Y.Doc()
  for (const update of (await node.store.load(name)).updates) Y.applyUpdate(doc, update)
  return wordsOf(doc).split('|')
}

/** What a socket has been told of the document, on top of what it opened with. */
function copyOf(opened: { update: Uint8Array }, told: readonly Record<string, unknown>[]): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, new Uint8Array(opened.update))
  for (const { update } of told) Y.applyUpdate(doc, new Uint8Array(update as Uint8Array))
  return doc
}

it('[T-90] what people at three nodes write at once is shown to all, stored once, and all copies are equal', async () => {
  const services = new SmallServices()
  const { nodes } = await openNodes(3, services)
  const people = await Promise.all(
    nodes.flatMap((node, place) =>
      [0, 1].map(async (one) => {
        const socket = await at(node, services, `person-${place}-${one}`)
        const opened = await socket.openDocument(NAME)
        return { socket, opened, who: `p${place}${one}` }
      }),
    ),
  )
  await Promise.all(
    people.map(async ({ socket, opened, who }) => {
      const doc = new Y.Doc()
      for (let count = 0; count < 60; count++) {
        const answer = await socket.ask('document/update', {
          id: opened.id,
          update: paragraph(`${who}-${count}`, doc),
        })
        expect(answer.ok, JSON.stringify(answer)).toBe(true)
      }
    }),
  )
  const expected = people.flatMap(({ who }) => Array.from({ length: 60 }, (_, count) => `${who}-${count}`))
  expect((await storedWords(nodes[0]!)).sort()).toEqual([...expected].sort())
  const texts = await Promise.all(
    nodes.map(async ({ realtime }) => (await realtime.documents.read(NAME)).text),
  )
  expect(new Set(texts).size).toBe(1)
  // A lone writer's own changes are not sent back, so his copy lacks those alone.
  for (const { socket, opened, who } of people) {
    const others = expected.filter((word) => !word.startsWith(who))
    await until(`${who} was told everything`, () => {
      const words = new Set(wordsOf(copyOf(opened, socket.of('document/update'))).split('|'))
      return others.every((word) => words.has(word))
    })
  }
}, 60_000)

it('[T-90] nodes fold the same document in turns and lose nothing', async () => {
  const services = new SmallServices()
  const { nodes } = await openNodes(2, services)
  await Promise.all(
    nodes.map(async (node, place) => {
      const socket = await at(node, services, `person-${place}`)
      const opened = await socket.openDocument(NAME)
      const doc = new Y.Doc()
      const tell = (update: Uint8Array) => socket.ask('document/update', { id: opened.id, update })
      await Promise.all(Array.from({ length: 300 }, (_, count) => tell(paragraph(`${place}-${count}`, doc))))
      // On a busy machine a node may have thought itself cut off and taken nothing: pages send such changes again.
      await expect.poll(async () => (await tell(Y.encodeStateAsUpdate(doc))).ok).toBe(true)
      socket.socket.disconnect()
    }),
  )
  // Both unload, which folds too.
  await pause(600)
  const stored = await storedWords(nodes[0]!)
  expect(stored.length).toBe(600)
  expect(new Set(stored).size).toBe(600)
}, 60_000)

it('[T-91] what is frozen holds everything that any node acknowledged, and no node acknowledges more meanwhile', async () => {
  const services = new SmallServices()
  const { nodes } = await openNodes(2, services)
  const [here, there] = [nodes[0]!, nodes[1]!]
  const socket = await at(there, services, 'wang')
  const opened = await socket.openDocument(NAME)
  const acknowledged: string[] = []
  let isWriting = true
  const writing = (async () => {
    const doc = new Y.Doc()
    for (let count = 0; isWriting; count++) {
      const answer = await socket.ask('document/update', {
        id: opened.id,
        update: paragraph(`w${count}`, doc),
      })
      if (!answer.ok) return answer.refusal?.refused
      acknowledged.push(`w${count}`)
    }
    return null
  })()
  await until('some are written', () => acknowledged.length > 20)
  let before: string[] = []
  const frozen = await here.realtime.documents.freeze(NAME, async ({ text }) => {
    before = [...acknowledged]
    await pause(300)
    expect(acknowledged).toEqual(before)
    services.access_.set(`wang ${NAME}`, 'read')
    return text.split('\n')
  })
  expect(frozen.filter(Boolean)).toEqual(before)
  expect(await Promise.race([writing, pause(5_000)])).toMatch(/document\/(access-changed|read-only)/)
  isWriting = false
  expect(acknowledged).toEqual(before)
}, 30_000)

it('[T-91] a service reads what another node has just committed', async () => {
  const services = new SmallServices()
  const { nodes } = await openNodes(2, services)
  const [here, there] = [nodes[0]!, nodes[1]!]
  await at(here, services, 'li').then((socket) => socket.openDocument(NAME))
  const socket = await at(there, services, 'wang')
  const opened = await socket.openDocument(NAME)
  const doc = new Y.Doc()
  for (let count = 0; count < 30; count++) {
    await socket.ask('document/update', { id: opened.id, update: paragraph(`w${count}`, doc) })
    expect((await here.realtime.documents.read(NAME)).text).toContain(`w${count}`)
  }
})

it('[T-92] cursors at other nodes are seen, also by who comes later, and vanish with their node', async () => {
  const services = new SmallServices()
  const { nodes } = await openNodes(2, services)
  const [here, there] = [nodes[0]!, nodes[1]!]
  const wang = await at(there, services, 'wang')
  const { id } = await wang.openDocument(NAME)
  wang.tell('document/presence', { id, update: presenceFrame(7, 1) })
  const li = await at(here, services, 'li')
  await li.openDocument(NAME)
  const seen = () => li.of('document/presence').map(({ update }) => presenceIn(update as Uint8Array))
  await until('the cursor is seen', () => seen().some((text) => text.includes('wang的名字')))
  there.vanish()
  await until('the cursor is gone', () => seen().at(-1)?.endsWith('null') ?? false, 8_000)
}, 30_000)

it('[T-93] a person cut off at one node gets no frame at another after that was acknowledged', async () => {
  const services = new SmallServices()
  const { nodes } = await openNodes(2, services)
  const [here, there] = [nodes[0]!, nodes[1]!]
  const writer = await at(there, services, 'li')
  const opened = await writer.openDocument(NAME)
  const doc = new Y.Doc()
  for (let round = 0; round < 8; round++) {
    services.access_.delete(`wang ${NAME}`)
    const reader = await at(there, services, 'wang')
    await reader.openDocument(NAME)
    let isWriting = true
    const writing = (async () => {
      while (isWriting) await writer.ask('document/update', { id: opened.id, update: paragraph('字', doc) })
    })()
    await until('frames come', () => reader.of('document/update').length > 5)
    services.access_.set(`wang ${NAME}`, refuse('access/recused'))
    await here.realtime.announce.appended({ stream: 'meeting/m1', caseIds: ['c1'] }).elsewhere
    // What had left before is still on its way to us: mark the moment by a request that is answered behind it.
    await reader.ask('room/join', { stream: 'case/c9', audience: 'person' })
    const told = reader.of('document/update').length
    await pause(100)
    isWriting = false
    await writing
    expect(reader.of('document/update').length).toBe(told)
    expect(reader.of('document/revoked').length).toBe(1)
    reader.socket.disconnect()
  }
}, 30_000)

function presenceFrame(clientId: number, clock: number): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify({ cursor: null }))
  return Uint8Array.from([1, clientId, clock, json.length, ...json])
}

function presenceIn(update: Uint8Array): string {
  return new TextDecoder().decode(new Uint8Array(update))
}
