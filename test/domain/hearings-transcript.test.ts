import { describe, expect, it } from 'vitest'
import { majorityOf } from '#domain/hearings/opinions.ts'
import type { MemberOpinion } from '#domain/hearings/types.ts'
import { CAST, HASH, hearing, type Hearing } from '../support/hearing-room.ts'

const NEXT = { type: 'next-phase' } as const
const REPORT = { type: 'sign-report', suggestion: 'SUGGESTION', versionId: 'r', hash: HASH } as const
/** Everybody of the cast who signs when the witness was heard. */
const SIGNERS = Object.keys(CAST).filter((who) => !['expert', 'seat', 'observer', 'witness'].includes(who))

function signed(h: Hearing, ...but: string[]): void {
  for (const who of SIGNERS.filter((one) => !but.includes(one))) h.must(who, h.signing())
}

describe('the deliberation', () => {
  it('[H-30] chair and members, one opinion each, until every member in the room has given one', () => {
    const h = hearing().to('deliberation')
    const give = { type: 'give-opinion', stand: 'tolerate', reason: 'x' } as const
    for (const who of ['recorder', 'party', 'observer'])
      expect(h.attempt(who, give)).toBe('hearing/not-a-member')
    expect(h.attempt('chair', NEXT)).toBe('hearing/opinions-missing')
    h.opinion('m1', 'tolerate')
      .opinion('m2', 'tolerate')
      .opinion('m1', 'not-tolerate')
      .opinion('chair', 'other')
    expect(h.attempt('chair', NEXT)).toBe('hearing/opinions-missing')
    h.must('m3', { type: 'go-out' })
    expect(h.attempt('m3', give)).toBe('hearing/not-present')
    expect(h.state.opinions.map((one) => [one.personId, one.stand])).toEqual([
      ['m2', 'tolerate'],
      ['m1', 'not-tolerate'],
      ['chair', 'other'],
    ])
    expect(h.entries.filter((one) => one.type === 'deliberation/opinion-given')).toHaveLength(4)
    h.must('chair', NEXT)
    expect(h.attempt('m1', give)).toBe('hearing/not-in-phase')
  })

  it('[H-30] not with the chair’s opinion alone', () => {
    const h = hearing().to('deliberation').opinion('chair', 'other')
    for (const who of ['m1', 'm2', 'm3']) h.must(who, { type: 'go-out' })
    expect(h.attempt('chair', NEXT)).toBe('hearing/opinions-missing')
  })

  const majorities: readonly [
    string,
    MemberOpinion['stand'],
    MemberOpinion['stand'],
    MemberOpinion['stand'] | null,
  ][] = [
    ['all agree', 'tolerate', 'tolerate', 'tolerate'],
    ['the chair is not counted', 'not-tolerate', 'not-tolerate', 'not-tolerate'],
    ['all differ', 'not-tolerate', 'other', null],
  ]
  it.each(majorities)('[H-32] the majority of members: %s', (_what, second, third, majority) => {
    const h = hearing().to('deliberation').opinion('chair', 'tolerate')
    h.opinion('m1', 'tolerate').opinion('m2', second).opinion('m3', third)
    expect(majorityOf(h.state)).toBe(majority)
  })
})

