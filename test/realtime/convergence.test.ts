import { expect, it } from 'vitest'
import * as Y from 'yjs'
import type { DocumentSession } from '#app/realtime/document-session.ts'
import { badNetwork } from './support/bad-network.ts'
import { openPage, wordsOf } from './support/page.ts'
import { seeded, seedOfRun } from './support/seeded.ts'
import { openSite, pause, until } from './support/site.ts'

const PEOPLE = 12
const NAMES = ['case/c1/facts', 'case/c1/verification-report']

/** Types, deletes or breaks a paragraph somewhere, as a person would. */
function edit(session: DocumentSession, chance: () => number, token: string): void {
  const { doc } = session.snapshot()
  const fragment = doc.getXmlFragment('default')
  doc.transact(() => {
    const place = Math.floor(chance() * (fragment.length + 1))
    const element = fragment.length > 0 ? fragment.get(Math.min(place, fragment.length - 1)) : null
    const text = element instanceof Y.XmlElement ? element.get(0) : null
    const kind = chance()
    if (kind < 0.5 && text instanceof Y.XmlText) text.insert(Math.floor(chance() * (text.length + 1)), token)
    else if (kind < 0.6 && text instanceof Y.XmlText && text.length > 1)
      text.delete(Math.floor(chance() * (text.length - 1)), 1)
    else if (kind < 0.65 && fragment.length > 3) fragment.delete(Math.floor(chance() * fragment.length), 1)
    else {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(token)])
      fragment.insert(place, [paragraph])
    }
  })
}

it('[T-80] many people, late and lost frames, cuts and a failing disk: all copies end the same, nothing acknowledged is lost', async () => {
  const seed = seedOfRun()
  process.stdout.write(`seed ${seed}\n`)
  const chance = seeded(seed)
  const site = await openSite({ idleMs: 30 })
  const people = await Promise.all(
    Array.from({ length: PEOPLE }, async (_, index) => {
      const network = await badNetwork(site.port, seeded(seed + index), 30)
      const page = openPage(network.url, site.services.signIn(`person-${index}`), `person-${index}`)
      return { network, sessions: NAMES.map((name) => page.open(name)) }
    }),
  )
  const sessions = people.flatMap((one) => one.sessions)
  await until('all opened', () => sessions.every((session) => session.snapshot().mode === 'write'), 15_000)

  for (let round = 0; round < 250; round++) {
    const { network, sessions: own } = people[Math.floor(chance() * PEOPLE)] ?? people[0]!
    const session = own[Math.floor(chance() * NAMES.length)] ?? own[0]!
    const kind = chance()
    if (kind < 0.85) edit(session, chance, `字${round}`)
    else if (kind < 0.91) network.cut()
    else if (kind < 0.94) session.hold()
    else if (kind < 0.97) session.release()
    else if (kind < 0.985) site.services.append('case/c1')
    else site.store.isFailing = !site.store.isFailing
    site.store.appendMs = chance() * 6
    if (chance() < 0.6) await pause(chance() * 12)
  }

  site.store.isFailing = false
  for (const session of sessions) session.release()
  await until('all saved', () => sessions.every((session) => session.snapshot().saved === 'saved'), 30_000)
  for (const [index, name] of NAMES.entries()) {
    const copies = people.map((one) => one.sessions[index]!.snapshot().doc)
    const stored = new Y.Doc()
    await until(
      `all copies of ${name} are equal (seed ${seed})`,
      () => new Set(copies.map(wordsOf)).size === 1,
      10_000,
    )
    for (const update of (await site.store.load(name)).updates) Y.applyUpdate(stored, update)
    expect(wordsOf(stored), `seed ${seed}`).toBe(wordsOf(copies[0]!))
    const vectors = copies.map((copy) =>
      JSON.stringify([...Y.decodeStateVector(Y.encodeStateVector(copy))].sort()),
    )
    expect(new Set(vectors).size, `seed ${seed}`).toBe(1)
  }
})
