import { expect, test } from 'vitest'
import { caseEntryVisible } from '#domain/cases/may.ts'
import { caseTasks } from '#domain/cases/tasks.ts'
import { caseViewFor } from '#domain/cases/view.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import { LAPSING } from '#domain/tasks/types.ts'
import { createWorkbenchService } from '#server/services/workbench.ts'
import { caseFile, people, person, type Who } from '../support/case-world.ts'

// 7 August 2026 is a Friday: five working days on is the Friday after.
const DAY = '2026-08-07'
const LAST = '2026-08-14'
const tell = (toldOn = DAY) => ({ type: 'tell-hearing-right', toldOn, told: '拟不予容错' }) as const
const ask = { type: 'ask-for-hearing', reason: '事实有出入' } as const
const hearing = { type: 'hearing-ordered', hearingId: 'h1', title: '听证会' } as const
const other = person('applicant2', 'jinsong', 'applicant')

const verifying = () => caseFile({ applicantIds: ['applicant', 'applicant2'] }).verifying()
const told = () => {
  const file = verifying()
  file.must('handler', tell())
  return file
}
const requestIn = (file: ReturnType<typeof told>, n = 0) => file.state.hearingRight?.requests[n]
const refusalOf = (file: ReturnType<typeof told>, n = 0) =>
  ({ type: 'refuse-hearing-request', requestId: requestIn(file, n)?.id ?? '', reason: '事实清楚' }) as const
const kinds = (file: ReturnType<typeof told>) =>
  caseTasks(file.state).filter(({ kind }) => kind.includes('hearing'))

test('[H-120] secretary and handlers tell it, nobody else, once the case was accepted', () => {
  expect(caseFile().registered().attempt('secretary', tell())).toBe('case/transition-not-allowed')
  for (const who of ['applicant', 'discipline', 'leader', 'audit', 'sysadmin'] as const satisfies Who[])
    expect([who, verifying().attempt(who, tell())]).toEqual([who, 'access/denied'])
  expect(told().state.hearingRight).toMatchObject({ toldOn: DAY, latestOn: LAST, by: 'handler' })
})

test('[H-120] it counts from the day it was told, which is neither ahead nor before the case, nor so far back that it is over', () => {
  const file = verifying().later(10)
  expect(file.attempt('secretary', tell('2026-08-18'))).toBe('input/invalid')
  expect(file.attempt('secretary', tell('2026-08-06'))).toBe('input/invalid')
  expect(file.attempt('secretary', tell())).toBe('hearing/right-lapsed')
  file.must('secretary', tell('2026-08-10'))
  expect(file.state.hearingRight?.latestOn).toBe('2026-08-17')
  // Days of the next year are not guessed.
  expect(verifying().later(145).attempt('secretary', tell('2026-12-30'))).toBe('calendar/year-missing')
})

test('[H-120] it is told again once its time is over and nothing waits for an answer', () => {
  const file = told()
  expect(file.attempt('secretary', tell())).toBe('case/already-done')
  file.must('applicant', ask)
  file.later(20)
  expect(file.attempt('secretary', tell('2026-08-27'))).toBe('case/already-done')
  file.must('secretary', refusalOf(file))
  file.must('secretary', tell('2026-08-27'))
  expect(file.state.hearingRight).toMatchObject({ toldOn: '2026-08-27', requests: [] })
})

test('[H-121] each party asks once, until the evening of the last day', () => {
  expect(verifying().attempt('applicant', ask)).toBe('hearing/right-not-told')
  const file = told()
  for (const who of ['secretary', 'handler', 'leader', 'discipline'] as const)
    expect([who, file.attempt(who, ask)]).toEqual([who, 'access/denied'])
  file.must('applicant', ask)
  expect(file.attempt('applicant', ask)).toBe('hearing/already-asked')
  // Seven days on is that Friday; the case began on a Friday morning.
  file.later(7)
  file.must(other, ask)
})