describe('one’s own words', () => {
  it('[H-33] written by the recorder of who has spoken, confirmed once by him', () => {
    const h = hearing().to('debate').speak('party')
    const write = (personId: string) => ({ type: 'write-passage', personId, text: 'WORDS' }) as const
    expect(h.attempt('chair', write('party'))).toBe('hearing/not-recorder')
    expect(h.attempt('recorder', write('third'))).toBe('hearing/has-not-spoken')
    expect(h.attempt('recorder', write('stranger'))).toBe('hearing/not-participant')
    expect(h.attempt('recorder', write('chair'))).toBeNull()
    const passageId = h.passage('party', 'MY-WORDS')
    const confirm = { type: 'confirm-passage', passageId } as const
    expect(h.attempt('rep', confirm)).toBe('hearing/not-yours')
    expect(h.attempt('party', { ...confirm, passageId: 'none' })).toBe('hearing/passage-unknown')
    h.must('party', confirm)
    expect(h.attempt('party', confirm)).toBe('hearing/already-confirmed')
    expect(h.state.passages.at(-1)).toMatchObject({ personId: 'party', by: 'recorder', phase: 'debate' })
  })

  it('[H-33] of who was asked too; while the tribunal is alone, of its own only', () => {
    const h = hearing().to('questions')
    h.must('m1', { type: 'put-question', to: 'third', text: 'WHY' })
    h.passage('third', 'ANSWER')
    h.to('deliberation').speak('m1').passage('m1', 'x')
    expect(h.attempt('recorder', { type: 'write-passage', personId: 'third', text: 'x' })).toBe(
      'hearing/not-in-phase',
    )
  })

  it('[H-34] corrections are appended with who and when, and change no word', () => {
    const h = hearing().to('debate').speak('party')
    const passageId = h.passage('party', 'MY-WORDS')
    const correct = (text: string) => ({ type: 'correct-passage', passageId, text }) as const
    expect(h.attempt('rep', correct('x'))).toBe('hearing/not-yours')
    h.must('recorder', correct('FIRST'))
    h.must('party', { type: 'confirm-passage', passageId })
    expect(h.attempt('recorder', correct('x'))).toBe('hearing/already-confirmed')
    h.must('party', correct('SECOND'))
    expect(h.state.passages[0]).toMatchObject({
      text: 'MY-WORDS',
      corrections: [
        { by: 'recorder', text: 'FIRST' },
        { by: 'party', text: 'SECOND' },
      ],
    })
    h.to('signing').must('party', correct('THIRD'))
    h.must('recorder', {
      type: 'freeze-transcript',
      versionId: 'v',
      hash: HASH,
    })
    expect(h.attempt('party', correct('x'))).toBe('hearing/transcript-frozen')
    expect(h.attempt('party', { type: 'confirm-passage', passageId })).toBe('hearing/transcript-frozen')
  })
})

