import { expect, test } from 'vitest'
import { caseEntryVisible } from '#domain/cases/may.ts'
import { caseTasks } from '#domain/cases/tasks.ts'
import type { CaseHappening } from '#domain/cases/happenings.ts'
import type { Recorded } from '#domain/record/entry.ts'
import { caseFile, people } from '../support/case-world.ts'

const ordered = (hearingId = 'h1') => ({ type: 'hearing-ordered', hearingId, title: '听证会' }) as const
const report = {
  versionId: 'v',
  hash: 'h',
  suggestion: '建议不予容错',
  majority: 'not-tolerate',
} as const
const kinds = (state: Parameters<typeof caseTasks>[0]) => caseTasks(state).map(({ kind }) => kind)

const verifying = () => caseFile().verifying()

test('[C-70] a case that was not accepted waits for no hearing, and there is one at a time', () => {
  expect(caseFile().registered().attempt('secretary', ordered())).toBe('case/transition-not-allowed')
  const file = verifying()
  file.must('secretary', ordered())
  expect(file.state.stage).toBe('to-hearing')
  expect(file.attempt('secretary', ordered('h2'))).toBe('case/hearing-running')
})

test('[C-70] nobody moves a case to a hearing by hand but out of the consultation', () => {
  const file = verifying()
  expect(file.attempt('secretary', { type: 'move', to: 'to-hearing', reason: '转' })).toBe(
    'case/transition-not-allowed',
  )
})

test('[C-71] [C-72] it waits for the report, or for the end of the hearing without one', () => {
  const file = verifying()
  const back = { type: 'move', to: 'in-consultation', reason: '' } as const
  file.must('secretary', ordered())
  expect(kinds(file.state)).not.toContain('arrange-hearing')
  expect(file.attempt('secretary', back)).toBe('case/hearing-running')
  file.must('secretary', { type: 'hearing-ended', hearingId: 'h1', how: 'terminated' })
  expect(kinds(file.state)).toContain('arrange-hearing')
  file.must('secretary', ordered('h2'))
  file.must('secretary', { type: 'hearing-reported', hearingId: 'h2', report })
  file.must('secretary', back)
})

test('[C-73] the report enters once, of a hearing that the case knows, and the case waits for an agenda', () => {
  const file = verifying()
  file.must('secretary', ordered())
  expect(file.attempt('secretary', { type: 'hearing-reported', hearingId: 'h9', report })).toBe(
    'input/invalid',
  )
  file.must('secretary', { type: 'hearing-reported', hearingId: 'h1', report })
  expect(file.attempt('secretary', { type: 'hearing-reported', hearingId: 'h1', report })).toBe(
    'case/already-done',
  )
  expect(file.state.hearings).toMatchObject([{ hearingId: 'h1', report: { majority: 'not-tolerate' } }])
  expect(kinds(file.state)).toContain('convene-case')
})

test('[C-74] departments are told of a hearing and its report, the applicant is not', () => {
  const file = caseFile().registered()
  const entry = {
    type: 'case/hearing-ordered',
    payload: { hearingId: 'h1', title: '听证会' },
  } as Recorded<CaseHappening>
  expect(caseEntryVisible(people.discipline, file.state, entry)).toBe(true)
  expect(caseEntryVisible(people.applicant, file.state, entry)).toBe(false)
})
