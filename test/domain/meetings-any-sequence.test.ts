import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BALLOT_METHODS, VOID_GROUNDS, type Choice } from '#domain/ballots/types.ts'
import { isMajority, presentOn, sumOf } from '#domain/ballots/rules.ts'
import { tally } from '#domain/ballots/tally.ts'
import { OUTCOMES } from '#domain/decisions/outcome.ts'
import { evolveMeeting } from '#domain/meetings/evolve.ts'
import type { MeetingHappening } from '#domain/meetings/happenings.ts'
import { initialMeeting } from '#domain/meetings/initial.ts'
import { hasEnded, isFullyDecided, openPoll } from '#domain/meetings/items.ts'
import type { MeetingOrder } from '#domain/meetings/order.ts'
import { isMemberDue, isPresent, participantIds } from '#domain/meetings/participants.ts'
import { meetingRow, meetingTasks } from '#domain/meetings/project.ts'
import { quorumOf } from '#domain/meetings/quorum.ts'
import { isRecused } from '#domain/meetings/recusals.ts'
import { FLOOR_KINDS, type MeetingState } from '#domain/meetings/types.ts'
import { meetingEntryFor, meetingViewFor } from '#domain/meetings/view.ts'
import type { Recorded } from '#domain/record/entry.ts'
import { isRefusal, REFUSAL_CODES } from '#domain/record/refusal.ts'
import { itemFor, room, type Room } from '../support/meeting-room.ts'

/** Numbers to choose by: every choice of a step takes the next one. */
type Picker = <T>(list: readonly T[]) => T | undefined

function pickerOf(numbers: readonly number[]): Picker {
  let next = 0
  return (list) => {
    const number = numbers[next % numbers.length] ?? 0
    next += 1
    return list[number % list.length]
  }
}

const PEOPLE = ['chair', 'm2', 'm3', 'm4', 'm5', 'm6', 'att', 'sec', 'stranger']
const ITEMS = ['i1', 'i2', 'i3']

