import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#domain/people/actor.ts'
import { createRecordStore } from '#server/store/record.ts'
import { KINDS, openTestDatabase, type TestDatabase } from '../support/database.ts'
import { anna, bo, ledgerRecord, type Ledger } from '../support/ledger.ts'

describe.each(KINDS)('commands of one stream on %s', (kind) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(kind)
  })
  afterAll(() => database.close())

  const add = (...amounts: number[]) => ({ amounts })
  const totalOf = async (stream: string) => (await ledgerRecord(database).load<Ledger>(stream)).total

  it('[T-123] carries out together what waits for its stream, each on what those before it did', async () => {
    const commits: number[] = []
    const record = ledgerRecord(database, {
      observe: {
        committed: (_seconds, entries) => commits.push(entries),
        conflicted: () => undefined,
        listenerFailed: () => undefined,
      },
    })
    const send = (actor: Actor, commandId: string, ...amounts: number[]) =>
      record.execute({ stream: 'case/together', actor, commandId, command: add(...amounts) })
    const answers = await Promise.all([
      send(anna, 'together-0', 600),
      send(bo, 'together-1', 100, 200),
      // Too much after those, not by itself.
      send(anna, 'together-2', 500),
      send(bo, 'together-1', 100, 200),
      send(anna, 'together-1', 1),
      send(bo, 'together-3', 7),
    ])
    expect(answers).toEqual([
      { seq: 1 },
      { seq: 3 },
      { refused: 'case/closed' },
      { seq: 3 },
      { refused: 'record/conflict' },
      { seq: 4 },
    ])
    expect(commits).toEqual([4])
    expect(
      (await record.entries('case/together')).map(({ commandId, commandPart }) => [commandId, commandPart]),
    ).toEqual([
      ['together-0', 0],
      ['together-1', 0],
      ['together-1', 1],
      ['together-3', 0],
    ])
    expect(await totalOf('case/together')).toBe(907)
    expect(await database.client.task.count({ where: { id: 'together-task', title: '907' } })).toBe(1)
  })

  it('[T-123] one that fails takes none of the others with it', async () => {
    const store = createRecordStore(database)
    const record = ledgerRecord(database, {
      store: {
        ...store,
        append: (tx, entries) =>
          entries.some(({ actorId }) => actorId === 'bo')
            ? Promise.reject(new Error('the database dislikes it'))
            : store.append(tx, entries),
      },
    })
    const send = (actor: Actor, commandId: string) =>
      record.execute({ stream: 'case/apart', actor, commandId, command: add(1) })
    const answers = await Promise.allSettled([
      send(anna, 'apart-00'),
      send(bo, 'apart-01'),
      send(anna, 'apart-02'),
    ])
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await totalOf('case/apart')).toBe(2)
  })
})
