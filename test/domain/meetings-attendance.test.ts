import { describe, expect, it } from 'vitest'
import { isCheckInCode, newCheckInCode } from '#domain/meetings/check-in-code.ts'
import { decideMeeting } from '#domain/meetings/decide.ts'
import { initialMeeting } from '#domain/meetings/initial.ts'
import type { Orders } from '#domain/meetings/order.ts'
import { isPresent } from '#domain/meetings/participants.ts'
import { quorumOf } from '#domain/meetings/quorum.ts'
import { platformMeetingRules } from '#domain/meetings/rules.ts'
import { mayCast } from '#domain/meetings/casting.ts'
import type { RefusalCode } from '#domain/record/refusal.ts'
import { itemFor, personOf, room } from '../support/meeting-room.ts'

const checkIn = (personId: string | null = null, code: string | null = null) =>
  ({ type: 'check-in', personId, code }) as const

describe('convening', () => {
  const person = (personId: string, bodyId = 'body') => ({ personId, name: personId, bodyId, bodyName: '' })
  const order: Orders['convene'] = {
    type: 'convene',
    convocation: {
      title: 't',
      place: 'p',
      startsAt: '2026-03-01T01:00:00.000Z',
      grade: 'major',
      chairId: 'a',
      secretaryIds: ['sec'],
      scrutineerIds: [],
      requiredBodyIds: [],
    },
    rules: platformMeetingRules,
    membersDue: [person('a'), person('b'), person('c')],
    attendees: [person('d')],
    items: [itemFor('i1')],
  }
  const convene = (
    over: Partial<Orders['convene']>,
    actor = personOf('sec', 'secretary'),
    now = new Date('2026-02-20T00:00:00.000Z'),
  ) =>
    decideMeeting(
      initialMeeting('m'),
      { ...order, ...over },
      { now, actor, newId: () => 'id', chance: () => 0.5, calendar: {} },
    )

  it('[M-01] a secretary by role convenes; nobody else may', () => {
    expect(convene({})).toMatchObject([
      {
        type: 'meeting/convened',
        payload: { chairId: 'a', checkInCode: expect.stringMatching(/^.{6}$/) as string },
      },
    ])
    for (const role of ['member', 'leader', 'system-administrator'] as const)
      expect(convene({}, personOf('x', role))).toEqual({ refused: 'access/denied' })
  })

  it('[M-31] for a time ahead, on the spot included, and within a year', () => {
    const at = (now: string) => convene({}, undefined, new Date(now))
    const refused = { refused: 'meeting/time-not-ahead' }
    expect(at('2026-03-01T01:30:00.001Z')).toEqual(refused)
    expect(at('2026-03-01T01:30:00.000Z')).not.toEqual(refused)
    expect(at('2025-02-28T00:00:00.000Z')).toEqual(refused)
    expect(at('2025-03-01T00:00:00.000Z')).not.toEqual(refused)
    const unreadable = { convocation: { ...order.convocation, startsAt: 'x' } }
    expect(convene(unreadable)).toEqual(refused)
  })

  it.each<[string, Partial<Orders['convene']>, RefusalCode]>([
    [
      'a chair who is not due',
      { convocation: { ...order.convocation, chairId: 'd' } },
      'meeting/chair-must-be-due',
    ],
    [
      'fewer due than the voters needed',
      { membersDue: [person('a'), person('b')] },
      'meeting/too-few-members',
    ],
    [
      'a required department without a member due',
      { convocation: { ...order.convocation, requiredBodyIds: ['other'] } },
      'meeting/bodies-missing',
    ],
    ['somebody due twice', { membersDue: [person('a'), person('b'), person('b')] }, 'input/invalid'],
    ['somebody due and attending', { attendees: [person('b')] }, 'input/invalid'],
    [
      'a case twice',
      { items: [itemFor('i1'), { ...itemFor('i2'), caseId: 'case-i1' }] },
      'agenda/already-listed',
    ],
  ])('[M-02] refused: %s', (_title, over, code) => {
    expect(convene(over)).toEqual({ refused: code })
  })

  it('[M-02] a meeting is convened once, and nothing can be done in one that is not', () => {
    const r = room()
    expect(r.attempt(personOf('sec', 'secretary'), order)).toBe('record/conflict')
    const context = {
      now: new Date(0),
      actor: personOf('a'),
      newId: () => 'id',
      chance: () => 0,
      calendar: {},
    }
    expect(decideMeeting(initialMeeting('m'), { type: 'open' }, context)).toEqual({
      refused: 'access/not-found',
    })
  })
})

