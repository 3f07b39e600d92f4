import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { LIMITS } from '#protocol/limits.ts'
import { decodePresence, encodePresence, type PresenceEntry } from '#protocol/presence.ts'
import { paragraph, RawSocket } from './support/raw-socket.ts'
import { openSite, pause, until, type Site } from './support/site.ts'

const NAME = 'case/c1/facts'

async function socketOf(site: Site, personId: string): Promise<RawSocket> {
  return new RawSocket(site.url, site.services.signIn(personId)).connected()
}

function heard(socket: RawSocket): PresenceEntry[] {
  return socket
    .of('document/presence')
    .flatMap(({ update }) => decodePresence(new Uint8Array(update as Uint8Array)))
}

/** A place that editors can look up; its number tells it from others. */
const at = (assoc: number) => {
  const place = { tname: 'default', assoc }
  return { anchor: place, head: place }
}

const frame = (clientId: number, state: PresenceEntry['state'], clock = 1) =>
  encodePresence([{ clientId, clock, state }])

describe('presence', () => {
  it('[T-40] identity is the server’s: whatever a client says about itself is overwritten', async () => {
    const site = await openSite()
    const [wang, li] = [await socketOf(site, 'wang'), await socketOf(site, 'li')]
    const { id } = await wang.openDocument(NAME)
    await li.openDocument(NAME)
    wang.tell('document/presence', {
      id,
      update: frame(11, {
        user: { id: 'chair', name: '主持人', color: 'url(x)' },
        name: '主持人',
        cursor: at(1),
      }),
    })
    await until('heard', () => heard(li).length > 0)
    expect(heard(li)[0]).toMatchObject({
      clientId: 11,
      state: { cursor: at(1), user: { id: 'wang', name: 'wang的名字', body: '纪委监委' } },
    })
    expect(Object.keys(heard(li)[0]?.state ?? {}).sort()).toEqual(['cursor', 'user'])
    expect((heard(li)[0]?.state?.['user'] as { color: string }).color).toMatch(/^#[0-9a-f]{6}$/)
  })

  it('[T-41] nobody can move, rename or remove another’s cursor', async () => {
    const site = await openSite()
    const [wang, li, zhao] = [
      await socketOf(site, 'wang'),
      await socketOf(site, 'li'),
      await socketOf(site, 'zhao'),
    ]
    const own = await wang.openDocument(NAME)
    const others = await li.openDocument(NAME)
    await zhao.openDocument(NAME)
    wang.tell('document/presence', { id: own.id, update: frame(11, { cursor: at(1) }) })
    await until('heard', () => heard(zhao).length === 1)
    li.tell('document/presence', { id: others.id, update: frame(11, null, 2 ** 40) })
    li.tell('document/presence', { id: others.id, update: frame(11, { cursor: at(99) }, 2 ** 40) })
    li.tell('document/presence', {
      id: others.id,
      update: encodePresence([
        { clientId: 12, clock: 1, state: { cursor: at(2) } },
        { clientId: 11, clock: 2 ** 40, state: null },
      ]),
    })
    await pause(120)
    expect(heard(zhao)).toHaveLength(1)
    // Nor under an id that another has written text under.
    const doc = new Y.Doc()
    await wang.ask('document/update', { id: own.id, update: paragraph('甲', doc) })
    li.tell('document/presence', { id: others.id, update: frame(doc.clientID, { cursor: at(4) }) })
    await pause(80)
    expect(heard(zhao)).toHaveLength(1)
    wang.tell('document/presence', { id: own.id, update: frame(11, { cursor: at(5) }) })
    await until('its owner still moves it', () => heard(zhao).length === 2)
  })

  it('[T-42] who comes later sees who is there; who leaves is gone for all', async () => {
    const site = await openSite()
    const [wang, li] = [await socketOf(site, 'wang'), await socketOf(site, 'li')]
    const { id } = await wang.openDocument(NAME)
    wang.tell('document/presence', { id, update: frame(11, { cursor: at(1) }) })
    await pause(60)
    await li.openDocument(NAME)
    await until('seen at the door', () => heard(li).length === 1)
    wang.socket.disconnect()
    await until('gone', () => heard(li).some(({ clientId, state }) => clientId === 11 && state === null))
    const clocks = heard(li).map(({ clock }) => clock)
    expect(clocks).toEqual([...clocks].sort((one, other) => one - other))
  })

  it('[T-43] many moves become few frames, and the last one counts', async () => {
    const site = await openSite()
    const [wang, li] = [await socketOf(site, 'wang'), await socketOf(site, 'li')]
    const { id } = await wang.openDocument(NAME)
    await li.openDocument(NAME)
    for (let move = 1; move <= 60; move++)
      wang.tell('document/presence', { id, update: frame(11, { cursor: at(move) }) })
    await until('the last one came', () =>
      heard(li).some(({ state }) => JSON.stringify(state?.['cursor']) === JSON.stringify(at(60))),
    )
    expect(li.of('document/presence').length).toBeLessThan(10)
    expect(wang.of('document/presence')).toEqual([])
  })

  it('[T-44] malformed and oversized presence goes nowhere', async () => {
    const site = await openSite()
    const [wang, li] = [await socketOf(site, 'wang'), await socketOf(site, 'li')]
    const { id } = await wang.openDocument(NAME)
    await li.openDocument(NAME)
    const bad = [
      new Uint8Array(0),
      new Uint8Array([255, 255, 255, 255, 15]),
      new Uint8Array([1, 11, 1, 3, 123]),
      frame(11, { cursor: 'x'.repeat(LIMITS.presenceBytes) }),
    ]
    for (const update of bad) wang.tell('document/presence', { id, update })
    wang.tell('document/presence', null)
    await pause(100)
    expect(heard(li)).toEqual([])
    wang.tell('document/presence', { id, update: frame(11, { cursor: at(1) }) })
    await until('a good one still does', () => heard(li).length === 1)
  })

  it('[T-45] what is no place in the text goes to nobody’s editor', async () => {
    const site = await openSite()
    const [wang, li] = [await socketOf(site, 'wang'), await socketOf(site, 'li')]
    const { id } = await wang.openDocument(NAME)
    await li.openDocument(NAME)
    const place = { tname: 'default' }
    const bad = [
      {},
      1,
      'x',
      [],
      { anchor: {}, head: {} },
      { anchor: 1, head: 1 },
      { anchor: place },
      { anchor: place, head: { type: null, tname: null, item: null } },
      { anchor: place, head: { tname: 'another' } },
      { anchor: place, head: { item: { client: -1, clock: 0 } } },
      { anchor: place, head: { type: { client: '__proto__', clock: 0 } } },
    ]
    for (const cursor of bad) wang.tell('document/presence', { id, update: frame(11, { cursor }) })
    wang.tell('document/presence', {
      id,
      update: frame(11, { cursor: { ...at(1), constructor: 1, more: 'x' } }),
    })
    await until('the good one came', () => heard(li).length > 0)
    expect(heard(li).map(({ state }) => state?.['cursor'])).toEqual([at(1)])
    // As Yjs writes places itself: in words, at their end, in an empty text.
    const doc = new Y.Doc()
    Y.applyUpdate(doc, paragraph('甲乙', new Y.Doc()))
    const text = doc.getXmlFragment('default')
    const words = (text.get(0) as Y.XmlElement).get(0) as Y.XmlText
    for (const [type, index] of [
      [words, 1],
      [words, 2],
      [text, 0],
      [text, 1],
    ] as const) {
      const found = heard(li).length
      const anchor = Y.createRelativePositionFromTypeIndex(type, index)
      wang.tell('document/presence', { id, update: frame(11, { cursor: { anchor, head: anchor } }) })
      await until('it came', () => heard(li).length > found)
      const place = (heard(li).at(-1)?.state?.['cursor'] as { anchor: object }).anchor
      expect(Y.compareRelativePositions(Y.createRelativePositionFromJSON(place), anchor)).toBe(true)
    }
  })

  it('[T-21] [T-41] a flood under ever new client ids reaches others as a few frames under one, and ends', async () => {
    const site = await openSite()
    const [wang, li] = [await socketOf(site, 'wang'), await socketOf(site, 'li')]
    const { id } = await wang.openDocument(NAME)
    await li.openDocument(NAME)
    for (let number = 0; number < 4_000; number++)
      wang.tell('document/presence', {
        id,
        update: frame(11 + number, number % 2 ? null : { cursor: at(1) }),
      })
    await until('the flood was closed', () => wang.of('session/closed').length > 0 || !wang.socket.connected)
    await until('gone', () => heard(li).at(-1)?.state === null)
    expect(new Set(heard(li).map(({ clientId }) => clientId))).toEqual(new Set([11]))
    expect(li.of('document/presence').length).toBeLessThan(20)
    expect((await li.ask('room/join', { stream: 'meeting/m1' })).ok).toBe(true)
  })
})
