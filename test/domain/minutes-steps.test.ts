import { describe, expect, it } from 'vitest'
import { decideMinutes } from '#domain/minutes/decide.ts'
import { draftMinutes } from '#domain/minutes/draft.ts'
import type { MinutesOrder } from '#domain/minutes/happenings.ts'
import { mayReadMinutes, minutesAccess, minutesEntryVisible } from '#domain/minutes/may.ts'
import { minutesNumber, partsOfNumber } from '#domain/minutes/number.ts'
import { addressees, minutesRow, minutesTasks } from '#domain/minutes/project.ts'
import { refusalOfFacts } from '#domain/minutes/required-facts.ts'
import { MINUTES_STEPS, type MinutesStep } from '#domain/minutes/types.ts'
import { detail, minutesFile, openedRoom, signatories, type Signatory } from '../support/minutes-world.ts'

const everybody = Object.keys(signatories) as Signatory[]
const countersign = (agreed = true, reason = '') => ({ type: 'countersign', agreed, reason }) as const
const back = { type: 'return-to-draft', reason: '修改表述' } as const
const setDetail = (over = {}) => ({ type: 'set-decision-detail', detail: detail(over) }) as const

describe('drafting', () => {
  it('[N-01] begins when the meeting is closed and every result announced, once, by a secretary', () => {
    for (const who of everybody) {
      const may = who === 'secretary' || who === 'secretary2'
      const file = minutesFile()
      expect([who, file.attempt(who, file.draft())]).toEqual([who, may ? null : 'access/denied'])
    }
    const file = minutesFile()
    expect(file.attempt('secretary', file.draft({ meetingStatus: 'open' }))).toBe('minutes/meeting-open')
    expect(file.attempt('secretary', file.draft({ unannounced: 1 }))).toBe('minutes/result-unannounced')
    expect(file.drafted().attempt('secretary', file.draft())).toBe('minutes/exists')
    expect(minutesFile().attempt('secretary', { type: 'send-to-review' })).toBe('access/not-found')
  })

  it('[N-02] is the secretaries’: text, details, steps', () => {
    const file = minutesFile().drafted()
    const orders: readonly MinutesOrder[] = [
      setDetail(),
      { type: 'regenerate', versionId: 'v' },
      { type: 'send-to-review' },
      file.countersignOrder(),
      { type: 'send-to-sign' },
    ]
    for (const order of orders)
      for (const who of everybody.filter((one) => one !== 'secretary' && one !== 'secretary2'))
        expect([order.type, who, file.attempt(who, order)]).toEqual([order.type, who, 'access/denied'])
  })

  it('[N-17] a duty’s day is set today or later and within ten years; one set before stays as it is', () => {
    const duty = (dueOn: string, id = 'duty-1') => ({ id, text: '整改', ownerBodyId: 'jinsong', dueOn })
    const file = minutesFile().drafted()
    const setting = (...duties: ReturnType<typeof duty>[]) => file.attempt('secretary', setDetail({ duties }))
    expect(setting(duty('2026-08-07'))).toBe('minutes/due-date-not-ahead')
    expect(setting(duty('2036-08-09'))).toBe('minutes/due-date-not-ahead')
    expect(setting(duty('2036-08-08'))).toBeNull()
    expect(setting(duty('2026-08-08'))).toBeNull()
    const state = file.state
    const later = decideMinutes(
      state,
      setDetail({ duties: [duty('2026-08-08'), duty('2026-09-01', 'd-2')] }),
      {
        now: new Date('2026-08-20T00:00:00.000Z'),
        actor: signatories.secretary,
        newId: () => 'id',
        chance: () => 0.5,
        calendar: {},
      },
    )
    expect(later).toHaveLength(1)
  })

  it('[N-12] details are of this meeting’s cases, a duty named once', () => {
    const file = minutesFile().drafted()
    file.must('secretary', setDetail({ clauses: [] }))
    file.must('secretary', setDetail({ clauses: ['第九条'] }))
    expect(file.state.details).toMatchObject([{ clauses: ['第九条'] }])
    expect(file.attempt('secretary', setDetail({ caseId: 'case-9' }))).toBe('input/invalid')
    expect(file.attempt('secretary', setDetail({ subjectId: 'i1-s2' }))).toBe('input/invalid')
    expect(file.attempt('secretary', setDetail({ subjectId: 'i1-s2', duties: [] }))).toBeNull()
  })
})

