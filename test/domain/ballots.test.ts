import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkedBox } from '#domain/ballots/box.ts'
import { figuresTell, figuresWithheld, revealResult, type FigureReader } from '#domain/ballots/reveal.ts'
import { buildRoll } from '#domain/ballots/roll.ts'
import {
  areEnough,
  isMajority,
  neededOf,
  presentOn,
  resultOf,
  ruleFor,
  secondRoundOptions,
  sumOf,
  votesNeeded,
} from '#domain/ballots/rules.ts'
import { shuffled } from '#domain/ballots/shuffled.ts'
import { tally } from '#domain/ballots/tally.ts'
import type { BallotMethod, Choice, Counts, PollStatus } from '#domain/ballots/types.ts'
import { OUTCOMES, type Outcome } from '#domain/decisions/outcome.ts'
import { isRefusal } from '#domain/record/refusal.ts'

const HALF = { least: 1, of: 2 }
const TWO_THIRDS = { least: 2, of: 3 }

const members = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const personId = `p${String(index)}`
    return { personId, name: personId, bodyId: `b${String(index % 3)}`, bodyName: '' }
  })

/** A poll over nine, everybody present unless said otherwise. */
function pollOver({
  due = 9,
  absent = 0,
  recused = 0,
  recusedCountAsDue = false,
  options = ['EXEMPT', 'LIGHTER', 'NOT_TOLERATED'] as readonly Outcome[],
  quorum = TWO_THIRDS,
} = {}) {
  const all = members(due)
  const ids = all.map((one) => one.personId)
  const roll = buildRoll(all, new Set(ids.slice(absent)), new Set(ids.slice(due - recused)))
  return { options, roll, rule: ruleFor(roll, quorum, recusedCountAsDue) }
}

describe('the arithmetic of field-facts B9', () => {
  const table = [
    [3, 2, 2, 2],
    [4, 2, 3, 3],
    [5, 3, 4, 3],
    [6, 3, 4, 4],
    [7, 4, 5, 4],
    [8, 4, 6, 5],
    [9, 5, 6, 5],
    [10, 5, 7, 6],
    [11, 6, 8, 6],
    [12, 6, 8, 7],
    [13, 7, 9, 7],
    [15, 8, 10, 8],
  ] as const

  it.each(table)('[M-09] %i due: half is %i, two thirds %i', (due, half, twoThirds) => {
    expect(neededOf(due, HALF)).toBe(half)
    expect(neededOf(due, TWO_THIRDS)).toBe(twoThirds)
    for (let present = 0; present <= due; present += 1) {
      expect(areEnough(present, due, HALF)).toBe(present >= half)
      expect(areEnough(present, due, TWO_THIRDS)).toBe(present >= twoThirds)
    }
  })

  it.each(table)(
    '[B-06] %i due: passes with the votes of the table, not with one less',
    (due, _half, _thirds, needed) => {
      expect(votesNeeded(due)).toBe(needed)
      expect(isMajority(needed, due)).toBe(true)
      expect(isMajority(needed - 1, due)).toBe(false)
    },
  )

  it('[M-10] nobody of nobody is no quorum and no majority', () => {
    expect(areEnough(0, 0, TWO_THIRDS)).toBe(false)
    expect(areEnough(0, 0, { least: 0, of: 1 })).toBe(false)
    expect(isMajority(0, 0)).toBe(false)
  })

  it('[M-09] for any number due, needed is the least number that is enough', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.constantFrom(HALF, TWO_THIRDS, { least: 3, of: 4 }),
        (due, fraction) => {
          const needed = neededOf(due, fraction)
          expect(Number.isInteger(needed)).toBe(true)
          expect(areEnough(needed, due, fraction)).toBe(true)
          expect(areEnough(needed - 1, due, fraction)).toBe(false)
        },
      ),
    )
  })

  it('[B-06] at most one option can have a majority, and a half never is one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(), (base, raw) => {
        const votes = raw % (base + 1)
        expect(isMajority(votes, base) && isMajority(base - votes, base)).toBe(false)
        if (votes * 2 === base) expect(isMajority(votes, base)).toBe(false)
        expect(isMajority(votes, base)).toBe(votes >= votesNeeded(base))
      }),
    )
  })
})