describe('attendance', () => {
  it('[M-04] whoever takes part signs in and out himself; every stay has its times', () => {
    const r = room().checkIn('m2')
    expect(isPresent(r.state, 'm2')).toBe(true)
    expect(r.attempt('m2', checkIn())).toBe('meeting/already-present')
    r.must('m2', { type: 'check-out', personId: null })
    expect(r.attempt('m2', { type: 'check-out', personId: null })).toBe('meeting/not-present')
    r.checkIn('m2')
    const spans = r.state.presences.find((one) => one.personId === 'm2')?.spans ?? []
    expect(spans.map((span) => [span.in < (span.out ?? 'z'), span.out === null, span.by])).toEqual([
      [true, false, 'm2'],
      [true, true, 'm2'],
    ])
    expect(r.attempt('stranger', checkIn())).toBe('meeting/not-participant')
  })

  it('[M-05] a secretary or the chair signs another in and out, nobody else does', () => {
    const r = room()
    r.must('sec', checkIn('m4'))
    r.must('chair', checkIn('m5'))
    expect(r.entries.at(-1)).toMatchObject({
      payload: { personId: 'm5', way: 'secretary' },
      actorId: 'chair',
    })
    expect(r.attempt('m2', checkIn('m3'))).toBe('meeting/not-secretary')
    expect(r.attempt('m2', { type: 'check-out', personId: 'm4' })).toBe('meeting/not-secretary')
    expect(r.attempt('sec', checkIn('stranger'))).toBe('meeting/not-participant')
    r.must('sec', { type: 'check-out', personId: 'm4' })
    expect(isPresent(r.state, 'm4')).toBe(false)
  })

  it('[M-06] the code signs in, in either case and in full-width letters; a wrong one does not', () => {
    const r = room()
    const code = r.state.checkInCode
    expect(r.attempt('m2', checkIn(null, 'WRONG1'))).toBe('meeting/wrong-code')
    r.must('m2', checkIn(null, ` ${code.toLowerCase()} `))
    expect(r.entries.at(-1)).toMatchObject({ payload: { way: 'code' } })
    const fullWidth = [...code]
      .map((letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0))
      .join('')
    r.must('m3', checkIn('m3', fullWidth))
    expect(isCheckInCode('', '')).toBe(false)
  })

  it('[M-06] the chair and secretaries renew the code; it is made of letters that are not mistaken', () => {
    const r = room()
    expect(r.attempt('m2', { type: 'renew-code' })).toBe('meeting/not-secretary')
    r.must('sec', { type: 'renew-code' })
    for (const fraction of [0, 0.2, 0.4, 0.6, 0.8, 0.9999])
      expect(newCheckInCode(() => fraction)).toMatch(/^[2-9A-HJKMNP-Z]{6}$/)
  })

  it('[M-07] attendees, secretaries and scrutineers sign in too and do not count', () => {
    const r = room({ scrutineers: ['scr'] }).checkIn('att', 'sec', 'scr')
    expect(isPresent(r.state, 'att')).toBe(true)
    expect(quorumOf(r.state)).toMatchObject({ due: 9, present: 0, met: false })
  })

  it('[M-08] leave with a reason while absent; whoever comes after all is not on leave', () => {
    const r = room()
    r.must('m2', { type: 'take-leave', personId: null, reason: '出差' })
    r.must('sec', { type: 'take-leave', personId: 'm3', reason: '病假' })
    expect(r.attempt('m4', { type: 'take-leave', personId: 'm3', reason: 'x' })).toBe('meeting/not-secretary')
    expect(r.state.leaves.map(({ personId, reason }) => [personId, reason])).toEqual([
      ['m2', '出差'],
      ['m3', '病假'],
    ])
    r.checkIn('m2')
    expect(r.state.leaves.map((leave) => leave.personId)).toEqual(['m3'])
    expect(r.attempt('m2', { type: 'take-leave', personId: null, reason: 'x' })).toBe(
      'meeting/already-present',
    )
    r.must('m2', { type: 'check-out', personId: null })
    r.must('m2', { type: 'take-leave', personId: null, reason: '先行离会' })
    expect(r.state.leaves).toHaveLength(2)
  })

  it('[M-03] leave does not lower the number due', () => {
    const r = room()
    for (const who of ['m2', 'm3', 'm4', 'm5'])
      r.must(who, { type: 'take-leave', personId: null, reason: 'x' })
    expect(quorumOf(r.state)).toMatchObject({ due: 9, needed: 6 })
    r.checkIn('chair', 'm6', 'm7', 'm8', 'm9')
    expect(r.attempt('chair', { type: 'open' })).toBe('meeting/no-quorum')
  })
})