describe('who reads', () => {
  const readers = (step: MinutesStep, grounds = {}) =>
    everybody.filter((who) => mayReadMinutes(signatories[who], minutesFile().at(step).state, grounds))

  it('[N-03] the circle widens with the steps', () => {
    const core: Signatory[] = ['secretary', 'secretary2', 'chair']
    const signers: Signatory[] = [...core, 'attended', 'attendee', 'absent', 'political', 'leader']
    expect(readers('draft')).toEqual(core)
    expect(readers('in-review')).toEqual([...core, 'attended', 'attendee', 'leader'])
    expect(readers('countersigning')).toEqual(signers)
    expect(readers('signing')).toEqual(signers)
    expect(readers('issued')).toEqual(signers)
    expect(readers('issued', { readsCases: true })).toEqual(everybody)
    expect(readers('signing', { readsCases: true })).toEqual(signers)
    expect(mayReadMinutes(signatories.secretary, minutesFile().state)).toBe(false)
  })

  it('[N-15] a detail changed while the text was frozen sends nothing out', () => {
    const file = minutesFile().at('in-review')
    expect(file.attempt('secretary', file.countersignOrder({ asOf: file.state.seq - 1 }))).toBe(
      'record/conflict',
    )
  })

  it('[N-04] the text is written by secretaries up to countersigning, then by nobody', () => {
    for (const step of MINUTES_STEPS) {
      const { state } = minutesFile().at(step)
      const open = step === 'draft' || step === 'in-review'
      expect(everybody.filter((who) => minutesAccess(signatories[who], state) === 'write')).toEqual(
        open ? ['secretary', 'secretary2'] : [],
      )
      expect(minutesAccess(signatories.stranger, state)).toBe('none')
    }
  })

  it('[N-05] outsiders see that they were issued, not how they came about', () => {
    const file = minutesFile().at('issued')
    const told = (who: Signatory) =>
      file.entries
        .filter((entry) => minutesEntryVisible(signatories[who], file.state, entry, { readsCases: true }))
        .map(({ type }) => type)
    expect(told('stranger')).toEqual(['minutes/issued'])
    expect(told('political')).toHaveLength(file.entries.length)
    expect(file.entries.some((entry) => minutesEntryVisible(signatories.stranger, file.state, entry))).toBe(
      false,
    )
  })
})

describe('review', () => {
  it('[N-06] whoever attended proposes changes, only in review', () => {
    const propose = { type: 'propose-change', text: '第二段改为……' } as const
    for (const who of everybody) {
      const may = who === 'chair' || who === 'attended' || who === 'attendee'
      expect([who, minutesFile().at('in-review').attempt(who, propose)]).toEqual([
        who,
        may ? null : 'access/denied',
      ])
    }
    expect(minutesFile().at('draft').attempt('attended', propose)).toBe('minutes/wrong-step')
    expect(minutesFile().at('issued').attempt('attended', propose)).toBe('minutes/issued')
  })

  it('[N-07] every proposal is answered, a rejection with its reason, before the text goes out', () => {
    const file = minutesFile().at('in-review')
    file.must('attended', { type: 'propose-change', text: '改一处' })
    const proposalId = file.state.proposals[0]?.id ?? ''
    const answer = (accepted: boolean, note: string) =>
      ({ type: 'answer-proposal', proposalId, accepted, note }) as const
    expect(file.attempt('secretary', file.countersignOrder())).toBe('minutes/proposals-open')
    expect(file.attempt('chair', answer(true, ''))).toBe('access/denied')
    expect(file.attempt('secretary', answer(false, ' '))).toBe('minutes/reason-required')
    expect(file.attempt('secretary', { ...answer(true, ''), proposalId: 'x' })).toBe('input/invalid')
    expect(file.attempt('secretary', answer(false, '记录中没有'))).toBeNull()
    expect(file.attempt('secretary', answer(true, ''))).toBe('case/already-done')
    expect(file.attempt('secretary', file.countersignOrder())).toBeNull()
  })
})