test('[H-121] after the last day it is refused, with that day', () => {
  const file = told().later(8)
  expect(file.attempt('applicant', ask)).toBe('hearing/asked-too-late')
  expect(file.state.hearingRight?.requests).toEqual([])
})

test('[H-122] whoever may order a hearing refuses a request with reasons, once', () => {
  const file = told()
  file.must('applicant', ask)
  for (const who of ['applicant', 'handler', 'discipline', 'leader', 'audit'] as const)
    expect([who, file.attempt(who, refusalOf(file))]).toEqual([who, 'access/denied'])
  expect(file.attempt('secretary', { ...refusalOf(file), requestId: 'other' })).toBe('input/invalid')
  file.must(person('head', 'discipline', 'leader'), refusalOf(file))
  expect(requestIn(file)?.answer).toMatchObject({ hearingId: null, reason: '事实清楚', by: 'head' })
  expect(file.attempt('secretary', refusalOf(file))).toBe('case/already-done')
})

test('[H-122] the order of a hearing answers all who asked, and leaves what was refused', () => {
  const file = told()
  file.must('applicant', ask)
  file.must('secretary', refusalOf(file))
  file.must(other, ask)
  file.must('secretary', hearing)
  expect(file.state.hearingRight?.requests.map(({ answer }) => answer?.hearingId)).toEqual([null, 'h1'])
  expect(told().attempt('secretary', hearing)).toBeNull()
})

test('[H-123] a party sees the telling and his own request with its answer, another sees neither', () => {
  const file = told()
  file.must('applicant', ask)
  file.must('secretary', refusalOf(file))
  const seenBy = (actor: typeof other) => {
    const view = caseViewFor(actor, file.state, { recused: false })
    return isRefusal(view) ? null : view.hearingRight
  }
  expect(seenBy(people.applicant)?.requests).toHaveLength(1)
  expect(seenBy(other)).toMatchObject({ latestOn: LAST, requests: [] })
  const shown = (actor: typeof other) =>
    file.entries.filter((entry) => caseEntryVisible(actor, file.state, entry)).map(({ type }) => type)
  expect(shown(people.applicant)).toContain('case/hearing-request-refused')
  expect(shown(other)).toContain('case/hearing-right-told')
  expect(shown(other)).not.toContain('case/hearing-asked')
  expect(shown(other)).not.toContain('case/hearing-request-refused')
})

test('[H-124] asking waits at each party, the answer at secretaries and leaders of the bodies', () => {
  const file = told()
  expect(kinds(file)).toMatchObject([
    { kind: 'ask-for-hearing', personId: 'applicant', dueAt: LAST },
    { kind: 'ask-for-hearing', personId: 'applicant2', dueAt: LAST },
  ])
  file.must('applicant', ask)
  expect(kinds(file).map(({ personId, bodyId, role }) => personId ?? [bodyId, role])).toEqual([
    'applicant2',
    [undefined, 'secretary'],
    ['discipline', 'leader'],
    ['organization', 'leader'],
    ['political', 'leader'],
  ])
  file.must('secretary', hearing)
  expect(kinds(file)).toEqual([])
})

test('[H-124] what may be asked for until a day is gone the day after', async () => {
  const row = {
    id: '1',
    stream: 'case/case-1',
    kind: 'ask-for-hearing',
    subject: '',
    title: '',
    dueAt: LAST,
    openedAt: '',
  }
  const owed = { ...row, id: '2', kind: 'report-duty' }
  const on = (today: string) =>
    createWorkbenchService({
      tasks: { tasksFor: () => Promise.resolve([row, owed]) },
      remarks: { mayRead: () => Promise.resolve(true), mayDecide: () => Promise.resolve(true) },
      calendar: { known: () => Promise.resolve({}) },
      today: () => today,
    })
  const ids = async (today: string) => (await on(today).tasks(people.applicant)).map(({ id }) => id)
  expect(LAPSING.has(row.kind)).toBe(true)
  expect(await ids(LAST)).toEqual(['1', '2'])
  expect(await ids('2026-08-15')).toEqual(['2'])
})
