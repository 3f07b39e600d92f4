import { getSchema } from '@tiptap/core'
import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import type { DocumentSession } from '#app/realtime/document-session.ts'
import { BLOCKS } from '#protocol/block-attributes.ts'
import { documentExtensions } from '#protocol/text-schema.ts'
import { badNetwork } from './support/bad-network.ts'
import { openPage } from './support/page.ts'
import { RawSocket } from './support/raw-socket.ts'
import { seeded, seedOfRun } from './support/seeded.ts'
import { openSite, pause, until } from './support/site.ts'

const NAME = 'case/c1/facts'
const schema = getSchema(documentExtensions)

type Attrs = Readonly<Record<string, unknown>>

function made(name: string, attrs: Attrs): Y.XmlElement {
  const element = new Y.XmlElement(name)
  for (const [key, value] of Object.entries(attrs)) element.setAttribute(key, value as string)
  return element
}

function updateWith(name: string, attrs: Attrs): Uint8Array {
  const doc = new Y.Doc()
  doc.getXmlFragment('default').push([made(name, attrs)])
  return Y.encodeStateAsUpdate(doc)
}

const FORGED: readonly [string, Attrs][] = [
  ['evidenceRef', { evidenceId: '<img src=x onerror=alert(1)>' }],
  ['evidenceRef', { evidenceId: 'e'.repeat(65) }],
  ['evidenceRef', { evidenceId: 'constructor' }],
  ['evidenceRef', { evidenceId: 'e1', title: '密级件的题名' }],
  ['evidenceRef', { evidenceId: 'e1', page: '3' }],
  ['evidenceRef', { evidenceId: 'e1', page: -1 }],
  ['evidenceRef', { evidenceId: 'e1', page: 1.5 }],
  ['evidenceRef', { evidenceId: 'e1', markId: '签字日期在会后' }],
  ['evidenceRef', { evidenceId: 'e1', markId: 'm1', note: '签字日期在会后' }],
  ['clauseRef', { clauseId: 'a b' }],
  ['personRef', { kind: 'witness', personId: 'w1' }],
  ['personRef', { kind: 'person', personId: '../wang' }],
  ['dueDay', { day: '2026-13-01' }],
  ['dueDay', { day: '明天' }],
  ['finding', { criterion: 'weather' }],
  ['finding', { criterion: 'distinction-1', side: 'tolerable' }],
  ['finding', { criterion: 'distinction-1', bodyId: 'organization' }],
  ['conditionRow', { conditionId: 'c1', met: 'met' }],
  ['conditionRow', { conditionId: 7 }],
  ['lossTable', { total: 1 }],
  ['lossRow', { loss: 0.1 }],
  ['lossRow', { loss: -5 }],
  ['lossRow', { loss: 1e300 }],
  ['lossRow', { recovered: '5' }],
]

it.each(FORGED)('[D-71] %s with %j is refused without effect', async (name, attrs) => {
  const site = await openSite()
  const writer = await new RawSocket(site.url, site.services.signIn('wang')).connected()
  const { id } = await writer.openDocument(NAME)
  const answer = await writer.ask('document/update', { id, update: updateWith(name, attrs) })
  expect(answer.refusal?.refused).toBe('input/invalid')
  expect(site.store.rows.size).toBe(0)
})

const inline: readonly [string, (n: number) => Attrs][] = [
  ['evidenceRef', (n) => ({ evidenceId: `e${String(n)}`, page: 1 + (n % 90) })],
  ['clauseRef', (n) => ({ clauseId: `xinzhou-situation-${String(1 + (n % 9))}`, version: 'xinzhou-trial' })],
  ['personRef', (n) => ({ kind: n % 2 ? 'subject' : 'person', personId: `p${String(n)}` })],
  ['dueDay', (n) => ({ day: `2026-12-${String(1 + (n % 28)).padStart(2, '0')}` })],
]
const block: readonly [string, (n: number) => Attrs][] = [
  ['finding', (n) => ({ criterion: `distinction-${String(1 + (n % 3))}` })],
  ['conditionRow', (n) => ({ conditionId: `c${String(n)}` })],
]

