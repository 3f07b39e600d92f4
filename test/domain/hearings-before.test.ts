import { describe, expect, it } from 'vitest'
import type { HearingOrder } from '#domain/hearings/commands.ts'
import type { Capacity } from '#domain/hearings/types.ts'
import { CAST, hearing, office } from '../support/hearing-room.ts'
import { personOf } from '../support/meeting-room.ts'

/** The cast without some, and with others. */
function castBut(...without: readonly string[]): Record<string, Capacity> {
  return Object.fromEntries(Object.entries(CAST).filter(([who]) => !without.includes(who)))
}

describe('the order', () => {
  it('[H-01] by secretaries and leaders of a body of the case, once', () => {
    const h = hearing()
    const elsewhere = { ...personOf('x'), roles: [{ role: 'leader' as const, bodyId: 'other' }] }
    expect(h.attempt(personOf('x', 'member', 'hearing-chair'), h.orderOf())).toBe('access/denied')
    expect(h.attempt(elsewhere, h.orderOf())).toBe('access/denied')
    expect(hearing().attempt(personOf('x', 'leader'), h.orderOf())).toBeNull()
    h.must(office(), h.orderOf())
    expect(h.attempt(office(), h.orderOf())).toBe('record/conflict')
    expect(h.state).toMatchObject({ status: 'ordered', orderedBy: 'office', reason: 'WHY-ORDERED' })
    expect(h.state.issues.map((one) => one.text)).toEqual(['ISSUE-ONE', 'ISSUE-TWO'])
  })

  it('[H-01] not on a decided case, and not by whom it is about', () => {
    const h = hearing()
    const { hearingCase } = h.orderOf()
    const decided = { ...h.orderOf(), hearingCase: { ...hearingCase, stage: 'decided' as const } }
    expect(h.attempt(office(), decided)).toBe('hearing/case-decided')
    expect(h.attempt(office('concerned'), h.orderOf())).toBe('access/denied')
    expect(h.attempt(office(), h.orderOf({ issues: [] }))).toBe('input/invalid')
    expect(h.attempt(office(), { type: 'cancel', reason: 'x' })).toBe('access/not-found')
  })

  const cases: readonly [string, Partial<HearingOrder>, string | null][] = [
    ['a case, closed', { closedGround: 'cadre-case', openReason: null }, null],
    [
      'a case, open without a reason',
      { closedGround: null, openReason: null },
      'hearing/open-reason-required',
    ],
    ['a case, open with a reason', { closedGround: null, openReason: 'x' }, null],
    ['a consultation, open', { preset: 'consultation', closedGround: null, openReason: null }, null],
    [
      'a consultation, closed',
      { preset: 'consultation', closedGround: 'work-secret', openReason: null },
      null,
    ],
  ]
  it.each(cases)('[H-02] %s', (_what, order, refused) => {
    const h = hearing()
    expect(h.attempt(office(), h.orderOf(order))).toBe(refused)
  })

  it.each([
    ['2026-03-01T23:30:00.000Z', 'hearing/time-not-ahead'],
    ['2026-03-01T23:32:00.000Z', null],
    ['2027-03-04T00:00:00.000Z', 'hearing/time-not-ahead'],
  ])('[H-55] ordered on 2 March 2026 for %s', (startsAt, refused) => {
    const h = hearing()
    expect(h.attempt(office(), h.orderOf({ startsAt }))).toBe(refused)
  })

  it('[H-55] noticed for a time that has not passed', () => {
    const h = hearing().named().on('2026-03-20T02:00:00.000Z')
    expect(h.attempt(office(), h.noticeOf({ shortReason: 'x' }))).toBe('hearing/time-not-ahead')
    expect(
      h.attempt(office(), h.noticeOf({ shortReason: 'x', startsAt: '2026-03-20T03:00:00.000Z' })),
    ).toBeNull()
  })

  it('[H-02] the ground is told at the opening', () => {
    const cast = castBut('observer')
    const h = hearing({ cast, order: { closedGround: 'privacy', openReason: null } }).opened()
    expect(h.entries.find((one) => one.type === 'hearing/opened')?.payload).toEqual({
      closedGround: 'privacy',
      present: Object.keys(cast).length,
    })
  })
})