describe('countersigning', () => {
  it('[N-10] not before the details are complete', () => {
    const file = minutesFile().drafted().inReview()
    expect(file.attempt('secretary', file.countersignOrder())).toBe('minutes/measure-required')
    file.must('secretary', setDetail({ subjectId: 'i1-s9', duties: [] }))
    file.must('secretary', setDetail())
    expect(file.attempt('secretary', file.countersignOrder())).toBe('minutes/decision-incomplete')
    const other = minutesFile().at('in-review')
    expect(other.attempt('secretary', other.countersignOrder({ unannounced: 1 }))).toBe(
      'minutes/result-unannounced',
    )
    expect(other.attempt('secretary', other.countersignOrder({ meeting: openedRoom().state }))).toBe(
      'meeting/undecided-items',
    )
  })

  describe('[N-16] facts of the record', () => {
    const text = draftMinutes(minutesFile().meeting)
    const blocks = text.content ?? []
    const told =
      (kind: string, ref = '') =>
      (block: (typeof blocks)[number]) =>
        block.attrs?.['kind'] === kind && String(block.attrs['ref']).startsWith(ref)
    const missingFrom = (content: typeof blocks) => {
      const file = minutesFile().at('in-review')
      const { meeting } = file
      const refused = file.attempt('secretary', file.countersignOrder({ text: { type: 'doc', content } }))
      return [refused, refusalOfFacts({ type: 'doc', content }, meeting)?.details?.['about']]
    }

    it.each([
      ['the attendance', told('attendance'), 'minutes/attendance-missing', undefined],
      ['a vote', told('vote'), 'minutes/vote-missing', 'i1-s1、i1-s2'],
      ['an outcome', told('outcome', 'i1/i1-s2'), 'minutes/outcome-missing', 'i1-s2'],
      ['a deferral', told('outcome', 'i2'), 'minutes/outcome-missing', 'title of i2'],
    ])('[N-16] a text without %s does not go out, and its name is said', (_what, is, code, about) => {
      expect(blocks.some(is)).toBe(true)
      expect(missingFrom(blocks.filter((block) => !is(block)))).toEqual([code, about])
    })

    it('[N-16] they may stand anywhere, and words around them are free', () => {
      const facts = blocks.filter((block) => block.type === 'recordFact' && !told('agenda')(block))
      expect(missingFrom([{ type: 'blockquote', content: [...facts].reverse() }])).toEqual([null, undefined])
    })
  })

  it('[N-20] each department once, by a member or leader of it', () => {
    const file = minutesFile().at('countersigning')
    for (const who of ['secretary', 'attendee', 'stranger', 'leader', 'applicant', 'auditor'] as const)
      expect([who, file.attempt(who, countersign())]).toEqual([who, 'minutes/not-a-signatory'])
    file.must('political', countersign())
    expect(file.attempt('absent', countersign())).toBe('minutes/already-signed')
    expect(file.attempt('secretary', { type: 'send-to-sign' })).toBe('minutes/not-all-countersigned')
    file.must('chair', countersign())
    file.must('attended', countersign())
    expect(file.attempt('secretary', { type: 'send-to-sign' })).toBeNull()
  })

  it('[N-21] refusing takes a reason', () => {
    const file = minutesFile().at('countersigning')
    expect(file.attempt('political', countersign(false, '  '))).toBe('minutes/reason-required')
    expect(file.attempt('political', countersign(false, '表述不准'))).toBeNull()
    expect(file.state.countersignatures).toMatchObject([
      { bodyId: 'political', agreed: false, reason: '表述不准' },
    ])
  })

  it('[N-22] a refusal is answered by returning to draft; every department signs the new text', () => {
    const file = minutesFile().at('countersigning').countersigned('political')
    expect(file.attempt('secretary', { type: 'send-to-sign' })).toBe('minutes/countersign-refused')
    expect(file.attempt('political', countersign())).toBe('minutes/already-signed')
    file.must('secretary', back)
    expect(file.state).toMatchObject({ step: 'draft', countersignatures: [], frozen: null })
    expect(file.state.returns).toMatchObject([{ from: 'countersigning', reason: '修改表述' }])
    file.inReview().countersigning()
    expect(file.attempt('secretary', { type: 'send-to-sign' })).toBe('minutes/not-all-countersigned')
    file.countersigned().signing()
    expect(file.state.step).toBe('signing')
  })
})

