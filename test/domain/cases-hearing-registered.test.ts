import { expect, test } from 'vitest'
import { caseEntryVisible } from '#domain/cases/may.ts'
import { caseTasks } from '#domain/cases/tasks.ts'
import { caseViewFor } from '#domain/cases/view.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import { caseFile, people, rentRelief, subjectOf } from '../support/case-world.ts'

/** Parties without an account: told on paper, asking on paper (REQ-069). The case is about deng and li. */

// 7 August 2026 is a Friday: five working days on is the Friday after.
const DAY = '2026-08-07'
const LAST = '2026-08-14'
const tell = (toldOn = DAY) => ({ type: 'tell-hearing-right', toldOn, told: '拟不予容错' }) as const
const onPaper = (subjectId = 'deng', receivedOn = DAY) =>
  ({ type: 'register-hearing-request', subjectId, receivedOn, reason: '事实有出入' }) as const
const hearing = { type: 'hearing-ordered', hearingId: 'h1', title: '听证会' } as const

const verifying = (applicantIds: readonly string[] = []) => caseFile({ applicantIds }).verifying()
const told = (applicantIds: readonly string[] = []) => {
  const file = verifying(applicantIds)
  file.must('handler', tell())
  return file
}
type File = ReturnType<typeof told>
const requests = ({ state }: File) => state.hearingRight?.requests ?? []
const refusalOf = (file: File, n = 0) =>
  ({ type: 'refuse-hearing-request', requestId: requests(file)[n]?.id ?? '', reason: '事实清楚' }) as const
const waiting = ({ state }: File) => caseTasks(state).filter(({ kind }) => kind.includes('hearing'))

test('[H-191] the right is told where nobody has an account, with its last day, and waits at nobody', () => {
  const file = told()
  expect(file.state.hearingRight).toMatchObject({ toldOn: DAY, latestOn: LAST, by: 'handler' })
  expect(waiting(file)).toEqual([])
})

test('[H-192] secretary and handlers register a request, nobody else, once the right was told', () => {
  expect(verifying().attempt('secretary', onPaper())).toBe('hearing/right-not-told')
  const file = told(['applicant'])
  for (const who of ['applicant', 'discipline', 'leader', 'audit', 'sysadmin'] as const)
    expect([who, file.attempt(who, onPaper())]).toEqual([who, 'access/denied'])
  file.must('handler', onPaper())
  expect(requests(file)).toMatchObject([
    { by: 'handler', reason: '事实有出入', registeredFor: { subjectId: 'deng', receivedOn: DAY } },
  ])
})

test('[H-192] each subject asks once for a telling, and only a subject of the case', () => {
  const file = told()
  expect(file.attempt('secretary', onPaper('wang'))).toBe('input/invalid')
  file.must('secretary', onPaper('deng'))
  expect(file.attempt('handler', onPaper('deng'))).toBe('hearing/already-asked')
  file.must('handler', onPaper('li'))
  for (const n of [0, 1]) file.must('secretary', refusalOf(file, n))
  file.later(20).must('secretary', tell('2026-08-27'))
  file.must('secretary', onPaper('deng', '2026-08-27'))
})

test.each([
  ['today, which is that of the telling', 0, DAY, null],
  ['before the telling', 3, '2026-08-06', 'input/invalid'],
  ['tomorrow', 3, '2026-08-11', 'input/invalid'],
  ['the last day', 7, LAST, null],
  ['the last day, entered ten days later', 17, LAST, null],
  ['the day after the last', 8, '2026-08-15', 'hearing/asked-too-late'],
] as const)('[H-192] received on %s', (_, daysOn, receivedOn, refused) => {
  expect(told().later(daysOn).attempt('secretary', onPaper('deng', receivedOn))).toBe(refused)
})

test('[H-192] not while a hearing is under way, nor after the decision', () => {
  const file = told()
  file.must('secretary', hearing)
  expect(file.attempt('secretary', onPaper())).toBe('case/hearing-running')
  const decided = told().move('in-consultation').decided({ deng: 'EXEMPT', li: 'EXEMPT' })
  expect(decided.attempt('secretary', onPaper())).toBe('hearing/case-decided')
})

test('[H-193] it waits at secretaries and leaders, is refused with a reason and granted by the order', () => {
  const file = told()
  file.must('handler', onPaper('deng'))
  expect(waiting(file).map(({ kind, bodyId, role }) => [kind, bodyId, role])).toEqual([
    ['answer-hearing-request', undefined, 'secretary'],
    ['answer-hearing-request', 'discipline', 'leader'],
    ['answer-hearing-request', 'organization', 'leader'],
    ['answer-hearing-request', 'political', 'leader'],
  ])
  file.must('secretary', refusalOf(file))
  file.must('handler', onPaper('li'))
  file.must('secretary', hearing)
  expect(requests(file).map(({ answer }) => [answer?.hearingId, answer?.reason])).toEqual([
    [null, '事实清楚'],
    ['h1', ''],
  ])
  expect(waiting(file)).toEqual([])
})

test('[H-193] an applicant is told neither of the request nor of its answer, and still asks himself', () => {
  const file = told(['applicant'])
  file.must('handler', onPaper('deng'))
  file.must('secretary', refusalOf(file))
  const view = caseViewFor(people.applicant, file.state, { recused: false })
  expect(isRefusal(view) ? null : view.hearingRight).toMatchObject({ latestOn: LAST, requests: [] })
  const shownTo = (actor: typeof people.applicant) =>
    file.entries
      .filter((entry) => caseEntryVisible(actor, file.state, entry))
      .map(({ type }) => type)
      .filter((type) => type.startsWith('case/hearing-'))
  expect(shownTo(people.applicant)).toEqual(['case/hearing-right-told'])
  expect(shownTo(people.organization)).toEqual([
    'case/hearing-right-told',
    'case/hearing-asked',
    'case/hearing-request-refused',
  ])
  expect(waiting(file)).toMatchObject([{ kind: 'ask-for-hearing', personId: 'applicant' }])
  file.must('applicant', { type: 'ask-for-hearing', reason: '事实有出入' })
})

test('[H-193] a request from before the office could register any is the applicant’s own', () => {
  const file = told(['applicant'])
  file.must('applicant', { type: 'ask-for-hearing', reason: '事实有出入' })
  const entry = file.entries.at(-1)
  expect(entry?.payload).not.toHaveProperty('registeredFor')
  expect(requests(file)).toMatchObject([{ by: 'applicant', registeredFor: null }])
})

test('[C-05] whoever asked for a hearing stays among the subjects', () => {
  const file = told()
  file.must('handler', onPaper('deng'))
  const amendTo = (id: string) =>
    ({ type: 'amend', particulars: { ...rentRelief, subjects: [subjectOf(id)] }, reason: '更正' }) as const
  expect(file.attempt('secretary', amendTo('li'))).toBe('case/subjects-fixed')
  expect(file.attempt('secretary', amendTo('deng'))).toBeNull()
})