describe('the roll', () => {
  it('[B-01] holds every member due in order, and only the present and not recused are entitled', () => {
    const roll = buildRoll(members(4), new Set(['p0', 'p1', 'p2', 'stranger']), new Set(['p1']))
    expect(roll.map((line) => [line.personId, line.present, line.recused, line.entitled])).toEqual([
      ['p0', true, false, true],
      ['p1', true, true, false],
      ['p2', true, false, true],
      ['p3', false, false, false],
    ])
  })

  it('[B-01] for anybody present or recused: one line per member due, entitled exactly if present and not recused', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 40 })),
        fc.uniqueArray(fc.integer({ min: 0, max: 40 })),
        (count, here, recused) => {
          const ids = (numbers: number[]) => new Set(numbers.map((n) => `p${String(n)}`))
          const roll = buildRoll(members(count), ids(here), ids(recused))
          expect(roll.map((line) => line.personId)).toEqual(members(count).map((one) => one.personId))
          for (const line of roll) expect(line.entitled).toBe(line.present && !line.recused)
          expect(presentOn(roll)).toBeLessThanOrEqual(count)
        },
      ),
    )
  })

  it('[X-07] the recused leave the base, unless the rule counts them as due', () => {
    expect(pollOver({ recused: 2 }).rule.base).toBe(7)
    expect(pollOver({ recused: 2, recusedCountAsDue: true }).rule.base).toBe(9)
  })
})

describe('counting', () => {
  it('[B-07] every option and ABSTAIN has a cell, 0 included', () => {
    expect(tally(['EXEMPT', 'SHELVED'], ['SHELVED', 'ABSTAIN', 'SHELVED'])).toEqual({
      EXEMPT: 0,
      SHELVED: 2,
      ABSTAIN: 1,
    })
    expect(tally(['EXEMPT'], [])).toEqual({ EXEMPT: 0, ABSTAIN: 0 })
  })

  it('[B-07] a tally is made of whole numbers that add up to the votes, whatever their order', () => {
    const choice = fc.constantFrom<Choice>(...OUTCOMES, 'ABSTAIN')
    fc.assert(
      fc.property(
        fc.array(choice, { maxLength: 60 }),
        fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
        (choices, chances) => {
          const counts = tally(OUTCOMES, choices)
          expect(sumOf(counts)).toBe(choices.length)
          for (const count of Object.values(counts))
            expect(Number.isSafeInteger(count) && count >= 0).toBe(true)
          const chance = () => Number(chances.next().value)
          const mixed = shuffled(choices, chance)
          expect(tally(OUTCOMES, mixed)).toEqual(counts)
          expect([...mixed].sort()).toEqual([...choices].sort())
        },
      ),
    )
  })

  it('[B-21] a shuffle gives every order, and leaves the list it was given alone', () => {
    const list = ['a', 'b', 'c']
    const seen = new Set<string>()
    for (let one = 0; one < 6; one += 1)
      for (let two = 0; two < 6; two += 1) {
        const chances = [one / 6, two / 6]
        seen.add(shuffled(list, () => chances.shift() ?? 0).join(''))
      }
    expect(seen.size).toBe(6)
    expect(list).toEqual(['a', 'b', 'c'])
  })
})