describe('naming', () => {
  it('[H-03] the office names all, the chair all but the tribunal, others nobody, and nobody twice', () => {
    const h = hearing({ cast: castBut('witness') }).named()
    expect(h.attempt('party', h.naming('witness', 'witness'))).toBe('access/denied')
    expect(h.attempt('chair', h.naming('m4', 'member'))).toBe('access/denied')
    h.must('chair', h.naming('witness', 'witness'))
    expect(h.attempt(office(), h.naming('witness', 'expert'))).toBe('hearing/already-named')
    h.must(office(), { type: 'remove-participant', personId: 'witness', reason: 'x' })
    h.must(office(), h.naming('witness', 'expert'))
    expect(h.one('witness')).toMatchObject({ capacity: 'expert', removed: null })
  })

  it('[H-04] one chair and one recorder', () => {
    const h = hearing().named()
    expect(h.attempt(office(), h.naming('x', 'chair'))).toBe('hearing/capacity-taken')
    expect(h.attempt(office(), h.naming('x', 'recorder'))).toBe('hearing/capacity-taken')
    h.must(office(), { type: 'remove-participant', personId: 'chair', reason: 'x' })
    expect(h.attempt(office(), h.naming('x', 'chair'))).toBeNull()
  })

  it.each(['chair', 'member', 'recorder'] as const)(
    '[H-05] no handler and nobody concerned is %s',
    (capacity) => {
      const h = hearing().ordered()
      expect(h.attempt(office(), h.naming('handler', capacity))).toBe('hearing/handler-conflict')
      expect(h.attempt(office(), h.naming('concerned', capacity))).toBe('hearing/concerned-conflict')
      expect(h.attempt(office(), h.naming('handler', 'investigator'))).toBeNull()
      expect(h.attempt(office(), h.naming('concerned', 'party'))).toBeNull()
    },
  )

  it('[H-06] two representatives for each party or third party, who is named', () => {
    const h = hearing().named()
    const rep = (who: string, represents: string | null) => h.naming(who, 'representative', { represents })
    expect(h.attempt(office(), rep('r2', null))).toBe('hearing/nobody-to-represent')
    expect(h.attempt(office(), rep('r2', 'expert'))).toBe('hearing/nobody-to-represent')
    expect(h.attempt(office(), rep('r2', 'party'))).toBeNull()
    expect(h.attempt(office(), rep('r3', 'party'))).toBe('hearing/too-many-representatives')
    expect(h.attempt(office(), rep('r3', 'third'))).toBeNull()
    h.must(office(), { type: 'remove-participant', personId: 'party', reason: 'x' })
    expect([h.one('rep').removed, h.one('r2').removed, h.one('r3').removed].map(Boolean)).toEqual([
      true,
      true,
      false,
    ])
  })

  it('[H-07] a public seat has its reason, a closed hearing no observers', () => {
    const h = hearing({ cast: castBut('observer'), order: { closedGround: 'privacy' } }).named()
    expect(h.attempt(office(), h.naming('s2', 'public-seat', { breadth: '' }))).toBe(
      'hearing/breadth-required',
    )
    expect(h.attempt(office(), h.naming('o', 'observer'))).toBe('hearing/closed-to-observers')
  })
})

