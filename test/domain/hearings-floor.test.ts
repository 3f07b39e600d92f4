import { describe, expect, it } from 'vitest'
import { platformHearingRules } from '#domain/hearings/rules.ts'
import { hearing, office } from '../support/hearing-room.ts'

const ask = (...alsoFor: string[]) => ({ type: 'ask-to-speak', alsoFor }) as const
const why = (personId: string) => ({ personId, reason: 'DISORDER' }) as const

describe('the floor', () => {
  it('[H-22] asked for in one’s phase, given by the chair, held by one', () => {
    const h = hearing().to('investigation')
    expect(h.attempt('party', ask())).toBe('hearing/not-in-phase')
    expect(h.attempt('m1', ask())).toBe('hearing/not-in-phase')
    expect(h.attempt('stranger', ask())).toBe('hearing/not-participant')
    expect(h.attempt('chair', ask())).toBeNull()
    h.must('investigator', ask())
    expect(h.attempt('investigator', ask())).toBe('floor/already-waiting')
    const [chairs, investigators] = h.state.floor.waiting.map((one) => one.id)
    const give = (requestId = '') => ({ type: 'give-floor', requestId, seconds: 60 }) as const
    expect(h.attempt('recorder', give(chairs))).toBe('hearing/not-chair')
    expect(h.attempt('chair', give('nobody'))).toBe('floor/nobody-waiting')
    expect(h.attempt('chair', { type: 'end-floor' })).toBe('floor/nobody-speaking')
    h.must('chair', give(chairs))
    h.must('chair', give(investigators))
    expect(h.state.floor).toMatchObject({
      waiting: [],
      speaking: { personId: 'investigator', side: 'handling', seconds: 60 },
      heard: [{ personId: 'chair' }],
    })
    expect(h.attempt('party', { type: 'end-floor' })).toBe('floor/not-yours')
    h.must('investigator', { type: 'end-floor' })
    expect(h.attempt('investigator', { type: 'withdraw' })).toBe('floor/nobody-waiting')
    h.must('investigator', ask())
    h.must('investigator', { type: 'withdraw' })
    expect(h.state.floor.waiting).toEqual([])
  })

  it('[H-22] not the silenced', () => {
    const h = hearing().to('debate')
    h.must('chair', { type: 'mute', ...why('party') })
    expect(h.attempt('party', ask())).toBe('hearing/muted')
    expect(h.attempt('chair', { type: 'mute', ...why('party') })).toBe('hearing/muted')
    h.must('chair', { type: 'unmute', personId: 'party' })
    expect(h.attempt('chair', { type: 'unmute', personId: 'party' })).toBe('hearing/not-muted')
    expect(h.attempt('party', ask())).toBeNull()
  })

  it.each([
    ['investigator', 'handling'],
    ['party', 'party'],
    ['rep', 'party'],
    ['expert', 'third'],
    ['seat', 'third'],
  ] as const)('[H-23] %s has the time of his side, %s', (who, side) => {
    const h = hearing().to('debate').speak(who)
    const { speakingSeconds } = platformHearingRules
    expect(h.state.floor.speaking).toMatchObject({ side, seconds: speakingSeconds[side] })
    expect(h.attempt(who, { type: 'extend-floor', seconds: 60 })).toBe('hearing/not-chair')
    h.must('chair', { type: 'extend-floor', seconds: 60 })
    expect(h.state.floor.speaking?.seconds).toBe(speakingSeconds[side] + 60)
  })

  it('[H-24] one speaks for others of his side, who leave the queue when he is given the floor', () => {
    const h = hearing().to('debate')
    expect(h.attempt('party', ask('investigator'))).toBe('hearing/other-side')
    expect(h.attempt('party', ask('party'))).toBe('input/invalid')
    expect(h.attempt('seat', ask('expert', 'expert'))).toBe('input/invalid')
    expect(h.attempt('chair', ask('m1'))).toBe('hearing/other-side')
    expect(h.attempt('seat', ask('witness'))).toBe('hearing/other-side')
    h.must('expert', ask())
    h.must('party', ask())
    h.must('seat', ask('expert'))
    expect(h.state.floor.waiting.map((one) => one.personId)).toEqual(['expert', 'party', 'seat'])
    h.must('chair', { type: 'give-floor', requestId: h.state.floor.waiting[2]?.id ?? '', seconds: null })
    expect(h.state.floor.waiting.map((one) => one.personId)).toEqual(['party'])
    expect(h.state.floor.speaking).toMatchObject({ personId: 'seat', alsoFor: ['expert'] })
  })
})

