import { expect, test } from 'vitest'
import { caseEntryVisible, documentAccess, dossierParts } from '#domain/cases/may.ts'
import { caseTasks } from '#domain/cases/tasks.ts'
import { caseViewFor } from '#domain/cases/view.ts'
import { examinationPart } from '#domain/dossiers/parts.ts'
import { caseFile, frozen, people, person, type Who } from '../support/case-world.ts'

const symposium = {
  type: 'choose-examination',
  way: {
    kind: 'symposium',
    startsAt: '2026-08-20T01:00:00.000Z',
    place: '会议室',
    participants: '承租户代表',
  },
  matter: '减免租金的实际影响',
  reason: '争议较大',
} as const
const inquiry = {
  ...symposium,
  way: { kind: 'third-party', institution: '审计事务所', dueOn: '2026-09-01' },
} as const
const head = person('head', 'discipline', 'leader')

const verifying = () => caseFile().verifying()
const chosen = (...orders: readonly (typeof symposium | typeof inquiry)[]) => {
  const file = verifying()
  for (const order of orders) file.must('secretary', order)
  return file
}
const partOf = (file: ReturnType<typeof chosen>, n = 0) => {
  const examination = file.state.examinations[n]
  if (!examination) throw new Error('nothing chosen')
  return examinationPart(examination)
}
const off = (file: ReturnType<typeof chosen>) =>
  ({
    type: 'call-off-examination',
    examinationId: file.state.examinations[0]?.id ?? '',
    reason: '不必',
  }) as const

test('[H-125] secretary, handlers and leaders of the bodies choose, nobody else, from the acceptance to the decision', () => {
  for (const who of ['applicant', 'discipline', 'leader', 'audit', 'sysadmin'] as const satisfies Who[])
    expect([who, verifying().attempt(who, symposium)]).toEqual([who, 'access/denied'])
  for (const who of ['secretary', 'handler', head] as const)
    expect(verifying().attempt(who, inquiry)).toBeNull()
  expect(caseFile().registered().attempt('secretary', symposium)).toBe('case/transition-not-allowed')
  const decided = caseFile().consulting().listed().opened().decided({ deng: 'EXEMPT', li: 'EXEMPT' })
  expect(decided.attempt('secretary', symposium)).toBe('case/closed')
})

test('[H-125] what is chosen is still to come', () => {
  expect(verifying().later(14).attempt('secretary', symposium)).toBe('case/time-not-ahead')
  expect(verifying().later(25).attempt('secretary', inquiry)).toBeNull()
  expect(verifying().later(26).attempt('secretary', inquiry)).toBe('case/time-not-ahead')
})

test('[H-125] both ways stand beside each other and beside a hearing', () => {
  const file = chosen(symposium, inquiry)
  file.must('secretary', { type: 'hearing-ordered', hearingId: 'h1', title: '听证会' })
  file.must('secretary', symposium)
  expect(file.state.examinations.map(({ way }) => way.kind)).toEqual([
    'symposium',
    'third-party',
    'symposium',
  ])
  expect(file.state.hearings).toHaveLength(1)
})

test('[H-125] it is called off while nothing was submitted, and its document goes', () => {
  const file = chosen(symposium)
  expect(file.attempt('discipline', off(file))).toBe('access/denied')
  expect(file.attempt('secretary', { ...off(file), examinationId: 'other' })).toBe('input/invalid')
  const part = partOf(file)
  file.must('handler', off(file))
  expect(file.state.examinations[0]?.calledOff).toMatchObject({ by: 'handler', reason: '不必' })
  expect(dossierParts(file.state)).not.toContain(part)
  expect(documentAccess(people.secretary, file.state, part, { recused: false })).toBe('none')
  expect(file.attempt('handler', off(file))).toBe('case/already-done')
})

test('[H-126] secretary and handlers write and submit the result, the dossier’s readers read it, the applicant does not', () => {
  const file = chosen(symposium)
  const part = partOf(file)
  const access = () =>
    Object.fromEntries(
      (['secretary', 'handler', 'discipline', 'leader', 'applicant', 'audit', 'sysadmin'] as const).map(
        (who) => [who, documentAccess(people[who], file.state, part, { recused: false })],
      ),
    )
  const none = { applicant: 'none', audit: 'none', sysadmin: 'none' }
  expect(access()).toEqual({
    ...none,
    secretary: 'write',
    handler: 'write',
    discipline: 'read',
    leader: 'read',
  })
  const submit = { type: 'submit-document', part, frozen: frozen('v1') } as const
  expect(file.attempt('discipline', submit)).toBe('access/denied')
  expect(file.attempt('applicant', submit)).toBe('access/denied')
  file.must('handler', submit)
  expect(access()).toEqual({
    ...none,
    secretary: 'read',
    handler: 'read',
    discipline: 'read',
    leader: 'read',
  })
  expect(file.state.documents.at(-1)).toMatchObject({ part, status: 'submitted', hash: 'hash-of-v1' })
  expect(file.attempt('secretary', off(file))).toBe('case/already-done')
})

test('[H-126] nothing of it is told to the applicant', () => {
  const file = chosen(symposium)
  const view = caseViewFor(people.applicant, file.state, { recused: false })
  expect(JSON.stringify(view)).not.toContain('承租户代表')
  const told = file.entries.filter((entry) => caseEntryVisible(people.applicant, file.state, entry))
  expect(told.map(({ type }) => type)).not.toContain('case/examination-chosen')
})

test('[H-127] the result waits at the handlers with its day until it is submitted or called off', () => {
  const file = chosen(symposium, inquiry)
  const waiting = () =>
    caseTasks(file.state)
      .filter(({ kind }) => kind === 'write-examination-result')
      .map(({ personId, subject, dueAt }) => [personId, subject.split('/').at(-1), dueAt])
  const [first, second] = [partOf(file), partOf(file, 1)]
  expect(waiting()).toEqual([
    ['handler', first, '2026-08-20T01:00:00.000Z'],
    ['handler2', first, '2026-08-20T01:00:00.000Z'],
    ['handler', second, '2026-09-01'],
    ['handler2', second, '2026-09-01'],
  ])
  file.must('handler', { type: 'submit-document', part: second, frozen: frozen('v1') })
  file.must('secretary', off(file))
  expect(waiting()).toEqual([])
  file.must('secretary', { type: 'reopen-document', part: second, reason: '补充' })
  expect(waiting()).toHaveLength(2)
})