/** Puts a block somewhere, changes one, fills in a row of losses, types beside them or takes something away. */
function edit({ doc }: { doc: Y.Doc }, chance: () => number, n: number): void {
  const fragment = doc.getXmlFragment('default')
  const pick = <T>(all: readonly T[]): T => all[Math.floor(chance() * all.length)]!
  const elements = fragment.toArray().filter((one): one is Y.XmlElement => one instanceof Y.XmlElement)
  const named = (name: string) => elements.filter(({ nodeName }) => nodeName === name)
  const place = () => Math.floor(chance() * (fragment.length + 1))
  doc.transact(() => {
    const kind = chance()
    const paragraphs = named('paragraph')
    const tables = named('lossTable')
    if (paragraphs.length === 0 || kind < 0.15) {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(`字${String(n)}`)])
      fragment.insert(place(), [paragraph])
    } else if (kind < 0.35) {
      const [name, attrs] = pick(inline)
      const paragraph = pick(paragraphs)
      paragraph.insert(Math.floor(chance() * (paragraph.length + 1)), [made(name, attrs(n))])
    } else if (kind < 0.45) {
      const [name, attrs] = pick(block)
      fragment.insert(place(), [made(name, attrs(n))])
    } else if (kind < 0.52 || tables.length === 0) {
      const table = new Y.XmlElement('lossTable')
      table.insert(0, [made('lossRow', { loss: n, recovered: 0 })])
      fragment.insert(place(), [table])
    } else if (kind < 0.62) {
      const table = pick(tables)
      const row = made('lossRow', { loss: n * 100, recovered: 0 })
      row.insert(0, [new Y.XmlText('项')])
      table.insert(Math.floor(chance() * (table.length + 1)), [row])
    } else if (kind < 0.72) {
      const row = pick(tables).get(0)
      if (row instanceof Y.XmlElement) row.setAttribute('recovered', n as unknown as string)
    } else if (kind < 0.8) {
      const found = named('finding')
      if (found.length > 0) pick(found).setAttribute('criterion', 'look-basis')
    } else if (kind < 0.92) {
      const text = pick(paragraphs)
        .toArray()
        .find((one) => one instanceof Y.XmlText)
      text?.insert(Math.floor(chance() * (text.length + 1)), '言')
    } else if (kind < 0.96) {
      const table = pick(tables)
      if (table.length > 0) table.delete(Math.floor(chance() * table.length), 1)
    } else fragment.delete(Math.floor(chance() * fragment.length), 1)
  })
}

it('[D-81] five people put, change and take away blocks of every kind through bad lines: all copies end the same and readable', async () => {
  const seed = seedOfRun()
  process.stdout.write(`seed ${String(seed)}\n`)
  const chance = seeded(seed)
  const site = await openSite({ idleMs: 30 })
  const people = await Promise.all(
    Array.from({ length: 5 }, async (_, index) => {
      const network = await badNetwork(site.port, seeded(seed + index), 20)
      const person = `person-${String(index)}`
      return { network, session: openPage(network.url, site.services.signIn(person), person).open(NAME) }
    }),
  )
  const sessions: readonly DocumentSession[] = people.map(({ session }) => session)
  await until('all opened', () => sessions.every((one) => one.snapshot().mode === 'write'), 15_000)
  for (let round = 0; round < 1_000; round++) {
    const { network, session } = people[round % people.length]!
    if (chance() < 0.96) edit(session.snapshot(), chance, round)
    else if (chance() < 0.5) network.cut()
    else site.services.append('case/c1')
    if (chance() < 0.2) await pause(chance() * 8)
  }
  await until('all saved', () => sessions.every((one) => one.snapshot().saved === 'saved'), 60_000)
  const words = ({ doc }: { doc: Y.Doc }) =>
    JSON.stringify(yXmlFragmentToProsemirrorJSON(doc.getXmlFragment('default')))
  const copies = () => new Set(sessions.map((one) => words(one.snapshot())))
  await until(`all copies are equal (seed ${String(seed)})`, () => copies().size === 1, 30_000)
  const { content } = await site.realtime.documents.read(NAME)
  const kinds = new Set<string>()
  const text = schema.nodeFromJSON(JSON.parse(content))
  text.check()
  text.descendants((node) => {
    kinds.add(node.type.name)
  })
  for (const name of Object.keys(BLOCKS)) expect(kinds, `seed ${String(seed)}`).toContain(name)
  for (const session of sessions) {
    expect(session.snapshot().refusal, `seed ${String(seed)}`).toBeNull()
  }
})