/** Any order at all, its ids mostly of things that exist. */
function anyOrder(state: MeetingState, kind: number, pick: Picker): MeetingOrder {
  const person = () => pick(PEOPLE) ?? 'chair'
  const itemId = () => pick([...ITEMS, 'none']) ?? 'i1'
  const polls = state.items.flatMap((item) => item.polls)
  const poll = polls.at(-1) ?? null
  const pollId = pick([poll?.id ?? 'none', polls[0]?.id ?? 'none']) ?? 'none'
  const subjectId = pick(['i1-s1', 'i2-a', 'i2-b', 'i3-s1']) ?? 'i1-s1'
  const voters = (poll?.roll ?? []).filter((line) => line.entitled).map((line) => line.personId)
  const choices = Object.fromEntries(
    voters.flatMap((who): [string, Choice][] => {
      const choice = pick<Choice | 'none'>([
        ...(poll?.options ?? []),
        'ABSTAIN',
        'none',
        poll?.options[0] ?? 'none',
      ])
      return choice === undefined || choice === 'none' ? [] : [[who, choice]]
    }),
  )
  const statements = state.items.flatMap((item) => item.statements)
  const all: (() => MeetingOrder)[] = [
    () => ({
      type: 'check-in',
      personId: pick([null, person()]) ?? null,
      code: pick([null, state.checkInCode, 'WRONG']) ?? null,
    }),
    () => ({ type: 'check-out', personId: pick([null, person()]) ?? null }),
    () => ({ type: 'take-leave', personId: null, reason: 'r' }),
    () => ({ type: 'renew-code' }),
    () => ({ type: 'open' }),
    () => ({ type: 'adjourn', reason: 'r' }),
    () => ({ type: 'resume' }),
    () => ({ type: 'close' }),
    () => ({ type: 'hand-over-chair', personId: person(), reason: 'r' }),
    () => ({ type: 'reorder-items', itemIds: [...ITEMS].reverse() }),
    () => ({ type: 'open-item', itemId: itemId(), presenterId: null }),
    () => ({ type: 'enter-phase', phase: pick(['questions', 'statements'] as const) ?? 'questions' }),
    () => ({ type: 'defer-item', itemId: itemId(), reason: 'r' }),
    () => ({ type: 'finish-item' }),
    () => ({ type: 'recuse-myself', itemId: itemId(), reason: 'r' }),
    () => ({ type: 'apply-for-recusal', itemId: itemId(), personId: person(), reason: 'r' }),
    () => ({
      type: 'rule-on-recusal',
      recusalId: state.recusals.at(-1)?.id ?? 'none',
      granted: pick([true, false]) ?? true,
      reason: 'r',
    }),
    () => ({ type: 'raise-hand', kind: pick(FLOOR_KINDS) ?? 'question' }),
    () => ({ type: 'withdraw-hand' }),
    () => ({ type: 'grant-floor', requestId: pick(state.floor.waiting)?.id ?? 'none', seconds: 60 }),
    () => ({ type: 'end-floor' }),
    () => ({ type: 'state', stand: 'FOR', reason: 'r' }),
    () => ({ type: 'correct-statement', statementId: pick(statements)?.id ?? 'none', text: 't' }),
    () => ({
      type: 'put-question',
      subjectId,
      question: 'q',
      options: OUTCOMES.slice(0, 1 + (pick([1, 2, 3]) ?? 1)),
      method: pick(BALLOT_METHODS) ?? 'named',
    }),
    () => ({ type: 'open-second-round', pollId }),
    () => ({ type: 'enter-hands', pollId, counts: tally(poll?.options ?? [], Object.values(choices)) }),
    () => ({ type: 'confirm-count', pollId }),
    () => ({
      type: 'close-ballot',
      pollId,
      box: {
        votedIds: Object.keys(choices),
        counts: tally(poll?.options ?? [], Object.values(choices)),
        choices: poll?.method === 'named' ? choices : {},
      },
    }),
    () => ({ type: 'void-ballot', pollId, reason: 'r', ground: pick([undefined, ...VOID_GROUNDS]) }),
    () => ({ type: 'answer-void', pollId, agreed: pick([true, false]) ?? true }),
    () => ({ type: 'announce-result', pollId }),
    () => ({ type: 'ask-reconsideration', subjectId, reason: 'r' }),
    () => ({
      type: 'consent-reconsideration',
      reconsiderationId: state.items.flatMap((item) => item.reconsiderations).at(-1)?.id ?? 'none',
    }),
    () => ({ type: 'cancel', reason: 'r' }),
    () => ({ type: 'propose-item', caseId: 'case-i4', caseTitle: 'secret of i4', item: itemFor('i4') }),
    () => ({ type: 'accept-item', proposalId: state.proposedItems[0]?.id ?? 'none', item: itemFor('i4') }),
    () => ({ type: 'decline-item', proposalId: state.proposedItems[0]?.id ?? 'none', reason: 'r' }),
    () => ({ type: 'draft-minutes', minutesId: 'minutes' }),
  ]
  return (all[kind % all.length] ?? (() => ({ type: 'open' }) as const))()
}

/** What a sensible room would do next, so that sequences come further than the first refusal. */
function helpfulSteps(r: Room, pick: Picker): readonly [string, MeetingOrder][] {
  const { state } = r
  const chair = state.chairId
  if (state.status === 'convened')
    return [
      ...PEOPLE.slice(0, 8).map((who): [string, MeetingOrder] => [
        who,
        { type: 'check-in', personId: null, code: null },
      ]),
      [chair, { type: 'open' }],
    ]
  if (state.status === 'adjourned') return [[chair, { type: 'resume' }]]
  const item = state.items.find((one) => one.id === state.currentItemId)
  if (!item) {
    const next = state.items.find((one) => one.phase === 'pending')
    return [[chair, next ? { type: 'open-item', itemId: next.id, presenterId: null } : { type: 'close' }]]
  }
  if (isRecused(state, item.id, chair))
    return [[chair, { type: 'hand-over-chair', personId: pick(PEOPLE.slice(0, 6)) ?? 'm2' }]]
  const poll = openPoll(state) ?? item.polls.find((one) => one.status === 'closed')
  if (poll) {
    const confirm: [string, MeetingOrder][] = state.scrutineerIds.map((who) => [
      who,
      { type: 'confirm-count', pollId: poll.id },
    ])
    if (poll.status === 'closed') return [...confirm, [chair, { type: 'announce-result', pollId: poll.id }]]
    return [...confirm, [chair, anyOrder(state, 27, pick)], ['sec', anyOrder(state, 25, pick)]]
  }
  if (item.phase === 'presented') return [[chair, { type: 'enter-phase', phase: 'questions' }]]
  if (item.phase === 'questions') return [[chair, { type: 'enter-phase', phase: 'statements' }]]
  const state1 = { type: 'state', stand: 'FOR', reason: 'r' } as const
  return [
    ...PEOPLE.slice(1, 6).map((who): [string, MeetingOrder] => [who, state1]),
    [chair, state1],
    ...item.subjects.map((subject): [string, MeetingOrder] => [
      chair,
      {
        type: 'put-question',
        subjectId: subject.id,
        question: 'q',
        options: ['EXEMPT', 'LIGHTER'],
        method: pick(BALLOT_METHODS) ?? 'named',
      },
    ]),
    [chair, { type: 'finish-item' }],
  ]
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(deepFreeze)
  }
  return value
}