describe('questions', () => {
  const put = (to: string) => ({ type: 'put-question', to, text: 'WHY' }) as const

  it('[H-25] to somebody in the room who is heard, marked by chair or recorder', () => {
    const h = hearing().to('questions')
    expect(h.attempt('m1', put('witness'))).toBe('hearing/cannot-answer')
    expect(h.attempt('m1', put('observer'))).toBe('hearing/cannot-answer')
    expect(h.attempt('m1', put('m1'))).toBe('hearing/cannot-answer')
    expect(h.attempt('expert', put('party'))).toBe('hearing/not-in-phase')
    h.must('m1', put('party'))
    const questionId = h.state.questions[0]?.id ?? ''
    expect(h.state.questions).toMatchObject([{ from: 'm1', to: 'party', phase: 'questions', answered: null }])
    const mark = (answered: boolean) => ({ type: 'mark-question', questionId, answered }) as const
    expect(h.attempt('m1', mark(true))).toBe('hearing/not-recorder')
    expect(h.attempt('recorder', { ...mark(true), questionId: 'none' })).toBe('hearing/question-unknown')
    h.must('recorder', mark(true))
    h.must('chair', mark(false))
    expect(h.state.questions[0]?.answered).toMatchObject({ yes: false, by: 'chair' })
    h.must('chair', { type: 'mute', ...why('party') })
    expect(h.attempt('party', put('m1'))).toBe('hearing/muted')
    expect(h.attempt('m1', put('party'))).toBe('hearing/cannot-answer')
  })

  it('[H-25] in the check of identity the recorder asks those not checked yet', () => {
    const h = hearing().opened()
    expect(h.attempt('chair', put('party'))).toBe('hearing/not-in-phase')
    expect(h.attempt('recorder', put('party'))).toBeNull()
  })
})

describe('order in the room', () => {
  it('[H-26] warned, silenced, sent out, each by the chair and recorded', () => {
    const h = hearing().to('debate').speak('third')
    for (const type of ['warn', 'mute', 'expel'] as const) {
      expect(h.attempt('recorder', { type, ...why('third') })).toBe('hearing/not-chair')
      expect(h.attempt('chair', { type, ...why('chair') })).toBe('input/invalid')
      expect(h.attempt('chair', { type, ...why('stranger') })).toBe('hearing/not-participant')
    }
    for (const who of ['third', 'm1', 'party', 'observer'])
      expect(h.attempt('chair', { type: 'expel', ...why(who) })).toBe('hearing/not-warned')
    h.must('chair', { type: 'warn', ...why('third') })
    h.must('chair', { type: 'expel', ...why('third') })
    expect(h.one('third')).toMatchObject({
      warnings: [{ reason: 'DISORDER' }],
      expelled: { reason: 'DISORDER' },
    })
    expect(h.state.floor.speaking).toBeNull()
    expect(h.one('third').spans.at(-1)?.out).not.toBeNull()
    expect(h.attempt('third', { type: 'come-in' })).toBe('hearing/expelled')
    expect(h.attempt('third', ask())).toBe('hearing/expelled')
    expect(h.attempt('chair', { type: 'warn', ...why('third') })).toBe('hearing/expelled')
    expect(h.attempt('chair', { type: 'remove-participant', ...why('third') })).toBe('hearing/has-taken-part')
    expect(h.entries.slice(-3).map((one) => one.type)).toEqual([
      'order/warned',
      'floor/ended',
      'order/expelled',
    ])
  })

  it('[H-26] naming anew is no way back', () => {
    const h = hearing().to('debate')
    h.must('chair', { type: 'warn', ...why('m1') })
    h.must('chair', { type: 'expel', ...why('m1') })
    h.must('chair', { type: 'suspend', ground: 'other', reason: 'x', resumeOn: null })
    h.must(office(), { type: 'remove-participant', ...why('m1') })
    expect(h.attempt(office(), h.naming('m1', 'expert'))).toBe('hearing/expelled')
  })

  it('[H-29] silence ends speech and waiting', () => {
    const h = hearing().to('debate').speak('party')
    h.must('seat', ask())
    h.must('chair', { type: 'mute', ...why('party') })
    h.must('chair', { type: 'mute', ...why('seat') })
    expect(h.state.floor).toMatchObject({ waiting: [], speaking: null })
  })
})

describe('the stage', () => {
  const show = { type: 'stage-evidence', evidenceId: 'e1', page: 3, zone: null, title: '会议记录' } as const

  it('[H-28] by chair, recorder and speaker, until the phase is over', () => {
    const h = hearing().to('debate')
    expect(h.attempt('party', show)).toBe('floor/not-yours')
    expect(h.attempt('chair', { type: 'clear-stage' })).toBe('hearing/nothing-staged')
    h.speak('party').must('party', show)
    expect(h.state.staged).toMatchObject({ evidenceId: 'e1', page: 3, by: 'party' })
    expect(h.attempt('third', { type: 'clear-stage' })).toBe('floor/not-yours')
    h.must('party', { type: 'clear-stage' })
    h.must('recorder', show)
    h.must('chair', { type: 'clear-stage' })
    h.must('chair', show)
    h.must('chair', { type: 'next-phase' })
    expect(h.state.staged).toBeNull()
  })
})
