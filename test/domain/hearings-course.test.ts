import { describe, expect, it } from 'vitest'
import { PHASES } from '#domain/hearings/phases.ts'
import { hearing, office } from '../support/hearing-room.ts'

const NEXT = { type: 'next-phase' } as const
const stop = { ground: 'other', reason: 'x', resumeOn: null } as const
const recuse = (personId: string) => ({ type: 'apply-for-recusal', personId, reason: 'CAUSE' }) as const

describe('the course', () => {
  it('[H-14] opened by the chair, noticed, with the recorder and a member in the room', () => {
    const h = hearing().named()
    expect(h.attempt('chair', { type: 'open' })).toBe('hearing/not-noticed')
    h.must(office(), h.noticeOf())
    expect(h.attempt('m1', { type: 'open' })).toBe('hearing/not-chair')
    expect(h.attempt('chair', { type: 'open' })).toBe('hearing/not-present')
    h.comeIn('chair')
    expect(h.attempt('chair', { type: 'open' })).toBe('hearing/recorder-missing')
    h.comeIn('recorder')
    expect(h.attempt('chair', { type: 'open' })).toBe('hearing/members-missing')
    h.comeIn('m1').must('chair', { type: 'open' })
    expect(h.state).toMatchObject({ status: 'open', phase: 'identity' })
    expect(h.attempt('chair', { type: 'open' })).toBe('hearing/already-opened')
  })

  it('[H-15] everybody who has come and is to be heard is checked before it goes on', () => {
    const h = hearing().opened('expert')
    const check = (personId: string) => ({ type: 'check-identity', personId }) as const
    const ask = { type: 'ask-to-speak', alsoFor: [] } as const
    expect(h.attempt('party', ask)).toBe('hearing/identity-unchecked')
    expect(h.attempt('chair', check('party'))).toBe('hearing/not-recorder')
    expect(h.attempt('recorder', check('expert'))).toBe('hearing/not-present')
    expect(h.attempt('recorder', check('observer'))).toBe('hearing/identity-checked')
    for (const who of ['investigator', 'party', 'rep', 'third', 'witness', 'seat']) {
      expect(h.attempt('chair', NEXT)).toBe('hearing/identity-unchecked')
      h.must('recorder', check(who))
    }
    expect(h.attempt('recorder', check('party'))).toBe('hearing/identity-checked')
    expect(h.attempt('party', ask)).toBeNull()
    h.must('chair', NEXT)
    expect(h.state.phase).toBe('rights')
    // Who comes later is checked later.
    h.comeIn('expert').to('third-parties')
    expect(h.attempt('expert', ask)).toBe('hearing/identity-unchecked')
    h.must('recorder', check('expert'))
    expect(h.attempt('expert', ask)).toBeNull()
  })

  it('[H-16] one phase after the other, by the chair with the recorder there', () => {
    const h = hearing().opened().checked()
    for (const who of ['recorder', 'm1', 'party', 'observer', 'stranger'])
      expect(h.attempt(who, NEXT)).toBe('hearing/not-chair')
    h.must('recorder', { type: 'go-out' })
    expect(h.attempt('chair', NEXT)).toBe('hearing/recorder-missing')
    h.comeIn('recorder').to('signing')
    expect(h.state.phases.map((one) => one.phase)).toEqual(PHASES)
    expect(h.state.phases.slice(0, -1).every((one) => one.until !== null)).toBe(true)
    expect(h.attempt('chair', NEXT)).toBe('hearing/ended')
  })

  it('[H-16] back to an earlier phase with a reason', () => {
    const h = hearing().to('debate')
    const back = (phase: (typeof PHASES)[number]) =>
      ({ type: 'back-to-phase', phase, reason: 'new' }) as const
    expect(h.attempt('recorder', back('defence'))).toBe('hearing/not-chair')
    expect(h.attempt('chair', back('debate'))).toBe('hearing/not-earlier')
    expect(h.attempt('chair', back('closing'))).toBe('hearing/not-earlier')
    h.must('chair', back('defence'))
    expect(h.state.phases.at(-1)).toMatchObject({ phase: 'defence', backReason: 'new', until: null })
    h.must('chair', NEXT)
    expect(h.state.phase).toBe('third-parties')
  })

  it('[H-20] suspension ends speech and keeps the phase', () => {
    const h = hearing().to('debate').speak('party')
    expect(h.attempt('party', { type: 'suspend', ...stop })).toBe('hearing/not-chair')
    expect(h.attempt('chair', { type: 'resume' })).toBe('hearing/not-suspended')
    h.must('chair', { type: 'suspend', ground: 'new-evidence', reason: 'x', resumeOn: '2026-04-01' })
    expect(h.state.floor.speaking).toBeNull()
    expect(h.state.stops).toMatchObject([
      { kind: 'suspended', ground: 'new-evidence', resumeOn: '2026-04-01' },
    ])
    for (const order of [NEXT, { type: 'ask-to-speak', alsoFor: [] }, { type: 'suspend', ...stop }] as const)
      expect(h.attempt('chair', order)).toBe('hearing/suspended')
    expect(h.attempt('party', { type: 'resume' })).toBe('hearing/not-chair')
    h.must('chair', { type: 'resume' })
    expect(h.state).toMatchObject({ status: 'open', phase: 'debate' })
  })

  it('[H-20] where the chair is not there the office suspends', () => {
    const h = hearing().to('debate')
    expect(h.attempt(office(), { type: 'suspend', ...stop })).toBe('hearing/not-chair')
    h.must('chair', { type: 'go-out' })
    expect(h.attempt('chair', { type: 'suspend', ...stop })).toBe('hearing/not-present')
    expect(h.attempt(office(), { type: 'suspend', ...stop })).toBeNull()
  })

  it.each([
    ['absent', ['party', 'rep'], null],
    ['left', ['party', 'rep'], 'hearing/party-present'],
    ['absent', ['party'], 'hearing/party-present'],
    ['withdrawn', [], null],
  ] as const)('[H-21] ground %s, never came: %s', (ground, absent, refused) => {
    const h = hearing().opened(...absent)
    const end = { type: 'terminate', ground, reason: 'x' } as const
    expect(h.attempt('party', end)).toBe('hearing/not-chair')
    expect(h.attempt('chair', end)).toBe(refused)
    if (refused === null) expect(h.state).toMatchObject({ status: 'terminated', ended: { ground } })
  })

  it('[H-21] left: came, and nobody of the party is there any more', () => {
    const h = hearing().opened('rep')
    const end = { type: 'terminate', ground: 'left', reason: 'x' } as const
    expect(h.attempt('chair', end)).toBe('hearing/party-present')
    h.must('party', { type: 'go-out' })
    expect(h.attempt('chair', { ...end, ground: 'absent' })).toBe('hearing/party-present')
    h.must('chair', end)
    expect(h.attempt('chair', { type: 'resume' })).toBe('hearing/ended')
    expect(hearing().named().attempt('chair', end)).toBe('hearing/not-noticed')
  })
})

