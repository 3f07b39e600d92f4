import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BallotMethod, Choice, RollLine } from '#domain/ballots/types.ts'
import { createBallotBox, type StoredBallotBox } from '#server/store/ballots.ts'
import { seeded, seedOfRun } from '../realtime/support/seeded.ts'
import { KINDS, openTestDatabase, type TestDatabase } from '../support/database.ts'

const SEED = seedOfRun()

const CHOICES: readonly Choice[] = ['EXEMPT', 'LIGHTER', 'ABSTAIN']

describe.each(KINDS)(`the ballot box on %s (SEED=${String(SEED)})`, (kind) => {
  let database: TestDatabase
  let box: StoredBallotBox
  const surroundings = { chance: seeded(SEED), newId: () => randomUUID() }
  beforeAll(async () => {
    database = await openTestDatabase(kind)
    box = createBallotBox(database)
  })
  afterAll(() => database.close())

  const line = (personId: string, entitled = true): RollLine => {
    return { personId, name: personId, bodyId: 'body', present: true, recused: !entitled, entitled }
  }
  const voters = (count: number) =>
    Array.from({ length: count }, (_, index) => `v${String(index).padStart(3, '0')}`)

  async function open(id: string, method: BallotMethod, people: readonly string[], ...without: string[]) {
    const roll = [
      ...people.map((personId) => line(personId)),
      ...without.map((personId) => line(personId, false)),
    ]
    await database.transaction((tx) => box.open(tx, { id, stream: 'meeting/m', method, roll }))
  }

  const cast = (
    pollId: string,
    personId: string,
    commandId = `${pollId}-${personId}`,
    choice: Choice = 'EXEMPT',
    into = box,
  ) => into.cast({ pollId, personId, choice, commandId, receipt: randomUUID(), ballotId: randomUUID() })

  const close = (pollId: string, scatter = false) =>
    database.transaction(async (tx) => {
      const content = await box.close(tx, pollId)
      if (scatter) await box.scatter(tx, pollId, surroundings)
      return content
    })

  it.each(['named', 'secret'] as const)(
    '[R-20] leaves one ballot of twenty casts at once (%s)',
    async (method) => {
      const poll = `double-${method}`
      await open(poll, method, voters(5))
      const boxes = [
        box,
        createBallotBox(await database.another()),
        createBallotBox(await database.another()),
      ]
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, turn) =>
          cast(poll, 'v001', `double-${String(turn)}`, 'LIGHTER', boxes[turn % 3]),
        ),
      )
      expect(answers.filter((answer) => typeof answer !== 'string')).toHaveLength(1)
      expect(answers.filter((answer) => answer === 'already-voted')).toHaveLength(19)
      expect(await close(poll)).toEqual({
        votedIds: ['v001'],
        counts: { LIGHTER: 1 },
        choices: method === 'named' ? { v001: 'LIGHTER' } : {},
      })
    },
  )

  it('[R-20] gives one receipt to the same command sent twenty times at once', async () => {
    await open('same', 'secret', voters(3))
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => cast('same', 'v002', 'the-same-command')),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect((await close('same')).votedIds).toEqual(['v002'])
  })

  it('[R-21] says why a vote is not taken, and gives a receipt again', async () => {
    await open('why', 'named', voters(2), 'recused')
    expect(await cast('why', 'recused')).toBe('not-entitled')
    expect(await cast('why', 'stranger')).toBe('not-entitled')
    expect(await cast('no-such-poll', 'v000')).toBe('not-entitled')
    const receipt = await cast('why', 'v000')
    expect(receipt).toMatchObject({ receipt: expect.any(String) as string })
    expect(await cast('why', 'v000', 'another-command')).toBe('already-voted')
    await close('why', true)
    expect(await cast('why', 'v000')).toEqual(receipt)
    expect(await cast('why', 'v001')).toBe('closed')
    expect((await close('why')).votedIds).toEqual(['v000'])
  })

  it('[R-22] counts every vote acknowledged before the close and none after it', async () => {
    const chance = seeded(SEED)
    for (let round = 0; round < 6; round++) {
      const poll = `close-${String(round)}`
      const people = voters(40)
      await open(poll, round % 2 === 0 ? 'secret' : 'named', people)
      const boxes = [box, createBallotBox(await database.another())]
      const pause = (most: number) => new Promise((resolve) => setTimeout(resolve, chance() * most))
      const [content, ...answers] = await Promise.all([
        pause(40).then(() => close(poll, round % 2 === 0)),
        ...people.map(async (personId, index) => {
          await pause(60)
          return cast(poll, personId, `${poll}-${personId}`, CHOICES[index % 3] ?? 'EXEMPT', boxes[index % 2])
        }),
      ])
      const taken = people.filter((_, index) => typeof answers[index] === 'object')
      expect(content.votedIds).toEqual(taken)
      expect(Object.values(content.counts).reduce((sum, count) => sum + count, 0)).toBe(taken.length)
      expect(
        answers.filter((answer) => typeof answer === 'string').every((answer) => answer === 'closed'),
      ).toBe(true)
      // Asked again, everybody gets the answer he got.
      for (const [index, personId] of people.entries())
        expect(await cast(poll, personId)).toEqual(answers[index])
      expect((await close(poll)).votedIds).toEqual(taken)
    }
  })

  it('[R-23] keeps no person and no time on the ballots of a secret ballot', async () => {
    await open('secret', 'secret', voters(30))
    for (const [index, personId] of voters(30).entries())
      await cast('secret', personId, personId + '-command', CHOICES[index % 3])
    const columns = await database.sql(`SELECT * FROM "PollBallot" WHERE "pollId" = 'secret'`)
    expect(columns.every(([, , personId]) => personId === null)).toBe(true)
    expect(
      Object.keys((await database.client.pollBallot.findFirst({ where: { pollId: 'secret' } })) ?? {}),
    ).toEqual(['id', 'pollId', 'personId', 'choice'])
    expect((await close('secret', true)).counts).toEqual({ EXEMPT: 10, LIGHTER: 10, ABSTAIN: 10 })
  })

  it('[R-23] lets neither keys nor the order of rows nor a transaction tie a ballot to its voter', async () => {
    // Everybody casts in the order of the roll, and the choices come in blocks: an order kept would show.
    const people = voters(60)
    await open('tied', 'secret', people)
    const keys = new Map<string, string>()
    for (const [index, personId] of people.entries()) {
      const ballotId = randomUUID()
      keys.set(ballotId, personId)
      const choice = CHOICES[Math.floor(index / 20)] ?? 'EXEMPT'
      await box.cast({
        pollId: 'tied',
        personId,
        choice,
        commandId: `tied-${personId}`,
        receipt: randomUUID(),
        ballotId,
      })
    }
    await close('tied', true)
    const inFileOrder = kind === 'sqlite' ? '' : ' ORDER BY ctid'
    const ballots = await database.sql(
      `SELECT "id", "choice" FROM "PollBallot" WHERE "pollId" = 'tied'${inFileOrder}`,
    )
    expect(ballots.some(([id]) => keys.has(String(id)))).toBe(false)
    const inBlocks = ballots.filter(([, choice], index) => choice === CHOICES[Math.floor(index / 20)]).length
    // By chance a third fits its block; two thirds or more would be an order kept (far beyond one in a million).
    expect(inBlocks).toBeLessThan(40)
    const rowOrder = kind === 'sqlite' ? 'rowid' : 'ctid'
    const roll = await database.sql(
      `SELECT "personId" FROM "PollRoll" WHERE "pollId" = 'tied' ORDER BY ${rowOrder}`,
    )
    expect(roll.map(([personId]) => personId)).not.toEqual(people)
    if (kind === 'sqlite') {
      // Without a hidden row number there is no order but that of the random keys.
      await expect(database.sql('SELECT rowid FROM "PollBallot"')).rejects.toThrow()
      return
    }
    const joined = await database.sql(`
      SELECT b."id", count(*) FROM "PollBallot" b JOIN "PollRoll" r ON r.xmin = b.xmin
      WHERE b."pollId" = 'tied' AND r."pollId" = 'tied' GROUP BY b."id"`)
    // Every ballot joins with everybody: that is to say with nobody.
    expect(joined.map(([, count]) => Number(count))).toEqual(people.map(() => people.length))
  })

  it('[R-24] hides a turnout below three and the choice of a secret ballot', async () => {
    await open('named', 'named', voters(4))
    await open('hidden', 'secret', voters(4))
    for (const personId of ['v000', 'v001']) await cast('hidden', personId)
    expect(await box.turnout('hidden')).toEqual({ pollId: 'hidden', voted: null, entitled: 4 })
    await cast('hidden', 'v002')
    expect(await box.turnout('hidden')).toEqual({ pollId: 'hidden', voted: 3, entitled: 4 })
    await cast('named', 'v001', 'named-command', 'LIGHTER')
    const receipt = expect.any(String) as string
    expect((await box.owns(['named', 'hidden', 'other'])).get('v001')).toEqual([
      { pollId: 'hidden', voted: true, receipt, choice: null },
      { pollId: 'named', voted: true, receipt, choice: 'LIGHTER' },
    ])
    expect((await box.owns(['named'])).get('v003')).toEqual([
      { pollId: 'named', voted: false, receipt: null, choice: null },
    ])
  })

  it('[R-25] throws the votes of a voided ballot away and takes no more', async () => {
    await open('void', 'named', voters(3))
    await cast('void', 'v000')
    await database.transaction((tx) => box.discard(tx, 'void'))
    expect(await cast('void', 'v001')).toBe('closed')
    expect(await database.client.pollBallot.count({ where: { pollId: 'void' } })).toBe(0)
  })

  it('[R-26] overwrites what the files held of a secret ballot', async () => {
    await open('swept', 'secret', voters(10))
    const ids = voters(10).map(() => randomUUID())
    for (const [index, personId] of voters(10).entries())
      await box.cast({
        pollId: 'swept',
        personId,
        choice: 'EXEMPT',
        commandId: `swept-${personId}`,
        receipt: randomUUID(),
        ballotId: ids[index] ?? '',
      })
    await close('swept', true)
    // The close has begun to do it by itself; again it finds nothing to do.
    await box.sweep()
    if (database.address.kind === 'sqlite') {
      const folder = dirname(database.address.file)
      const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name)))
      expect(ids.filter((id) => bytes.some((content) => content.includes(id)))).toEqual([])
      return
    }
    const dead = () => database.sql(`SELECT n_dead_tup FROM pg_stat_user_tables WHERE relname = 'PollBallot'`)
    // PostgreSQL tells its statistics late.
    await expect
      .poll(async () => (await dead()).map(([count]) => Number(count)), { timeout: 10_000 })
      .toEqual([0])
  })
})
