import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NewVersion } from '#server/services/ports.ts'
import { createTextBeginnings } from '#server/store/beginnings.ts'
import { createDocumentsStore } from '#server/store/documents.ts'
import { createVersionStore } from '#server/store/versions.ts'
import { KINDS, openTestDatabase, type TestDatabase } from '../support/database.ts'

describe.each(KINDS)('versions on %s', (kind) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(kind)
  })
  afterAll(() => database.close())

  let minute = 0
  const at = () => new Date(Date.UTC(2026, 0, 1, 0, (minute += 1))).toISOString()
  const write = (name: string, ...people: string[]) =>
    createDocumentsStore(database).append(
      people.map((personId) => ({ name, update: Uint8Array.from([1]), personId, at: at() })),
    )
  const fold = (name: string, upTo: number) =>
    createDocumentsStore(database).fold(name, upTo, Uint8Array.from([2]))
  const version = (name: string, upTo: number, rest: Partial<NewVersion> = {}): NewVersion => ({
    ...{ id: `${name} ${String(upTo)} ${String(minute)}`, name, reason: 'pause', label: '', at: at() },
    ...{ personId: 'anna', state: new Uint8Array(), content: `text ${String(upTo)}` },
    ...{ hash: `hash ${String(upTo)}`, upTo },
    ...rest,
  })
  const authors = async (name: string) =>
    (await createVersionStore(database).list(name)).map((one) => one.authors)

  it('[D-61] tell who wrote since the one before, the latest first', async () => {
    const name = 'case/told/facts'
    const versions = createVersionStore(database)
    await write(name, 'anna', 'bob', 'anna', 'carl')
    await versions.keep(version(name, 3))
    await versions.keep(version(name, 4))
    await versions.keep(version(name, 4, { id: 'named', reason: 'named', label: '会前稿' }))
    expect(await authors(name)).toEqual([['anna', 'bob'], ['carl'], []])
  })

  it('[D-61] forget nobody whose rows a snapshot took the place of, and tell nobody twice', async () => {
    const name = 'case/folded/facts'
    const versions = createVersionStore(database)
    await write(name, 'anna', 'bob')
    await fold(name, 2)
    await write(name, 'carl', 'bob')
    await fold(name, 3)
    expect(await versions.folded()).toContain(name)
    expect(await versions.lastWritten(name)).toMatchObject({ personId: 'bob' })
    await versions.keep(version(name, 4))
    expect(await authors(name)).toEqual([['bob', 'carl', 'anna']])
    expect(await versions.folded()).not.toContain(name)
    expect(await versions.lastWritten(name)).toBeNull()
    await write(name, 'dora')
    await fold(name, 5)
    await versions.keep(version(name, 5))
    expect(await authors(name)).toEqual([['bob', 'carl', 'anna'], ['dora']])
  })

  it('[D-124] begin a text in the transaction of its case: the template first, as nobody’s words, and then what is written', async () => {
    const [name, versions] = ['case/begun/facts', createVersionStore(database)]
    const { begin } = createTextBeginnings(versions)
    const template = version(name, 1, { reason: 'template', label: '3' })
    const failing = database.transaction(async (tx) => {
      await begin(tx, template, Uint8Array.from([7]))
      throw new Error('the entry was refused')
    })
    await expect(failing).rejects.toThrow('refused')
    expect((await createDocumentsStore(database).load(name)).upTo).toBe(0)

    await database.transaction((tx) => begin(tx, template, Uint8Array.from([7])))
    await write(name, 'anna')
    const { updates, upTo, damaged } = await createDocumentsStore(database).load(name)
    expect([updates.length, upTo, damaged]).toEqual([2, 2, undefined])
    await versions.keep(version(name, 2))
    expect(await authors(name)).toEqual([[], ['anna']])
  })

  it('[D-60] are kept once: not what the newest says, not what it covers, not by a second node', async () => {
    const name = 'case/once/facts'
    const [one, other] = [createVersionStore(database), createVersionStore(await database.another())]
    await write(name, 'anna', 'anna')
    const same = version(name, 2, { id: 'pause-once' })
    const kept = await Promise.all([one.keepIfNew(same), other.keepIfNew(same)])
    expect(kept.filter(Boolean)).toHaveLength(1)
    expect(await one.keepIfNew(version(name, 3, { hash: same.hash }))).toBe(false)
    expect(await one.keepIfNew(version(name, 1, { hash: 'other' }))).toBe(false)
    expect(await one.keepIfNew(version(name, 3, { hash: 'other' }))).toBe(true)
    // What stood there before is new again.
    expect(await one.keepIfNew(version(name, 4, { hash: same.hash }))).toBe(true)
    expect(await one.list(name)).toHaveLength(3)
  })

  it('[D-58] are given names afterwards, each of its own, in their order', async () => {
    const name = 'case/named/facts'
    const versions = createVersionStore(database)
    await versions.keep(version(name, 1, { id: 'first' }))
    await versions.keep(version(name, 2, { id: 'second' }))
    const give = (id: string, versionId: string, label: string) =>
      versions.giveName({ id, name, versionId, label, at: at(), personId: 'anna' })
    await give('z', 'first', '会前稿')
    await give('a', 'first', '送审稿')
    await give('m', 'second', '定稿')
    const labels = (one: { names: readonly { label: string }[] } | null) =>
      one?.names.map(({ label }) => label)
    expect((await versions.list(name)).map(labels)).toEqual([['会前稿', '送审稿'], ['定稿']])
    expect(labels(await versions.get('first'))).toEqual(['会前稿', '送审稿'])
  })

  it('[D-60] do not come from a transaction that is taken back', async () => {
    const name = 'case/back/facts'
    const versions = createVersionStore(database)
    await write(name, 'anna')
    await fold(name, 1)
    await expect(
      database.transaction(async (tx) => {
        await versions.insert(tx, version(name, 1))
        throw new Error('refused')
      }),
    ).rejects.toThrow('refused')
    expect(await versions.list(name)).toEqual([])
    expect(await versions.folded()).toContain(name)
  })
})
