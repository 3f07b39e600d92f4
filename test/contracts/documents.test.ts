import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDocumentsStore } from '#server/store/documents.ts'
import { createVersionStore } from '#server/store/versions.ts'
import { KINDS, openTestDatabase, type TestDatabase } from '../support/database.ts'

const at = '2026-01-01T00:00:00.000Z'
const write = (name: string, ...data: number[]) => ({
  name,
  update: Uint8Array.from(data),
  personId: 'anna',
  at,
})
const numbers = (updates: readonly Uint8Array[]) => updates.map((update) => [...update])

describe.each(KINDS)('stored documents on %s', (kind) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(kind)
  })
  afterAll(() => database.close())
  const open = () => createDocumentsStore(database)

  it('[R-30] numbers each name’s updates in the order of the batch', async () => {
    const store = open()
    expect(await store.load('case/a/facts')).toEqual({ updates: [], upTo: 0 })
    expect(await store.append([])).toEqual(new Map())
    const first = await store.append([
      write('case/a/facts', 1),
      write('case/b/facts', 9),
      write('case/a/facts', 2, 3),
    ])
    expect(first).toEqual(
      new Map([
        ['case/a/facts', 2],
        ['case/b/facts', 1],
      ]),
    )
    expect(await store.append([write('case/a/facts', 4)])).toEqual(new Map([['case/a/facts', 3]]))
    const loaded = await open().load('case/a/facts')
    expect(loaded.upTo).toBe(3)
    expect(numbers(loaded.updates)).toEqual([[1], [2, 3], [4]])
  })

  it('[R-30] takes as many documents at once as one commit of the engine may hold', async () => {
    const store = open()
    const batch = Array.from({ length: 500 }, (_, place) => write(`case/many/${place}`, place % 256))
    expect((await store.append(batch)).size).toBe(500)
    expect(numbers((await open().load('case/many/499')).updates)).toEqual([[499 % 256]])
  })

  it('[R-30] loses nothing when two processes write at once', async () => {
    const stores = [open(), createDocumentsStore(await database.another())]
    await Promise.all(
      stores.flatMap((store, writer) =>
        Array.from({ length: 4 }, (_, turn) =>
          store.append([write('case/busy/facts', writer, turn), write(`case/busy/${String(turn)}`, writer)]),
        ),
      ),
    )
    const { updates, upTo } = await open().load('case/busy/facts')
    expect(upTo).toBe(8)
    expect(new Set(updates.map(String)).size).toBe(8)
  })

  it('[R-30] keeps a batch out whole when one of it cannot stand', async () => {
    const store = open()
    const bad = { ...write('case/whole/facts', 1), personId: null as unknown as string }
    await expect(store.append([write('case/whole/facts', 1), bad])).rejects.toThrow()
    expect(await store.load('case/whole/facts')).toEqual({ updates: [], upTo: 0 })
    expect(await store.append([write('case/whole/facts', 1)])).toEqual(new Map([['case/whole/facts', 1]]))
  })

  it('[R-30] is not taken back with a stranger’s transaction', async () => {
    const store = open()
    let fail = () => undefined as void
    const held = new Promise<void>((resolve) => (fail = resolve))
    const stranger = database.transaction(async (tx) => {
      await tx.counter.create({ data: { name: 'stranger', value: 1 } })
      await held
      throw new Error('thought better of it')
    })
    const appended = store.append([write('case/turn/facts', 1)])
    fail()
    await expect(stranger).rejects.toThrow('thought better of it')
    expect(await appended).toEqual(new Map([['case/turn/facts', 1]]))
    expect((await open().load('case/turn/facts')).upTo).toBe(1)
    expect(await database.client.counter.count({ where: { name: 'stranger' } })).toBe(0)
  })

  it('[R-31] puts a snapshot in the place of the rows it covers', async () => {
    const store = open()
    const name = 'case/fold/facts'
    await store.append([1, 2, 3, 4].map((data) => write(name, data)))
    await store.fold(name, 3, Uint8Array.from([123]))
    const loaded = await store.load(name)
    expect([numbers(loaded.updates), loaded.upTo]).toEqual([[[123], [4]], 4])
    // An older one that comes late takes nothing away.
    await store.fold(name, 2, Uint8Array.from([12]))
    expect(numbers((await store.load(name)).updates)).toEqual([[123], [4]])
    await store.fold(name, 4, Uint8Array.from([44]))
    expect(await store.load(name)).toEqual({ updates: [Uint8Array.from([44])], upTo: 4 })
  })

  it('[R-31] numbers on behind a snapshot, also one that another process wrote', async () => {
    const name = 'case/fold-elsewhere/facts'
    const here = open()
    const there = createDocumentsStore(await database.another())
    await here.append([write(name, 1)])
    await there.append([write(name, 2), write(name, 3)])
    await there.fold(name, 3, Uint8Array.from([123]))
    expect(await here.append([write(name, 4)])).toEqual(new Map([[name, 4]]))
    expect(numbers((await here.load(name)).updates)).toEqual([[123], [4]])
  })

  it('[R-31] tells what lies behind a row: those rows alone, or the whole where they were folded away', async () => {
    const store = open()
    const name = 'case/since/facts'
    expect(await store.since(name, 0)).toEqual({ updates: [], upTo: 0 })
    await store.append([1, 2, 3].map((data) => write(name, data)))
    const two = await store.since(name, 1)
    expect([numbers(two.updates), two.upTo]).toEqual([[[2], [3]], 3])
    expect(await store.since(name, 3)).toEqual({ updates: [], upTo: 3 })
    await store.fold(name, 3, Uint8Array.from([123]))
    await store.append([write(name, 4)])
    const whole = await store.since(name, 1)
    expect([numbers(whole.updates), whole.upTo]).toEqual([[[123], [4]], 4])
    expect(numbers((await store.since(name, 3)).updates)).toEqual([[4]])
  })

  it('[R-32] leaves damaged rows out and names them', async () => {
    const store = open()
    const name = 'case/damaged/facts'
    await store.append([1, 2, 3].map((data) => write(name, data)))
    await database.client.documentUpdate.updateMany({
      where: { name, seq: 2 },
      data: { data: Uint8Array.from([99]) },
    })
    const loaded = await store.load(name)
    expect([numbers(loaded.updates), loaded.upTo, loaded.damaged]).toEqual([[[1], [3]], 3, [2]])
    await store.fold(name, 2, Uint8Array.from([12]))
    await database.client.documentSnapshot.updateMany({ where: { name }, data: { checksum: 'x' } })
    expect(await store.load(name)).toEqual({ updates: [Uint8Array.from([3])], upTo: 3, damaged: [0] })
  })

  it('[R-33] keeps versions with the transaction that names them', async () => {
    const versions = createVersionStore(database)
    const version = (id: string, minute: string) => {
      return {
        id,
        name: 'case/a/facts',
        reason: 'submitted' as const,
        label: '提交',
        at: `2026-01-01T00:${minute}:00.000Z`,
        personId: 'anna',
        state: Uint8Array.from([7]),
        content: '{"type":"doc"}',
        hash: 'h',
        upTo: 0,
      }
    }
    await database.transaction((tx) => versions.insert(tx, version('second', '02')))
    await database.transaction((tx) => versions.insert(tx, version('first', '01')))
    await expect(
      database.transaction(async (tx) => {
        await versions.insert(tx, version('third', '03'))
        throw new Error('refused')
      }),
    ).rejects.toThrow('refused')
    expect((await versions.list('case/a/facts')).map(({ id }) => id)).toEqual(['first', 'second'])
    const { state: _state, ...first } = version('first', '01')
    expect(await versions.get('first')).toMatchObject(first)
    expect(await versions.get('third')).toBeNull()
  })
})