/** What must hold of any state a meeting can come to. */
function checkState(state: MeetingState): void {
  const polls = state.items.flatMap((item) => item.polls)
  expect(
    polls.filter((poll) => poll.status === 'open' || poll.status === 'closed').length,
  ).toBeLessThanOrEqual(1)
  for (const poll of polls) {
    const entitled = poll.roll.filter((line) => line.entitled).map((line) => line.personId)
    expect(entitled).toEqual(expect.arrayContaining([...poll.votedIds]))
    expect(new Set(poll.votedIds).size).toBe(poll.votedIds.length)
    expect(Object.keys(poll.choices)).toEqual(poll.method === 'named' ? poll.votedIds : [])
    expect(poll.roll.every((line) => line.entitled === (line.present && !line.recused))).toBe(true)
    expect(poll.roll.length).toBe(state.membersDue.length)
    if (poll.status === 'announced' && poll.method !== 'named')
      expect(new Set([...poll.confirmedBy, ...(poll.hands?.confirmedBy ?? [])]).size).toBeGreaterThanOrEqual(
        2,
      )
    const { result } = poll
    if (!result) continue
    expect(result.cast).toBe(sumOf(result.counts))
    expect(result.cast).toBeLessThanOrEqual(presentOn(poll.roll))
    const winners = poll.options.filter((option) => isMajority(result.counts[option] ?? 0, result.rule.base))
    expect(result.passed).toBe(winners[0] ?? null)
  }
  for (const item of state.items) {
    expect(new Set(item.statements.map((one) => one.personId)).size).toBe(item.statements.length)
    expect(item.statements.every((one) => isMemberDue(state, one.personId))).toBe(true)
    if (hasEnded(item)) expect(item.id).not.toBe(state.currentItemId)
    if (item.phase === 'decided') {
      const anew = item.reconsiderations.some((asked) => asked.granted)
      expect(anew || isFullyDecided(item)).toBe(true)
      expect(item.polls.every((poll) => poll.status === 'announced' || poll.status === 'void')).toBe(true)
    }
  }
  expect(new Set(state.items.map((item) => item.caseId)).size).toBe(state.items.length)
  expect(isMemberDue(state, state.chairId)).toBe(true)
  const { waiting, speaking } = state.floor
  expect(new Set(waiting.map((one) => one.personId)).size).toBe(waiting.length)
  if (speaking && state.currentItemId)
    expect(isRecused(state, state.currentItemId, speaking.personId)).toBe(false)
  if (speaking) expect(isPresent(state, speaking.personId)).toBe(true)
  if (state.status === 'closed') {
    expect(state.items.every(hasEnded)).toBe(true)
    expect(polls.some((poll) => poll.status === 'closed' || poll.status === 'open')).toBe(false)
  }
  for (const { spans } of state.presences)
    expect(spans.slice(0, -1).every((span) => span.out !== null)).toBe(true)
}

/** What must hold of what just happened, given the state before it. */
function checkHappening(before: MeetingState, entry: Recorded<MeetingHappening>): void {
  const current = before.items.find((item) => item.id === before.currentItemId)
  switch (entry.type) {
    case 'meeting/opened':
    case 'meeting/resumed':
      expect(quorumOf(before).met).toBe(true)
      break
    case 'ballot/voided': {
      const poll = before.items.flatMap((item) => item.polls).find(({ id }) => id === entry.payload.pollId)
      if (poll?.status === 'open' && poll.method !== 'show-of-hands') break
      expect(VOID_GROUNDS).toContain(entry.payload.ground)
      expect([entry.payload.askedBy, before.chairId]).not.toContain(entry.actorId)
      expect(isPresent(before, entry.actorId)).toBe(true)
      break
    }
    case 'statement/made': {
      expect(isRecused(before, entry.payload.itemId, entry.actorId)).toBe(false)
      expect(isPresent(before, entry.actorId)).toBe(true)
      if (entry.actorId !== before.chairId || !current) break
      const stated = new Set(current.statements.map((one) => one.personId))
      for (const { personId } of before.membersDue)
        if (
          personId !== before.chairId &&
          isPresent(before, personId) &&
          !isRecused(before, current.id, personId)
        )
          expect(stated.has(personId)).toBe(true)
      break
    }
    case 'recusal/declared':
      expect(
        before.items
          .find((item) => item.id === entry.payload.itemId)
          ?.polls.some((poll) => poll.status === 'open'),
      ).toBe(false)
      break
    case 'ballot/opened':
      expect(openPoll(before)).toBeUndefined()
      expect(before.status).toBe('open')
      expect(isRecused(before, entry.payload.itemId, before.chairId)).toBe(false)
      break
    case 'ballot/closed':
      expect(before.status).toBe('open')
      break
    default:
  }
}

