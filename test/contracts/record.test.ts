import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isRefusal } from '#domain/record/refusal.ts'
import { GENESIS } from '#server/record/chain.ts'
import type { Appended } from '#server/record/record.ts'
import { createCounters } from '#server/store/counters.ts'
import { KINDS, openTestDatabase, type TestDatabase } from '../support/database.ts'
import { anna, bo, ledgerRecord, type Ledger } from '../support/ledger.ts'

describe.each(KINDS)('the record on %s', (kind) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(kind)
  })
  afterAll(() => database.close())

  const add = (...amounts: number[]) => ({ amounts })
  const totalOf = async (stream: string) => (await ledgerRecord(database).load<Ledger>(stream)).total

  it('[R-01] numbers entries without gaps and chains each to the one before', async () => {
    const record = ledgerRecord(database)
    expect(
      await record.execute({
        stream: 'case/chain',
        actor: anna,
        commandId: 'first-command',
        command: add(1, 2),
      }),
    ).toEqual({ seq: 2 })
    expect(
      await record.execute({ stream: 'case/chain', actor: bo, commandId: 'second-command', command: add(3) }),
    ).toEqual({ seq: 3 })
    const entries = await record.entries('case/chain')
    expect(entries.map(({ seq, commandPart, actorId }) => [seq, commandPart, actorId])).toEqual([
      [1, 0, 'anna'],
      [2, 1, 'anna'],
      [3, 0, 'bo'],
    ])
    expect(entries.map(({ previousHash }) => previousHash)).toEqual([
      GENESIS,
      entries[0]?.hash,
      entries[1]?.hash,
    ])
    expect(await record.entries('case/chain', 2)).toEqual(entries.slice(2))
    expect(await record.load<Ledger>('case/chain')).toMatchObject({ id: 'chain', seq: 3, total: 6 })
  })

  it('[R-03] lets one of two writers append and the other decide again', async () => {
    // Each over its own connections, as two processes would be: their locks know nothing of each other.
    const records = await Promise.all([1, 2, 3].map(async () => ledgerRecord(await database.another())))
    const conflicts: string[] = []
    const first = ledgerRecord(database, {
      observe: {
        committed: () => undefined,
        conflicted: () => conflicts.push('x'),
        listenerFailed: () => undefined,
      },
    })
    const answers = await Promise.all(
      [first, ...records].flatMap((record, writer) =>
        Array.from({ length: 6 }, (_, turn) =>
          record.execute({
            stream: 'case/race',
            actor: anna,
            commandId: `race-${String(writer)}-${String(turn)}`,
            command: add(1),
          }),
        ),
      ),
    )
    const done = answers.filter((answer) => !isRefusal(answer))
    // Whoever lost too often is told so; nobody's entry is lost, none stands twice.
    expect(answers.filter(isRefusal).every(({ refused }) => refused === 'record/conflict')).toBe(true)
    expect(done.length).toBeGreaterThan(6)
    expect(await totalOf('case/race')).toBe(done.length)
    expect(new Set(done.map((answer) => ('seq' in answer ? answer.seq : 0))).size).toBe(done.length)
  })

  it('[R-03] decides the loser on what then stands', async () => {
    const other = ledgerRecord(await database.another())
    const record = ledgerRecord(database)
    await record.execute({ stream: 'case/limit', actor: anna, commandId: 'limit-0000', command: add(1) })
    const answers = await Promise.all(
      [record, other].map((one, index) =>
        one.execute({
          stream: 'case/limit',
          actor: anna,
          commandId: `limit-000${String(index + 1)}`,
          command: add(600),
        }),
      ),
    )
    expect(answers.filter(isRefusal)).toEqual([{ refused: 'case/closed' }])
    expect(await totalOf('case/limit')).toBe(601)
  })

  it('[R-04] does a command once, however often and wherever it is sent', async () => {
    const record = ledgerRecord(database)
    const other = ledgerRecord(await database.another())
    const send = (to: typeof record) =>
      to.execute({ stream: 'case/twice', actor: anna, commandId: 'the-command', command: add(5, 6) })
    const answers = await Promise.all([send(record), send(record), send(other), send(other)])
    expect(answers).toEqual([{ seq: 2 }, { seq: 2 }, { seq: 2 }, { seq: 2 }])
    await record.execute({ stream: 'case/twice', actor: anna, commandId: 'another-command', command: add(1) })
    // Later, and by a process that was not there.
    expect(await send(ledgerRecord(await database.another()))).toEqual({ seq: 2 })
    expect(await totalOf('case/twice')).toBe(12)
  })

  it('[R-04] gives the entries of a command over several streams again', async () => {
    const record = ledgerRecord(database)
    const send = () =>
      record.executeAll({
        actor: anna,
        commandId: 'several-command',
        steps: [
          { stream: 'case/several-b', command: add(1) },
          { stream: 'case/several-a', command: add(2, 3) },
        ],
      })
    const first = await send()
    expect(first).toMatchObject({ seqs: [1, 2] })
    expect(await send()).toEqual(first)
  })

  it('[R-05] tells nothing of somebody else’s command', async () => {
    const record = ledgerRecord(database)
    await record.execute({ stream: 'case/theirs', actor: anna, commandId: 'annas-command', command: add(1) })
    expect(
      await record.execute({ stream: 'case/theirs', actor: bo, commandId: 'annas-command', command: add(2) }),
    ).toEqual({
      refused: 'record/conflict',
    })
    expect(await totalOf('case/theirs')).toBe(1)
  })

  it('[R-06] [R-14] writes nothing of a command that one stream refuses, and gives its number back', async () => {
    const record = ledgerRecord(database)
    const counters = createCounters()
    const heard: Appended[] = []
    record.onAppended((appended) => void heard.push(appended))
    const numbered = (commandId: string, amount: number) =>
      record.executeAll({
        actor: anna,
        commandId,
        steps: [
          {
            stream: 'case/whole-a',
            command: async (tx: Parameters<typeof counters.next>[0]) => add(await counters.next(tx, 'whole')),
          },
          { stream: 'case/whole-b', command: add(amount) },
        ],
      })
    expect(await numbered('whole-0001', 5_000)).toEqual({ refused: 'case/closed' })
    expect(heard).toEqual([])
    expect(await record.entries('case/whole-a')).toEqual([])
    expect(await numbered('whole-0002', 5)).toMatchObject({ seqs: [1, 1] })
    expect(await totalOf('case/whole-a')).toBe(1)
  })

  it('[R-06] rolls back entries, read rows and further writes together', async () => {
    const record = ledgerRecord(database)
    const failing = record.executeAll({
      actor: anna,
      commandId: 'failing-command',
      steps: [{ stream: 'case/failing', command: add(20) }],
      alsoWrite: async (tx) => {
        await tx.counter.create({ data: { name: 'further', value: 1 } })
        throw new Error('the disk is full')
      },
    })
    await expect(failing).rejects.toThrow('the disk is full')
    expect(await record.entries('case/failing')).toEqual([])
    expect(await database.client.caseRow.count({ where: { id: 'failing' } })).toBe(0)
    expect(await database.client.counter.count({ where: { name: 'further' } })).toBe(0)
    expect(
      await record.execute({
        stream: 'case/failing',
        actor: anna,
        commandId: 'failing-command',
        command: add(20),
      }),
    ).toEqual({ seq: 1 })
  })

  it('[R-07] hands later steps what the earlier ones did', async () => {
    const record = ledgerRecord(database)
    const done = await record.executeAll({
      actor: anna,
      commandId: 'following-command',
      steps: [
        { stream: 'case/follow-a', command: add(4, 5) },
        {
          stream: 'case/follow-b',
          command: (_tx: unknown, before: readonly unknown[]) => Promise.resolve(add(before.length)),
        },
        { stream: 'case/follow-a', command: add(1) },
      ],
    })
    expect(done).toMatchObject({ seqs: [3, 1, 3] })
    if (isRefusal(done)) throw new Error(done.refused)
    expect(
      done.entries.map(({ stream, seq, commandPart, payload }) => [stream, seq, commandPart, payload]),
    ).toEqual([
      ['case/follow-a', 1, 0, { amount: 4 }],
      ['case/follow-a', 2, 1, { amount: 5 }],
      ['case/follow-b', 1, 0, { amount: 2 }],
      ['case/follow-a', 3, 2, { amount: 1 }],
    ])
  })

  it('[R-08] tells listeners after the commit and in order, whatever one of them does', async () => {
    const failures: unknown[] = []
    const record = ledgerRecord(database, {
      observe: {
        committed: () => undefined,
        conflicted: () => undefined,
        listenerFailed: (error) => failures.push(error),
      },
    })
    const heard: number[] = []
    const standing: Promise<number>[] = []
    record.onAppended(() => {
      throw new Error('deaf')
    })
    const stop = record.onAppended(({ stream, entries }) => {
      heard.push(...entries.map(({ seq }) => seq))
      standing.push(database.client.recordEntry.count({ where: { stream } }))
    })
    await Promise.all(
      Array.from({ length: 10 }, (_, turn) =>
        record.execute({
          stream: 'case/heard',
          actor: anna,
          commandId: `heard-${String(turn)}00`,
          command: add(1),
        }),
      ),
    )
    expect(heard).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    for (const [index, count] of (await Promise.all(standing)).entries()) expect(count).toBeGreaterThan(index)
    // Once for each telling: commands that waited are told together.
    expect(failures).toHaveLength(standing.length)
    stop()
    await record.execute({ stream: 'case/heard', actor: anna, commandId: 'heard-after', command: add(1) })
    expect(heard).toHaveLength(10)
  })

  it('[R-09] refuses to change, remove or replace what stands', async () => {
    const record = ledgerRecord(database)
    await record.execute({
      stream: 'case/stands',
      actor: anna,
      commandId: 'standing-command',
      command: add(1),
    })
    await database.client.accessEntry.create({
      data: { id: 'access', at: 'now', personId: 'anna', action: 'x/y', subject: 's', detail: '' },
    })
    const forbidden = [
      `UPDATE "RecordEntry" SET "payload" = '{}'`,
      `DELETE FROM "RecordEntry" WHERE "stream" = 'case/stands'`,
      `UPDATE "AccessEntry" SET "detail" = 'other'`,
      `DELETE FROM "AccessEntry"`,
      ...(kind === 'sqlite'
        ? [
            `INSERT OR REPLACE INTO "RecordEntry" SELECT "stream", "seq", "type", '{}', "actorId", "at", "commandId", "commandPart", "previousHash", "hash" FROM "RecordEntry"`,
            `REPLACE INTO "AccessEntry" VALUES ('access', 'later', 'bo', 'x/y', 's', '')`,
          ]
        : [`TRUNCATE "RecordEntry"`, `TRUNCATE "AccessEntry"`]),
    ]
    for (const statement of forbidden) await expect(database.sql(statement), statement).rejects.toThrow()
    expect(await record.entries('case/stands')).toHaveLength(1)
  })

  it('[R-12] has the lived state when it is replayed', async () => {
    const record = ledgerRecord(database)
    for (let turn = 0; turn < 20; turn++)
      await record.execute({
        stream: 'case/lived',
        actor: anna,
        commandId: `lived-${String(turn)}00`,
        command: { amounts: [turn], note: `第${String(turn)}次 “引号” \\u0000 \u2028` },
      })
    expect(await ledgerRecord(database).load('case/lived')).toEqual(await record.load('case/lived'))
  })

  it('[R-12] forgets streams and finds them again', async () => {
    const record = ledgerRecord(database, { cachedStreams: 2 })
    for (const id of ['p', 'q', 'r', 's'])
      await record.execute({
        stream: `case/many-${id}`,
        actor: anna,
        commandId: `many-${id}-000`,
        command: add(3),
      })
    for (const id of ['p', 'q', 'r', 's'])
      expect(await record.load<Ledger>(`case/many-${id}`)).toMatchObject({ total: 3 })
  })

  it('[R-14] numbers a series without gaps when all take at once', async () => {
    const counters = createCounters()
    const others = await Promise.all([1, 2].map(() => database.another()))
    const taken = await Promise.all(
      [database, ...others].flatMap((one) =>
        Array.from({ length: 8 }, () => one.transaction((tx) => counters.next(tx, 'case/2026'))),
      ),
    )
    expect([...taken].sort((a, b) => a - b)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1))
  })

  it('[R-15] refuses text that no database keeps', async () => {
    const record = ledgerRecord(database)
    for (const note of ['half a character \ud800', 'nothing \u0000'])
      expect(
        await record.execute({
          stream: 'case/text',
          actor: anna,
          commandId: 'text-command',
          command: { amounts: [1], note },
        }),
      ).toEqual({
        refused: 'input/invalid',
      })
    expect(await record.entries('case/text')).toEqual([])
  })

  it('[R-17] shows nothing uncommitted and keeps a lone write out of a stranger’s rollback', async () => {
    let letGo = () => {}
    const held = new Promise<void>((resolve) => (letGo = resolve))
    let begun = () => {}
    const inside = new Promise<void>((resolve) => (begun = resolve))
    const rolledBack = database.transaction(async (tx) => {
      await tx.counter.create({ data: { name: 'uncommitted', value: 1 } })
      begun()
      await held
      throw new Error('rolled back')
    })
    await inside
    expect(await database.client.counter.count({ where: { name: 'uncommitted' } })).toBe(0)
    const lone = database.client.counter.create({ data: { name: 'lone', value: 1 } })
    letGo()
    await expect(rolledBack).rejects.toThrow('rolled back')
    await lone
    expect(await database.client.counter.count({ where: { name: 'lone' } })).toBe(1)
    expect(await database.client.counter.count({ where: { name: 'uncommitted' } })).toBe(0)
  })
})