describe('the notice', () => {
  const missing: readonly [string, string][] = [
    ['chair', 'hearing/chair-missing'],
    ['recorder', 'hearing/recorder-missing'],
    ['m3', 'hearing/members-even'],
    ['party', 'hearing/party-missing'],
    ['investigator', 'hearing/investigator-missing'],
  ]
  it.each(missing)('[H-08] not without %s', (who, refused) => {
    const without = who === 'party' ? ['party', 'rep'] : [who]
    const h = hearing({ cast: castBut(...without) }).named()
    expect(h.attempt(office(), h.noticeOf())).toBe(refused)
  })

  it('[H-08] a consultation needs no sides', () => {
    const cast = castBut('party', 'rep', 'investigator')
    const h = hearing({ cast, order: { preset: 'consultation' } }).named()
    expect(h.attempt(office(), h.noticeOf())).toBeNull()
  })

  it('[H-08] one member or nine are warned of and not refused', () => {
    const few = hearing({ cast: castBut('m2', 'm3') }).noticed()
    expect(few.view('chair').shared.membersOutsideSuggested).toBe(true)
    expect(few.view('party').shared.membersOutsideSuggested).toBe(false)
    expect(hearing().noticed().view('chair').shared.membersOutsideSuggested).toBe(false)
    const more = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((who) => [who, 'member' as const]))
    const many = hearing({ cast: { ...CAST, ...more } }).noticed()
    expect(many.view('chair').shared.membersOutsideSuggested).toBe(true)
  })

  it.each([
    ['2026-03-11T01:00:00.000Z', '2026-03-02', null],
    ['2026-03-10T01:00:00.000Z', '2026-02-28', 'hearing/short-notice-reason'],
    // In the calendar of the jurisdiction this is already 11 March.
    ['2026-03-10T16:30:00.000Z', '2026-03-02', null],
    ['2027-02-10T01:00:00.000Z', '', 'calendar/year-missing'],
  ])('[H-09] served on 2 March for %s: in time until %s', (startsAt, latestOn, refused) => {
    const h = hearing({ order: { startsAt } }).named()
    expect(h.attempt(office(), h.noticeOf())).toBe(refused)
    if (refused === 'calendar/year-missing') return
    h.attempt(office(), h.noticeOf({ shortReason: 'URGENT' }))
    expect(h.state.notice).toMatchObject({ latestOn, shortReason: refused === null ? null : 'URGENT' })
  })

  it('[H-09] in time a reason marks nothing', () => {
    const h = hearing().named()
    h.must(office(), h.noticeOf({ shortReason: 'NEEDLESS' }))
    expect(h.state.notice).toMatchObject({ shortReason: null, latestOn: '2026-03-11' })
  })

  it('[H-10] served to all and to the later named, read once', () => {
    const h = hearing({ cast: castBut('witness') }).named()
    expect(h.attempt('party', { type: 'read-notice' })).toBe('hearing/not-noticed')
    h.must(office(), h.noticeOf())
    expect(h.attempt(office(), h.noticeOf())).toBe('hearing/already-noticed')
    h.must('chair', h.naming('witness', 'witness'))
    expect(h.state.participants.every((one) => one.noticeServedAt !== null)).toBe(true)
    h.must('witness', { type: 'read-notice' })
    expect(h.attempt('witness', { type: 'read-notice' })).toBe('hearing/already-read')
    expect(h.attempt('stranger', { type: 'read-notice' })).toBe('hearing/not-participant')
    expect(h.state.participants.filter((one) => one.noticeReadAt).map((one) => one.personId)).toEqual([
      'witness',
    ])
  })

  it('[H-11] a member comes in after it only where one dropped out', () => {
    const h = hearing().noticed()
    expect(h.attempt(office(), h.naming('m4', 'member'))).toBe('hearing/members-even')
    h.must(office(), { type: 'remove-participant', personId: 'm2', reason: 'x' })
    expect(h.attempt(office(), h.naming('m4', 'member'))).toBeNull()
  })

  it('[H-12] who has come is not taken off, and the tribunal not but while it is suspended', () => {
    const h = hearing().opened('expert')
    const off = (personId: string) => ({ type: 'remove-participant', personId, reason: 'x' }) as const
    expect(h.attempt('chair', off('third'))).toBe('hearing/has-taken-part')
    expect(h.attempt(office(), off('recorder'))).toBe('hearing/ruling-needed')
    expect(h.attempt('chair', off('recorder'))).toBe('access/denied')
    expect(h.attempt('chair', off('expert'))).toBeNull()
    expect(h.attempt('chair', off('nobody'))).toBe('access/denied')
    expect(h.attempt(office(), off('nobody'))).toBe('hearing/not-participant')
    h.must('chair', { type: 'suspend', ground: 'other', reason: 'x', resumeOn: null })
    h.must(office(), off('chair'))
    h.must(office(), h.naming('chair2', 'chair'))
    h.comeIn('chair2').must('chair2', { type: 'resume' })
    expect(h.attempt('chair', { type: 'next-phase' })).toBe('hearing/not-chair')
  })

  it('[H-12] a party is not taken off with a representative who has come', () => {
    const h = hearing().opened('party')
    const off = { type: 'remove-participant', personId: 'party', reason: 'x' } as const
    expect(h.attempt(office(), off)).toBe('hearing/has-taken-part')
  })

  it('[H-13] postponed before the opening, and noticed anew with a new time', () => {
    const h = hearing().noticed()
    h.must('party', { type: 'read-notice' })
    const postpone = {
      type: 'postpone',
      ground: 'person-prevented',
      reason: 'ill',
      resumeOn: '2026-04-01',
    } as const
    expect(h.attempt('party', postpone)).toBe('access/denied')
    h.must('chair', postpone)
    expect(h.attempt('chair', postpone)).toBe('hearing/not-noticed')
    expect(h.state).toMatchObject({
      status: 'postponed',
      stops: [{ kind: 'postponed', resumeOn: '2026-04-01' }],
    })
    expect(h.attempt('party', { type: 'come-in' })).toBe('hearing/not-open')
    expect(h.attempt(office(), h.noticeOf())).toBe('hearing/new-time-needed')
    h.must(office(), h.noticeOf({ startsAt: '2026-04-01T01:00:00.000Z' }))
    expect(h.state).toMatchObject({ status: 'noticed', startsAt: '2026-04-01T01:00:00.000Z' })
    expect(h.one('party').noticeReadAt).toBeNull()
    expect(h.state.stops[0]?.resumedAt).not.toBeNull()
  })

  it('[H-13] called off before the opening, by the office', () => {
    const h = hearing().noticed()
    expect(h.attempt('party', { type: 'cancel', reason: 'x' })).toBe('access/denied')
    h.must(office(), { type: 'cancel', reason: 'x' })
    for (const type of ['come-in', 'open', 'next-phase', 'read-notice'] as const)
      expect(h.attempt('chair', { type })).toBe('hearing/ended')
    const opened = hearing().opened()
    expect(opened.attempt(office(), { type: 'cancel', reason: 'x' })).toBe('hearing/already-opened')
    expect(opened.attempt('chair', { type: 'postpone', ground: 'other', reason: 'x', resumeOn: null })).toBe(
      'hearing/already-opened',
    )
  })
})