describe('recusal', () => {
  const rule = (recusalId: string, granted: boolean) =>
    ({ type: 'rule-on-recusal', recusalId, granted, reason: 'RULING' }) as const

  it.each([
    ['party', null],
    ['rep', null],
    ['third', null],
    ['investigator', null],
    ['m1', null],
    ['m2', 'hearing/not-a-side'],
    ['chair', 'hearing/not-a-side'],
    ['expert', 'hearing/not-a-side'],
    ['observer', 'hearing/not-a-side'],
    ['stranger', 'hearing/not-participant'],
  ] as const)('[H-17] %s against a member', (who, refused) => {
    expect(hearing().to('rights').attempt(who, recuse('m1'))).toBe(refused)
  })

  it('[H-17] against the tribunal alone, once at a time, and ruled on before the phase goes on', () => {
    const h = hearing().to('rights')
    expect(hearing().named().attempt('party', recuse('m1'))).toBe('hearing/not-noticed')
    expect(h.attempt('party', recuse('investigator'))).toBe('hearing/not-tribunal')
    h.must('party', recuse('m1'))
    expect(h.attempt('third', recuse('m1'))).toBe('recusal/pending')
    expect(h.attempt('chair', NEXT)).toBe('recusal/pending')
    expect(h.attempt('chair', { type: 'back-to-phase', phase: 'identity', reason: 'x' })).toBe(
      'recusal/pending',
    )
    h.must('chair', rule(h.state.recusals[0]?.id ?? '', false))
    expect(h.one('m1').removed).toBeNull()
    expect(h.attempt('chair', NEXT)).toBeNull()
  })

  it('[H-18] the chair rules on the others, nobody on himself', () => {
    const h = hearing().to('rights')
    h.must('party', recuse('recorder'))
    const id = h.state.recusals[0]?.id ?? ''
    for (const who of ['recorder', 'm1', 'party'])
      expect(h.attempt(who, rule(id, false))).toBe('hearing/not-chair')
    h.must('chair', rule(id, false))
    expect(h.attempt('chair', rule(id, true))).toBe('recusal/unknown')
    h.must('party', recuse('chair'))
    const chairs = h.state.recusals[1]?.id ?? ''
    for (const who of ['chair', 'm1', 'party'])
      expect(h.attempt(who, rule(chairs, false))).toBe('hearing/not-recorder')
    h.must('recorder', rule(chairs, false))
    expect(h.state.recusals.map((one) => one.ruling?.authority)).toEqual(['chair', 'superior'])
  })

  it('[H-19] the recused has left, stays out of the tribunal, and another takes his place', () => {
    const h = hearing().to('rights')
    h.must('party', recuse('chair'))
    h.must('recorder', rule(h.state.recusals[0]?.id ?? '', true))
    expect(h.one('chair')).toMatchObject({ removed: { reason: 'RULING' } })
    expect(h.one('chair').spans.at(-1)?.out).not.toBeNull()
    expect(h.attempt('chair', NEXT)).toBe('hearing/not-chair')
    expect(h.refusal('chair')).toBe('hearing/not-participant')
    expect(h.attempt(office(), h.naming('chair', 'chair'))).toBe('recusal/already-recused')
    expect(h.attempt(office(), h.naming('chair', 'expert'))).toBeNull()
    h.must(office(), h.naming('chair2', 'chair'))
    h.comeIn('chair2').must('chair2', NEXT)
    expect(h.state.phase).toBe('investigation')
  })

  it('[H-19] with the recorder gone nothing goes on, and the office enters what the superior rules', () => {
    const h = hearing().to('rights')
    h.must('party', recuse('recorder'))
    h.must('party', recuse('chair'))
    const [recorders, chairs] = h.state.recusals.map((one) => one.id)
    h.must('chair', rule(recorders ?? '', true))
    expect(h.attempt('recorder', rule(chairs ?? '', false))).toBe('hearing/not-recorder')
    h.must(office(), rule(chairs ?? '', false))
    expect(h.attempt('chair', NEXT)).toBe('hearing/recorder-missing')
    h.must(office(), h.naming('recorder2', 'recorder'))
    expect(h.comeIn('recorder2').attempt('chair', NEXT)).toBeNull()
  })

  it('[H-29] a recused member loses the floor', () => {
    const h = hearing().to('questions').speak('m1')
    h.must('party', recuse('m1'))
    h.must('chair', rule(h.state.recusals[0]?.id ?? '', true))
    expect(h.state.floor.speaking).toBeNull()
  })
})