describe('the result', () => {
  const cases: [string, Parameters<typeof pollOver>[0], Counts, Outcome | null][] = [
    ['5 of 9 pass', {}, { EXEMPT: 5, LIGHTER: 4 }, 'EXEMPT'],
    ['4 of 9 do not', {}, { EXEMPT: 4, LIGHTER: 3, ABSTAIN: 2 }, null],
    ['a tie of 8 is not passed', { due: 8 }, { EXEMPT: 4, LIGHTER: 4 }, null],
    ['5 of 8 pass', { due: 8 }, { EXEMPT: 5, LIGHTER: 3 }, 'EXEMPT'],
    ['more than half of those present is not enough', { absent: 3 }, { EXEMPT: 4, LIGHTER: 2 }, null],
    ['abstention never counts for', {}, { EXEMPT: 4, ABSTAIN: 5 }, null],
    ['nobody votes, nothing passes', {}, {}, null],
    ['four due, two there by half: cannot pass', { due: 4, absent: 2, quorum: HALF }, { EXEMPT: 2 }, null],
    [
      '暂缓 is an outcome like another',
      { options: ['EXEMPT', 'SHELVED'] },
      { SHELVED: 6, EXEMPT: 3 },
      'SHELVED',
    ],
    ['转听证 too', { options: ['EXEMPT', 'TO_HEARING'] }, { TO_HEARING: 5 }, 'TO_HEARING'],
    ['two recused: 4 of 7 pass', { recused: 2 }, { EXEMPT: 4, LIGHTER: 3 }, 'EXEMPT'],
    [
      'two recused that count as due: 4 of 9 do not',
      { recused: 2, recusedCountAsDue: true },
      { EXEMPT: 4, LIGHTER: 3 },
      null,
    ],
    ['without a quorum nothing passes', { absent: 4 }, { EXEMPT: 5 }, null],
  ]
  it.each(cases)('[B-06] %s', (_title, over, counts, passed) => {
    expect(resultOf(pollOver(over), counts).passed).toBe(passed)
  })

  it('[B-06] tells counts, cast, present, due, quorum and the rule it was computed by', () => {
    const poll = pollOver({ absent: 1, recused: 1 })
    expect(resultOf(poll, { EXEMPT: 5, LIGHTER: 1, ABSTAIN: 1 })).toEqual({
      counts: { EXEMPT: 5, LIGHTER: 1, ABSTAIN: 1 },
      cast: 7,
      present: 7,
      due: 9,
      quorumMet: true,
      passed: 'EXEMPT',
      rule: {
        quorum: { least: 2, of: 3 },
        majority: 'more-than-half-of-due',
        recusedCountAsDue: false,
        base: 8,
      },
    })
  })

  it('[B-06] whatever the votes: passed exactly if the option has more than half of the base and the quorum was there', () => {
    fc.assert(
      fc.property(
        fc.record({
          due: fc.integer({ min: 1, max: 40 }),
          absent: fc.integer({ min: 0, max: 40 }),
          recused: fc.integer({ min: 0, max: 40 }),
          recusedCountAsDue: fc.boolean(),
        }),
        fc.array(fc.constantFrom<Choice>('EXEMPT', 'LIGHTER', 'NOT_TOLERATED', 'ABSTAIN'), { maxLength: 40 }),
        ({ due, absent, recused, recusedCountAsDue }, choices) => {
          const poll = pollOver({
            due,
            absent: Math.min(absent, due),
            recused: Math.min(recused, due),
            recusedCountAsDue,
          })
          const counts = tally(poll.options, choices.slice(0, presentOn(poll.roll)))
          const { passed, quorumMet, rule, present } = resultOf(poll, counts)
          const winners = poll.options.filter((option) => (counts[option] ?? 0) > rule.base / 2)
          expect(winners.length).toBeLessThanOrEqual(1)
          expect(passed).toBe(quorumMet ? (winners[0] ?? null) : null)
          expect(quorumMet).toBe(rule.base > 0 && present / rule.base >= 2 / 3 - 1e-9)
        },
      ),
    )
  })
})

describe('the second round', () => {
  const cases: [string, Counts, Outcome[]][] = [
    ['the two first', { EXEMPT: 4, LIGHTER: 3, NOT_TOLERATED: 2 }, ['EXEMPT', 'LIGHTER']],
    [
      'in the order of the first round',
      { EXEMPT: 2, LIGHTER: 3, NOT_TOLERATED: 4 },
      ['LIGHTER', 'NOT_TOLERATED'],
    ],
    [
      'all who tie at the second place',
      { EXEMPT: 4, LIGHTER: 2, NOT_TOLERATED: 2 },
      ['EXEMPT', 'LIGHTER', 'NOT_TOLERATED'],
    ],
    [
      'two who tie at the first place, without the third',
      { EXEMPT: 4, LIGHTER: 4, NOT_TOLERATED: 1 },
      ['EXEMPT', 'LIGHTER'],
    ],
    [
      'all who tie at the first place',
      { EXEMPT: 3, LIGHTER: 3, NOT_TOLERATED: 3 },
      ['EXEMPT', 'LIGHTER', 'NOT_TOLERATED'],
    ],
    ['abstentions are no candidate', { EXEMPT: 3, LIGHTER: 1, ABSTAIN: 5 }, ['EXEMPT', 'LIGHTER']],
    ['an option without a vote does not go in: no second round', { EXEMPT: 4, ABSTAIN: 5 }, []],
    ['nobody voted: no second round', {}, []],
  ]
  it.each(cases)('[B-14] %s', (_title, counts, options) => {
    expect(secondRoundOptions(['EXEMPT', 'LIGHTER', 'NOT_TOLERATED'], counts)).toEqual(options)
  })
})