describe('reading and signing', () => {
  it('[H-35] closed by entering the signing, frozen once by the recorder', () => {
    const h = hearing().to('closing')
    const freeze = {
      type: 'freeze-transcript',
      versionId: 'v',
      hash: HASH,
    } as const
    expect(h.attempt('recorder', freeze)).toBe('hearing/not-closed')
    expect(h.attempt('party', h.signing())).toBe('hearing/not-closed')
    h.must('chair', NEXT)
    expect(h.state).toMatchObject({ status: 'closed', phase: 'signing' })
    expect(h.state.closedAt).not.toBeNull()
    expect(h.attempt('party', h.signing())).toBe('hearing/transcript-not-frozen')
    expect(h.attempt('chair', freeze)).toBe('hearing/not-recorder')
    h.must('recorder', freeze)
    expect(h.attempt('recorder', freeze)).toBe('hearing/transcript-frozen')
    expect(h.state.transcript.frozen).toMatchObject({ hash: HASH, latestCorrectionOn: '2026-03-09' })
  })

  it.each([
    ...SIGNERS.map((who) => [who, null] as const),
    ...['expert', 'seat', 'observer', 'witness', 'stranger'].map(
      (who) => [who, 'hearing/not-a-signatory'] as const,
    ),
  ])('[H-36] %s', (who, refused) => {
    const h = hearing().frozen()
    expect(h.attempt(who, h.signing())).toBe(refused)
    if (refused === null) {
      expect(h.attempt(who, h.signing())).toBe('hearing/already-signed')
      expect(h.state.transcript.signatures).toMatchObject([{ personId: who, signed: true, hash: HASH }])
    }
  })

  it('[H-36] what was read must be what is frozen; a heard witness reads his own part', () => {
    const h = hearing().to('third-parties')
    h.must('chair', { type: 'call-witness', personId: 'witness' })
    h.frozen()
    expect(h.attempt('party', h.signing({ hash: 'c'.repeat(64) }))).toBe('hearing/other-text')
    expect(h.attempt('witness', h.signing())).toBe('hearing/other-text')
    h.must('witness', h.signing({ hash: 'b'.repeat(64) }))
    const absent = hearing().opened('third').frozen()
    expect(absent.attempt('third', absent.signing())).toBe('hearing/not-a-signatory')
  })

  it('[H-37] a refusal is noted by the chair, of others, once', () => {
    const h = hearing().frozen()
    const note = (personId: string) => ({ type: 'note-refusal-to-sign', personId, reason: 'WON’T' }) as const
    expect(h.attempt('recorder', note('party'))).toBe('hearing/not-chair')
    expect(h.attempt('chair', note('chair'))).toBe('input/invalid')
    expect(h.attempt('chair', note('observer'))).toBe('hearing/not-a-signatory')
    h.must('chair', note('party'))
    expect(h.attempt('chair', note('party'))).toBe('hearing/already-signed')
    expect(h.attempt('party', h.signing())).toBe('hearing/already-signed')
    expect(h.state.transcript.signatures).toMatchObject([
      { personId: 'party', signed: false, reason: 'WON’T' },
    ])
  })

  it('[H-38] for five working days after the closing, the last included', () => {
    const h = hearing().to('signing')
    const late = { type: 'correct-late', text: 'LATE' } as const
    expect(h.attempt('party', late)).toBe('hearing/transcript-not-frozen')
    h.frozen()
    expect(h.state.transcript.frozen?.latestCorrectionOn).toBe('2026-03-09')
    h.must('party', late)
    expect(h.attempt('observer', late)).toBe('hearing/not-a-signatory')
    h.on('2026-03-09T15:00:00.000Z').must('third', late)
    h.on('2026-03-09T16:00:00.000Z')
    expect(h.attempt('party', late)).toBe('hearing/corrections-over')
    expect(h.state.transcript.lateCorrections.map((one) => one.by)).toEqual(['party', 'third'])
  })

  it('[H-39] the report when all have signed or refused; then it is finished', () => {
    const h = hearing().to('signing')
    expect(h.attempt('chair', REPORT)).toBe('hearing/transcript-not-frozen')
    h.frozen()
    signed(h, 'party', 'm3')
    expect(h.attempt('chair', REPORT)).toBe('hearing/signatures-missing')
    h.must('m3', h.signing())
    h.must('chair', { type: 'note-refusal-to-sign', personId: 'party', reason: 'x' })
    expect(h.attempt('recorder', REPORT)).toBe('hearing/not-chair')
    h.must('chair', REPORT)
    expect(h.state).toMatchObject({
      status: 'finished',
      report: { suggestion: 'SUGGESTION', signedBy: 'chair' },
    })
    expect(h.attempt('chair', REPORT)).toBe('hearing/ended')
    expect(h.attempt('third', { type: 'correct-late', text: 'x' })).toBeNull()
  })

  it('[H-32] opinions with the report: by name to the office, as a majority to the sides', () => {
    const h = hearing().to('deliberation')
    h.opinion('m1', 'tolerate').opinion('m2', 'tolerate').opinion('m3', 'other').opinion('chair', 'other')
    h.must('chair', NEXT)
    h.frozen()
    const seen = (who: string) => {
      const { state, majority } = h.view(
        who,
        'person',
        ...(who === 'office' ? (['leader'] as const) : []),
      ).shared
      return [state.opinions.length, majority, state.report?.suggestion ?? null]
    }
    const everybody = ['office', 'm1', 'investigator', 'party', 'third', 'expert', 'observer', 'witness']
    expect(everybody.map((who) => seen(who))).toEqual(
      everybody.map((who) => [who === 'm1' ? 4 : 0, null, null]),
    )
    signed(h)
    h.must('chair', REPORT)
    expect(Object.fromEntries(everybody.map((who) => [who, seen(who)]))).toEqual({
      office: [4, 'tolerate', 'SUGGESTION'],
      m1: [4, 'tolerate', 'SUGGESTION'],
      investigator: [0, 'tolerate', 'SUGGESTION'],
      party: [0, 'tolerate', null],
      third: [0, 'tolerate', null],
      expert: [0, null, null],
      observer: [0, null, null],
      witness: [0, null, null],
    })
  })
})