describe('comings and goings', () => {
  it('[H-29] going out and a disabled account end speech and waiting', () => {
    const h = hearing().to('debate').speak('party')
    h.must('investigator', { type: 'ask-to-speak', alsoFor: [] })
    h.must('party', { type: 'go-out' })
    expect(h.state.floor.speaking).toBeNull()
    expect(h.attempt('party', { type: 'go-out' })).toBe('hearing/not-present')
    expect(h.attempt('third', { type: 'come-in' })).toBe('hearing/already-present')
    h.must('sysadmin', { type: 'take-out-disabled', personId: 'investigator' })
    expect(h.state.floor.waiting).toEqual([])
    expect(h.attempt('sysadmin', { type: 'take-out-disabled', personId: 'investigator' })).toBe(
      'hearing/not-present',
    )
    expect(h.attempt('investigator', { type: 'ask-to-speak', alsoFor: [] })).toBe('hearing/not-present')
  })

  it('[H-190] after the close nobody goes out any more', () => {
    const h = hearing().to('signing')
    expect(h.attempt('party', { type: 'go-out' })).toBe('hearing/ended')
    expect(h.one('party').spans.at(-1)?.out).toBeNull()
  })

  it('[H-29] the phase’s end clears the floor', () => {
    const h = hearing().to('debate').speak('party')
    h.must('investigator', { type: 'ask-to-speak', alsoFor: [] })
    h.must('chair', NEXT)
    expect(h.state.floor).toMatchObject({ waiting: [], speaking: null, heard: [{ phase: 'debate' }] })
  })

  it('[H-27] a witness is called in two phases and is outside again after them', () => {
    const h = hearing().to('investigation')
    const call = { type: 'call-witness', personId: 'witness' } as const
    expect(h.attempt('chair', call)).toBe('hearing/not-in-phase')
    h.to('third-parties')
    expect(h.attempt('recorder', call)).toBe('hearing/not-chair')
    expect(h.attempt('chair', { ...call, personId: 'expert' })).toBe('hearing/not-a-witness')
    expect(h.attempt('witness', { type: 'ask-to-speak', alsoFor: [] })).toBe('hearing/witness-outside')
    h.must('chair', call)
    expect(h.attempt('chair', call)).toBe('hearing/already-called')
    h.speak('witness').must('chair', { type: 'release-witness', personId: 'witness' })
    expect(h.state.floor.speaking).toBeNull()
    expect(h.attempt('chair', { ...call, type: 'release-witness' })).toBe('hearing/not-a-witness')
    h.must('chair', call)
    h.must('chair', NEXT)
    expect(h.one('witness').releasedAt).toBeNull()
    h.must('chair', NEXT)
    expect(h.one('witness').releasedAt).not.toBeNull()
  })

  it('[H-27] nor is a witness called who has not come or is not checked', () => {
    const h = hearing().opened('witness').to('third-parties')
    const call = { type: 'call-witness', personId: 'witness' } as const
    expect(h.attempt('chair', call)).toBe('hearing/not-present')
    h.comeIn('witness')
    expect(h.attempt('chair', call)).toBe('hearing/identity-unchecked')
  })
})