describe('the box at the close', () => {
  const poll = (method: BallotMethod) => ({ ...pollOver({ due: 5, absent: 1 }), method })
  const choices: Record<string, Choice> = { p3: 'EXEMPT', p1: 'LIGHTER', p2: 'ABSTAIN' }
  const box = { votedIds: ['p3', 'p1', 'p2'], counts: { EXEMPT: 1, LIGHTER: 1, ABSTAIN: 1 }, choices }

  it('[B-09] voters and choices come out in roll order, every cell shown', () => {
    const content = checkedBox(poll('named'), box)
    if (isRefusal(content)) throw new Error(content.refused)
    expect(content.votedIds).toEqual(['p1', 'p2', 'p3'])
    expect(Object.keys(content.choices)).toEqual(['p1', 'p2', 'p3'])
    expect(content.counts).toEqual({ EXEMPT: 1, LIGHTER: 1, NOT_TOLERATED: 0, ABSTAIN: 1 })
  })

  it('[B-09] a secret ballot keeps no choice by name, whatever the box hands over', () => {
    const content = checkedBox(poll('secret'), box)
    expect(content).toMatchObject({ choices: {}, votedIds: ['p1', 'p2', 'p3'] })
  })

  it.each([
    ['somebody absent voted', { ...box, votedIds: ['p0', 'p1', 'p2'] }],
    ['somebody not on the roll voted', { ...box, votedIds: ['x', 'p1', 'p2'] }],
    ['somebody is in it twice', { ...box, votedIds: ['p1', 'p1', 'p2'] }],
    ['more votes than voters', { ...box, counts: { EXEMPT: 3, LIGHTER: 1 } }],
    ['fewer votes than voters', { ...box, counts: { EXEMPT: 1 } }],
    ['an option that was not put', { ...box, counts: { EXEMPT: 2, SHELVED: 1 } }],
    ['a broken number', { ...box, counts: { EXEMPT: 1.5, LIGHTER: 1.5 } }],
    ['a negative number', { ...box, counts: { EXEMPT: 4, LIGHTER: -1 } }],
    ['names that give other counts', { ...box, choices: { ...choices, p1: 'EXEMPT' as const } }],
    ['a name without a vote', { ...box, choices: { p1: 'LIGHTER' as const, p3: 'EXEMPT' as const } }],
  ])('[B-08] refused: %s', (_title, content) => {
    expect(checkedBox(poll('named'), content)).toEqual({ refused: 'ballot/counts-do-not-match' })
  })
})

describe('small rooms', () => {
  const poll = (counts: Counts, method: BallotMethod = 'secret', status: PollStatus = 'announced') => {
    const over = pollOver()
    return { ...over, method, status, result: resultOf(over, counts) }
  }
  const readers: FigureReader[] = ['scrutineer', 'officer', 'member']

  it.each<[string, Counts, boolean]>([
    ['unanimous', { EXEMPT: 9, LIGHTER: 0, NOT_TOLERATED: 0, ABSTAIN: 0 }, true],
    ['an option nobody chose', { EXEMPT: 6, LIGHTER: 3, NOT_TOLERATED: 0, ABSTAIN: 0 }, true],
    ['nobody voted', { EXEMPT: 0, LIGHTER: 0, NOT_TOLERATED: 0, ABSTAIN: 0 }, true],
    ['every option chosen', { EXEMPT: 5, LIGHTER: 3, NOT_TOLERATED: 1, ABSTAIN: 0 }, false],
  ])('[B-17] %s: whether the figures would tell a vote', (_title, counts, tells) => {
    expect(figuresTell(poll(counts), resultOf(pollOver(), counts))).toBe(tells)
    const seen = Object.fromEntries(readers.map((reader) => [reader, revealResult(reader, poll(counts))]))
    expect(seen.scrutineer?.counts).toEqual(counts)
    for (const reader of ['officer', 'member']) {
      const result = seen[reader]
      expect(result?.passed).toBe(resultOf(pollOver(), counts).passed)
      expect(result && figuresWithheld(result)).toBe(tells)
      expect(result?.counts).toEqual(tells ? {} : counts)
    }
  })

  it('[B-17] named ballots and shows of hands keep nothing back', () => {
    for (const method of ['named', 'show-of-hands'] as const)
      expect(revealResult('member', poll({ EXEMPT: 9 }, method))?.counts).toEqual({ EXEMPT: 9 })
  })

  it('[B-18] before the announcement members see nothing, those who confirm and announce do', () => {
    const closed = poll({ EXEMPT: 5, LIGHTER: 3, NOT_TOLERATED: 1 }, 'secret', 'closed')
    expect(revealResult('member', closed)).toBeNull()
    expect(revealResult('officer', closed)?.passed).toBe('EXEMPT')
    expect(revealResult('scrutineer', closed)?.counts).toEqual({ EXEMPT: 5, LIGHTER: 3, NOT_TOLERATED: 1 })
  })

  it.each(['open', 'void'] as const)('[B-18] of a ballot that is %s nobody sees anything', (status) => {
    for (const reader of readers)
      expect(revealResult(reader, poll({ EXEMPT: 9 }, 'named', status))).toBeNull()
  })
})