/** Nobody's view throws, and none shows what must not be seen yet. */
function checkViews(r: Room): void {
  const { state } = r
  for (const personId of participantIds(state))
    for (const audience of ['person', 'screen'] as const) {
      const viewer = { personId, audience }
      const view = meetingViewFor(viewer, state)
      if (isRefusal(view)) throw new Error(view.refused)
      for (const item of view.state.items) {
        const cutOff =
          !hasEnded(item) &&
          state.status !== 'closed' &&
          state.status !== 'cancelled' &&
          isRecused(state, item.id, personId)
        if (cutOff)
          expect([item.caseId, item.caseTitle, item.polls, item.statements, item.papers]).toEqual([
            '',
            '',
            [],
            [],
            [],
          ])
        for (const poll of item.polls)
          if (poll.status !== 'announced') {
            expect(poll.votedIds).toEqual([])
            expect(poll.choices).toEqual({})
            if (poll.status !== 'closed') expect(poll.result).toBeNull()
          }
      }
      for (const entry of r.entries) meetingEntryFor(viewer, state, entry)
    }
  expect(meetingViewFor({ personId: 'stranger', audience: 'person' }, state)).toEqual({
    refused: 'meeting/not-participant',
  })
  meetingRow(state)
  meetingTasks(state)
}

const step = fc.record({
  help: fc.boolean(),
  kind: fc.nat({ max: 100 }),
  who: fc.nat({ max: 100 }),
  numbers: fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 12 }),
})

describe('any sequence of orders', () => {
  it('[M-23] leaves a state that the invariants accept, refuses by codes of the list, and adds up to the same state again', () => {
    let ballots = 0
    let decided = 0
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 30, maxLength: 90 }),
        fc.boolean(),
        (steps, recusedCountAsDue) => {
          const r = room({
            due: ['chair@a', 'm2@a', 'm3@b', 'm4@b', 'm5@c', 'm6@c'],
            requiredBodyIds: ['a'],
            items: [itemFor('i1'), itemFor('i2', ['i2-a', 'i2-b']), itemFor('i3')],
            rules: { recusedCountAsDue, minimumSecretRoll: 4 },
          })
          const run = (who: string, order: MeetingOrder) => {
            const before = deepFreeze(r.state)
            const known = r.entries.length
            const refused = r.attempt(who, order)
            if (refused) expect(REFUSAL_CODES).toContain(refused)
            let at = before
            for (const entry of r.entries.slice(known)) {
              checkHappening(at, entry)
              at = evolveMeeting(at, entry)
            }
            checkState(r.state)
          }
          for (const { help, kind, who, numbers } of steps) {
            const pick = pickerOf(numbers)
            if (help) for (const [person, order] of helpfulSteps(r, pick)) run(person, order)
            else run(PEOPLE[who % PEOPLE.length] ?? 'chair', anyOrder(r.state, kind, pick))
          }
          checkViews(r)
          expect(r.state.seq).toBe(r.entries.length)
          expect(r.entries.reduce(evolveMeeting, initialMeeting('meeting-1'))).toEqual(r.state)
          ballots += r.state.items
            .flatMap((item) => item.polls)
            .filter((poll) => poll.status === 'announced').length
          decided += r.state.items.filter((item) => item.phase === 'decided').length
        },
      ),
      { numRuns: 150 },
    )
    // The sequences must come far enough to mean something.
    expect(ballots).toBeGreaterThan(20)
    expect(decided).toBeGreaterThan(5)
  }, 60_000)

  it('[M-23] an entry of a type that a later release wrote moves only the place in the record', () => {
    const { state } = room()
    const entry = {
      type: 'meeting/unheard-of',
      payload: {},
      seq: 99,
      at: '',
      actorId: '',
    } as unknown as Recorded<MeetingHappening>
    expect(evolveMeeting(state, entry)).toEqual({ ...state, seq: 99 })
  })
})
