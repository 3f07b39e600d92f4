import { expect, test } from 'vitest'
import { OUTCOMES } from '#domain/decisions/outcome.ts'
import { departingCases, departsFrom } from '#domain/minutes/departures.ts'
import { draftMinutes } from '#domain/minutes/draft.ts'
import type { MinutesOrder } from '#domain/minutes/happenings.ts'
import { closedMeeting, detail, FROZEN, minutesFile } from '../support/minutes-world.ts'

const CASE = 'case-i1'
const departing = [CASE]

function reviewed() {
  const file = minutesFile()
  file.must('secretary', file.draft())
  file.must('secretary', { type: 'set-decision-detail', detail: detail() })
  return file
}

const outFor = (file: ReturnType<typeof minutesFile>): MinutesOrder => ({
  type: 'send-to-countersign',
  frozen: FROZEN,
  meeting: file.meeting,
  text: draftMinutes(file.meeting),
  unannounced: 0,
  asOf: file.state.seq,
  departing,
})

function countersigned() {
  const file = reviewed()
  file.must('secretary', { type: 'reason-departure', caseId: CASE, reason: '已挽回损失', departing })
  file.must('secretary', { type: 'send-to-review' })
  file.must('secretary', outFor(file))
  for (const who of ['chair', 'attended', 'political'] as const)
    file.must(who, { type: 'countersign', agreed: true, reason: '' })
  return file
}

test('[N-73] what departs from which majority', () => {
  const against = (majority: 'tolerate' | 'not-tolerate' | 'other') =>
    OUTCOMES.filter((outcome) => departsFrom(majority, outcome))
  expect(against('tolerate')).toEqual(['NOT_TOLERATED'])
  expect(against('not-tolerate')).toEqual(['EXEMPT', 'LIGHTER', 'MITIGATED'])
  expect(against('other')).toEqual([])
})

test('[N-73] a case departs by any of its subjects; one that was not heard or was put off does not', () => {
  const meeting = closedMeeting()
  expect(departingCases(meeting, { [CASE]: 'not-tolerate', 'case-i2': 'not-tolerate' })).toEqual([CASE])
  expect(departingCases(meeting, { [CASE]: 'tolerate' })).toEqual([])
  expect(departingCases(meeting, {})).toEqual([])
})

test('[N-71] the reason is the secretaries’ to write, while the text is written, of a case that departs', () => {
  const file = reviewed()
  const reason = { type: 'reason-departure', caseId: CASE, reason: '已挽回损失' } as const
  expect(file.attempt('chair', { ...reason, departing })).toBe('access/denied')
  expect(file.attempt('secretary', { ...reason, departing: [] })).toBe('minutes/no-departure')
  expect(file.attempt('secretary', { ...reason, reason: ' ', departing })).toBe('minutes/reason-required')
  file.must('secretary', { type: 'send-to-review' })
  expect(file.attempt('secretary', outFor(file))).toBe('minutes/departure-reason-missing')
  file.must('secretary', { ...reason, departing })
  file.must('secretary', outFor(file))
  expect(file.attempt('secretary', { ...reason, departing })).toBe('minutes/wrong-step')
})

test('[N-72] the leader consents once, to the reason as it stands, before it goes to be signed', () => {
  const file = countersigned()
  const consent = { type: 'consent-to-departure', caseId: CASE, departing } as const
  expect(file.attempt('secretary', { type: 'send-to-sign', departing })).toBe(
    'minutes/departure-consent-missing',
  )
  for (const who of ['secretary', 'chair', 'auditor'] as const)
    expect(file.attempt(who, consent)).toBe('minutes/not-a-signatory')
  file.must('leader', consent)
  expect(file.attempt('leader', consent)).toBe('minutes/departure-consented')
  file.must('secretary', { type: 'send-to-sign', departing })
})

test('[N-72] a new reason needs a new consent', () => {
  const file = countersigned()
  file.must('leader', { type: 'consent-to-departure', caseId: CASE, departing })
  file.must('secretary', { type: 'return-to-draft', reason: '补充理由' })
  file.must('secretary', { type: 'reason-departure', caseId: CASE, reason: '另有理由', departing })
  expect(file.state.departures).toMatchObject([{ reason: '另有理由', consent: null }])
})

test('[N-72] a case that turns out to depart while the minutes wait for the signature holds it up', () => {
  const file = countersigned()
  file.must('leader', { type: 'consent-to-departure', caseId: CASE, departing })
  file.must('secretary', { type: 'send-to-sign', departing })
  const sign = {
    type: 'sign',
    year: 2026,
    ordinal: 1,
    unannounced: 0,
    contentHash: FROZEN.hash,
    versionId: FROZEN.versionId,
  } as const
  const more = [...departing, 'case-i2']
  expect(file.attempt('leader', { ...sign, departing: more })).toBe('minutes/departure-reason-missing')
  file.must('leader', { ...sign, departing })
})