describe('return and signature', () => {
  it('[N-23] secretary, chair and leader return from any step but issued, with a reason', () => {
    for (const step of ['in-review', 'countersigning', 'signing'] as const) {
      for (const who of everybody) {
        const may = ['secretary', 'secretary2', 'chair', 'leader'].includes(who)
        expect([step, who, minutesFile().at(step).attempt(who, back)]).toEqual([
          step,
          who,
          may ? null : 'access/denied',
        ])
      }
      expect(
        minutesFile()
          .at(step)
          .attempt('secretary', { ...back, reason: ' ' }),
      ).toBe('minutes/reason-required')
    }
    expect(minutesFile().at('draft').attempt('secretary', back)).toBe('minutes/wrong-step')
    expect(minutesFile().at('issued').attempt('leader', back)).toBe('minutes/issued')
  })

  it('[N-24] a leader signs what the departments signed, hash for hash', () => {
    for (const who of everybody.filter((one) => one !== 'leader')) {
      const file = minutesFile().at('signing')
      expect([who, file.attempt(who, file.sign())]).toEqual([who, 'minutes/not-a-signatory'])
    }
    const file = minutesFile().at('signing')
    expect(file.attempt('leader', file.sign({ contentHash: 'other' }))).toBe('document/frozen')
    expect(file.attempt('leader', file.sign({ unannounced: 1 }))).toBe('minutes/result-unannounced')
    expect(file.attempt('leader', file.sign())).toBeNull()
    expect(file.state).toMatchObject({ step: 'issued', number: '纪要〔2026〕1号', signedBy: 'leader' })
    expect(minutesFile().at('countersigning').attempt('leader', file.sign())).toBe('minutes/wrong-step')
  })

  it('[N-30] issued minutes answer every command with no', () => {
    const file = minutesFile().at('issued')
    const orders: readonly [Signatory, MinutesOrder][] = [
      ['secretary', setDetail()],
      ['secretary', { type: 'regenerate', versionId: 'v' }],
      ['secretary', { type: 'send-to-review' }],
      ['attended', { type: 'propose-change', text: 'x' }],
      ['secretary', { type: 'answer-proposal', proposalId: 'x', accepted: true, note: '' }],
      ['secretary', file.countersignOrder()],
      ['political', countersign()],
      ['secretary', { type: 'send-to-sign' }],
      ['leader', file.sign()],
      ['leader', back],
    ]
    for (const [who, order] of orders)
      expect([order.type, file.attempt(who, order)]).toEqual([order.type, 'minutes/issued'])
    expect(file.attempt('secretary', file.draft())).toBe('minutes/exists')
  })

  it('[N-31] the number has the year in full and no leading zero', () => {
    expect(minutesNumber('纪要', 2026, 12)).toBe('纪要〔2026〕12号')
    expect(partsOfNumber('舟会纪〔2026〕12号')).toEqual({ year: 2026, ordinal: 12 })
    expect(partsOfNumber('')).toBeNull()
    const file = minutesFile().at('signing')
    file.must('leader', file.sign({ mark: '容错纪要', ordinal: 3 }))
    expect(minutesRow(file.state)).toMatchObject({
      number: '容错纪要〔2026〕3号',
      year: 2026,
      ordinal: 3,
      step: 'issued',
      caseIds: '["case-i1","case-i2"]',
    })
    expect(minutesRow(minutesFile().at('draft').state)).toMatchObject({
      number: null,
      year: null,
      ordinal: null,
      issuedAt: null,
    })
  })
})

describe('what waits for whom', () => {
  it('[N-50] each step at those who take it', () => {
    const told = (file: ReturnType<typeof minutesFile>) =>
      minutesTasks(file.state).map(
        ({ kind, personId, bodyId, role }) => `${kind} ${personId ?? bodyId ?? role ?? ''}`,
      )
    expect(told(minutesFile())).toEqual([])
    expect(told(minutesFile().at('draft'))).toEqual(['write-minutes sec'])
    expect(told(minutesFile().at('in-review'))).toContain('review-minutes m4')
    expect(told(minutesFile().at('in-review'))).toContain('answer-proposals sec')
    const file = minutesFile().at('countersigning')
    file.must('political', countersign())
    expect(told(file)).toEqual(['countersign-minutes discipline', 'countersign-minutes organization'])
    expect(told(minutesFile().at('countersigning').countersigned())).toEqual(['send-minutes-to-sign sec'])
    expect(told(minutesFile().at('countersigning').countersigned('chair'))).toEqual(['answer-refusal sec'])
    expect(told(minutesFile().at('signing'))).toEqual(['sign-minutes leader'])
    expect(told(minutesFile().at('issued'))).toEqual([])
    expect(addressees(file.state)).toMatchObject({ bodyIds: ['discipline', 'organization', 'political'] })
    expect(addressees(file.state).personIds).toEqual(expect.arrayContaining(['chair', 'sec', 'm4', 'att']))
  })
})