describe('quorum', () => {
  it('[M-09] ordinary matters need half, major ones two thirds', () => {
    const five = ['chair', 'm2', 'm3', 'm4', 'm5']
    const ordinary = room({ grade: 'ordinary' }).checkIn(...five)
    expect(quorumOf(ordinary.state)).toEqual({ due: 9, present: 5, needed: 5, met: true, missingBodyIds: [] })
    const major = room({ grade: 'major' }).checkIn(...five)
    expect(quorumOf(major.state)).toEqual({ due: 9, present: 5, needed: 6, met: false, missingBodyIds: [] })
    expect(quorumOf(major.state, 'ordinary').met).toBe(true)
  })

  it('[M-11] the chair opens, from his place, with a quorum and every required department', () => {
    const due = ['chair@a', 'm2@a', 'm3@b', 'm4@b', 'm5@c', 'm6@c']
    const r = room({ due, requiredBodyIds: ['a', 'b', 'c'] }).checkIn('m2', 'm3', 'm4')
    const open = { type: 'open' } as const
    expect(r.attempt('m2', open)).toBe('meeting/not-chair')
    expect(r.attempt('sec', open)).toBe('meeting/not-chair')
    expect(r.attempt('chair', open)).toBe('meeting/not-present')
    r.must('m2', { type: 'check-out', personId: null })
    r.checkIn('chair')
    expect(r.attempt('chair', open)).toBe('meeting/no-quorum')
    r.checkIn('m2')
    expect(quorumOf(r.state)).toMatchObject({ met: true, missingBodyIds: ['c'] })
    expect(r.attempt('chair', open)).toBe('meeting/bodies-missing')
    r.checkIn('m6')
    r.must('chair', open)
    expect(r.entries.at(-1)).toMatchObject({ type: 'meeting/opened', payload: { present: 5, due: 6 } })
    expect(r.attempt('chair', open)).toBe('meeting/already-open')
  })

  it('[M-12] a lost quorum stops question, votes and close until it is back; voiding stays possible', () => {
    const r = room({ due: ['chair', 'm2', 'm3'] }).opened()
    r.stated()
    r.must('m2', { type: 'check-out', personId: null })
    r.must('m3', { type: 'check-out', personId: null })
    expect(r.attempt('chair', r.question())).toBe('meeting/no-quorum')
    r.checkIn('m2', 'm3')
    const pollId = r.ballot()
    const vote = { pollId, choice: 'EXEMPT' } as const
    expect(mayCast(r.state, 'chair', vote)).toBeNull()
    r.must('m2', { type: 'check-out', personId: null })
    r.must('m3', { type: 'check-out', personId: null })
    expect(mayCast(r.state, 'chair', vote)).toEqual({ refused: 'meeting/no-quorum' })
    expect(r.attempt('chair', r.closing(pollId, { chair: 'EXEMPT' }))).toBe('meeting/no-quorum')
    r.checkIn('m2')
    expect(mayCast(r.state, 'chair', vote)).toBeNull()
    r.must('m2', { type: 'check-out', personId: null })
    r.must('chair', { type: 'void-ballot', pollId, reason: '人数不足' })
  })

  it('[M-12] so does the loss of a required department', () => {
    const r = room({ due: ['chair@a', 'm2@a', 'm3@a', 'm4@b'], requiredBodyIds: ['b'] })
      .opened()
      .stated()
    const pollId = r.ballot()
    r.must('m4', { type: 'check-out', personId: null })
    expect(r.attempt('chair', r.closing(pollId, {}))).toBe('meeting/bodies-missing')
    expect(mayCast(r.state, 'm2', { pollId, choice: 'EXEMPT' })).toEqual({
      refused: 'meeting/bodies-missing',
    })
  })
})
