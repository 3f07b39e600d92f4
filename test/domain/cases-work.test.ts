import { describe, expect, it } from 'vitest'
import { plainYear } from '#domain/calendar/changes.ts'
import type { WorkingCalendar } from '#domain/calendar/types.ts'
import { decideCase } from '#domain/cases/decide.ts'
import { evolveCase } from '#domain/cases/evolve.ts'
import type { CaseHappening } from '#domain/cases/happenings.ts'
import { caseRow, caseTasks } from '#domain/cases/project.ts'
import type { Stage } from '#domain/cases/types.ts'
import { criteriaIn, criteriaSets, isCriterion } from '#domain/criteria/sets.ts'
import { sixLooks } from '#domain/criteria/six-looks.ts'
import { threeDistinctions } from '#domain/criteria/three-distinctions.ts'
import type { Recorded } from '#domain/record/entry.ts'
import { SHIPPED_YEARS } from '#server/services/shipped-years.ts'
import { caseFile, frozen, people, person } from '../support/case-world.ts'

const piece = (id: string) =>
  ({ id, title: '审计报告', fileName: 'a.pdf', mediaType: 'application/pdf', bytes: 9, sha256: 'x' }) as const
const finding = (over = {}) =>
  ({
    type: 'record-finding',
    criterion: 'distinction-1',
    side: 'tolerable',
    reason: '把握不准',
    evidenceIds: [],
    ...over,
  }) as const

describe('findings on criteria', () => {
  it('[C-20] each participating body finds for itself; a later finding takes the place of its own', () => {
    const file = caseFile().verifying()
    file.must('organization', finding())
    file.must('discipline', finding({ side: 'unclear' }))
    file.must('organization', finding({ side: 'punishable' }))
    expect(file.state.findings.map(({ bodyId, side, by }) => [bodyId, side, by])).toEqual([
      ['discipline', 'unclear', 'discipline1'],
      ['organization', 'punishable', 'organization1'],
    ])
    for (const who of ['secretary', 'leader', 'audit', 'clerk', 'applicant', 'secadmin'] as const)
      expect([who, file.attempt(who, finding())]).toEqual([who, 'access/denied'])
    expect(file.attempt('organization', finding({ criterion: 'seven-looks' }))).toBe('input/invalid')
  })

  it('[C-21] criteria are the measures’ own words, the three distinctions in both wordings', () => {
    expect(criteriaIn(threeDistinctions, 'xinzhou')[2]?.sides).toEqual({
      tolerable: '为推动发展的无意过失',
      punishable: '为谋取私利的违纪违法行为',
    })
    expect(criteriaIn(threeDistinctions, 'wendeng')[2]?.sides).toEqual({
      tolerable: '为推动改革的无意过失',
      punishable: '为谋取私利的故意行为',
    })
    expect(criteriaIn(sixLooks, 'nowhere').map(({ name }) => name)).toEqual([
      '看问题性质',
      '看工作依据',
      '看主观动机',
      '看决策过程',
      '看履职取向',
      '看纠错态度',
    ])
    for (const set of criteriaSets) {
      const ids = set.wordings.map((wording) => wording.criteria.map(({ id }) => id).join())
      expect(new Set(ids).size).toBe(1)
      expect(set.wordings[0].criteria.every(({ id }) => isCriterion(id))).toBe(true)
    }
  })

  it('[C-22] lean only on evidence that stands in the case', () => {
    const file = caseFile().verifying()
    file.must('handler', { type: 'add-evidence', piece: piece('e1') })
    expect(file.attempt('organization', finding({ evidenceIds: ['e1'] }))).toBeNull()
    expect(file.attempt('organization', finding({ evidenceIds: ['e1', 'e2'] }))).toBe('evidence/unknown')
    file.must('handler', { type: 'withdraw-evidence', evidenceId: 'e1', reason: '重复' })
    expect(file.attempt('organization', finding({ evidenceIds: ['e1'] }))).toBe('evidence/unknown')
  })

  it('[C-23] the condition matrix has rows per subject, new ones and changed ones', () => {
    const file = caseFile().verifying()
    const row = (conditionId: string | null, met: 'met' | 'unclear', subjectId = 'deng') =>
      ({ type: 'set-condition', conditionId, subjectId, text: '未谋取私利', met, evidenceIds: [] }) as const
    file.must('organization', row(null, 'unclear'))
    const [first] = file.state.conditions
    file.must('handler', row(first?.id ?? '', 'met'))
    expect(file.state.conditions).toMatchObject([{ id: first?.id, met: 'met' }])
    expect(file.attempt('handler', row('other', 'met'))).toBe('input/invalid')
    expect(file.attempt('handler', row(null, 'met', 'nobody'))).toBe('input/invalid')
    expect(file.attempt('audit', row(null, 'met'))).toBe('access/denied')
  })
})

describe('evidence', () => {
  it('[C-24] is withdrawn by who handed it in or who leads the case, with a reason, and stays listed', () => {
    const file = caseFile().verifying()
    const withdraw = (evidenceId: string) =>
      ({ type: 'withdraw-evidence', evidenceId, reason: '与本案无关' }) as const
    file.must('applicant', { type: 'add-evidence', piece: piece('mine') })
    file.must('organization', { type: 'add-evidence', piece: piece('theirs') })
    expect(file.attempt('organization', { type: 'add-evidence', piece: piece('mine') })).toBe(
      'record/conflict',
    )
    expect(file.attempt('applicant', withdraw('theirs'))).toBe('access/denied')
    expect(file.attempt('political', withdraw('theirs'))).toBe('access/denied')
    expect(file.attempt('applicant', withdraw('mine'))).toBeNull()
    expect(file.attempt('secretary', withdraw('mine'))).toBe('evidence/already-withdrawn')
    expect(file.attempt('secretary', withdraw('none'))).toBe('evidence/unknown')
    expect(file.attempt('handler', withdraw('theirs'))).toBeNull()
    expect(file.state.evidence.map(({ id, withdrawn }) => [id, withdrawn?.by])).toEqual([
      ['mine', 'applicant'],
      ['theirs', 'handler'],
    ])
    for (const who of ['leader', 'audit', 'clerk', 'sysadmin'] as const)
      expect([who, file.attempt(who, { type: 'add-evidence', piece: piece(who) })]).toEqual([
        who,
        'access/denied',
      ])
  })
})

describe('speaking for a body', () => {
  it('[C-30] takes membership or lead there and acting for it now', () => {
    const elsewhere = {
      ...person('guest', 'audit', 'member'),
      roles: [{ role: 'member', bodyId: 'organization' } as const],
    }
    const cases: [Parameters<ReturnType<typeof caseFile>['attempt']>[0], boolean][] = [
      ['organization', true],
      [person('chief', 'political', 'leader'), true],
      ['clerk', false],
      [elsewhere, false],
    ]
    for (const [who, may] of cases)
      expect(caseFile().verifying().attempt(who, finding())).toBe(may ? null : 'access/denied')
  })
})

describe('what waits for whom', () => {
  const told = (file: ReturnType<typeof caseFile>) =>
    caseTasks(file.state).map(
      ({ kind, personId, bodyId, role }) => `${kind} ${personId ?? bodyId ?? role ?? ''}`,
    )

  it('[C-50] bodies that were asked and have not submitted', () => {
    const file = caseFile().verifying().opinion('organization')
    expect(told(file).filter((line) => line.startsWith('write-opinion'))).toEqual([
      'write-opinion discipline',
      'write-opinion political',
    ])
    expect(caseTasks(file.state).at(-1)).toMatchObject({
      subject: '/cases/case-1/opinions',
      title: '容错〔2026〕1号 少减免租金案',
      dueAt: null,
    })
    expect(told(caseFile().accepted()).some((line) => line.startsWith('write-opinion'))).toBe(false)
  })

  it('[C-25] a case put off by its meeting waits to be convened again, once', () => {
    const told = (file: ReturnType<typeof caseFile>) =>
      caseTasks(file.state)
        .map((task) => task.kind)
        .filter((kind) => kind !== 'write-opinion')
    const file = caseFile().consulting().listed().opened()
    expect(told(file)).toEqual([])
    file.must('secretary', { type: 'put-off-item', meetingId: 'm1', itemId: 'm1-item', reason: '待核实' })
    expect(told(file)).toEqual(['convene-case'])
    expect(
      file.attempt('secretary', { type: 'put-off-item', meetingId: 'm1', itemId: 'm1-item', reason: 'x' }),
    ).toBeNull()
    expect(told(file.listed('m2'))).toEqual([])
  })

  it('[C-51] the next step of every stage', () => {
    const steps = (file: ReturnType<typeof caseFile>) =>
      told(file).filter((line) => !line.startsWith('write-opinion'))
    expect(steps(caseFile())).toEqual([])
    expect(steps(caseFile().registered())).toEqual(['accept-case secretary'])
    expect(steps(caseFile().accepted())).toEqual(['assign-handlers secretary'])
    expect(steps(caseFile().verifying())).toEqual(['verify-case handler', 'verify-case handler2'])
    expect(steps(caseFile().consulting())).toEqual(['convene-case secretary'])
    expect(steps(caseFile().consulting().listed())).toEqual([])
    expect(steps(caseFile().consulting().listed().opened())).toEqual([])
    expect(steps(caseFile().consulting().move('to-hearing'))).toEqual(['arrange-hearing secretary'])
    expect(steps(caseFile().registered().move('returned'))).toEqual([
      'supplement-case secretary',
      'supplement-case applicant',
    ])
    expect(steps(caseFile().consulting().move('returned'))).toEqual([
      'reverify-case handler',
      'reverify-case handler2',
    ])
    expect(steps(caseFile().consulting().decided({ deng: 'EXEMPT', li: 'EXEMPT' }))).toEqual([])
  })

  it('[C-52] a shelved case by its last day: voted, or three months after it was shelved by hand', () => {
    const voted = caseFile()
      .consulting()
      .decided({ deng: 'SHELVED', li: 'SHELVED' }, { shelvedUntil: '2026-10-31' })
    expect(caseTasks(voted.state)[0]).toMatchObject({ kind: 'resume-shelved-case', dueAt: '2026-10-31' })
    // 7 November is a Saturday.
    expect(caseTasks(caseFile().consulting().move('shelved').state)[0]).toMatchObject({ dueAt: '2026-11-09' })
  })

  it('[K-06] a shelving ends on the day its entry tells; entries without one end as they always did', () => {
    const file = caseFile().consulting().move('shelved')
    const moved = file.entries.at(-1)
    expect(moved).toMatchObject({ type: 'case/moved', payload: { to: 'shelved', until: '2026-11-09' } })
    const { state } = caseFile().consulting()
    const { until: _, ...before } = moved?.payload as {
      until: string
      from: Stage
      to: Stage
      reason: string
    }
    const old = evolveCase(state, {
      ...moved,
      type: 'case/moved',
      payload: before,
    } as Recorded<CaseHappening>)
    expect(caseTasks(old)[0]).toMatchObject({ dueAt: '2026-11-07' })
    expect(caseFile().consulting().move('returned').entries.at(-1)?.payload).not.toHaveProperty('until')
  })

  it('[K-03] a case is not shelved into a year whose calendar is missing', () => {
    const file = caseFile().consulting()
    const shelve = (now: string, calendar: WorkingCalendar) =>
      decideCase(
        file.state,
        { type: 'move', to: 'shelved', reason: '事实尚需核实' },
        { ...file.context(people.secretary), now: new Date(now), calendar },
      )
    const refusal = { refused: 'calendar/year-missing', details: { year: 2027 } }
    expect(shelve('2026-11-22T02:00:00Z', SHIPPED_YEARS)).toEqual(refusal)
    // Whoever may not shelve learns that, and nothing of calendars.
    expect(
      decideCase(
        file.state,
        { type: 'move', to: 'shelved', reason: '理由' },
        { ...file.context(people.handler), calendar: {} },
      ),
    ).toEqual({ refused: 'access/denied' })
    const imported = { ...SHIPPED_YEARS, 2027: { ...plainYear(2027), daysOff: { '2027-02-22': '春节' } } }
    expect(shelve('2026-11-22T02:00:00Z', imported)).toMatchObject([{ payload: { until: '2027-02-23' } }])
    // On 31 July at 17:00 in UTC it is 1 August here, and 1 November is a Sunday.
    expect(shelve('2026-07-31T17:00:00Z', SHIPPED_YEARS)).toMatchObject([
      { payload: { until: '2026-11-02' } },
    ])
  })

  it('[C-53] a correction duty at its owner until it is reported done', () => {
    const duties = [{ id: 'duty-1', text: '自查整改', ownerBodyId: 'jinsong', dueOn: '2026-12-31' }]
    const file = caseFile().consulting().decided({ deng: 'MITIGATED', li: 'EXEMPT' }, {})
    expect(caseTasks(file.state)).toEqual([])
    const owed = caseFile().consulting().decided({ deng: 'MITIGATED' }, { duties })
    owed.decided({ li: 'EXEMPT' }, { minutesId: 'minutes-2' })
    expect(caseTasks(owed.state)).toMatchObject([
      { kind: 'report-duty', bodyId: 'jinsong', dueAt: '2026-12-31' },
    ])
    owed.must('jinsong', { type: 'report-duty-done', dutyId: 'duty-1', note: '已完成' })
    expect(caseTasks(owed.state)).toEqual([])
  })

  it('[C-61] the row of the ledger finds a case by number, title, subject and summary, and holds nothing sealed', () => {
    const file = caseFile().verifying()
    file.must('organization', finding({ reason: '机密研判' }))
    file.must('secretary', { type: 'pin-document', part: 'facts', meetingId: 'm', frozen: frozen('v') })
    const row = caseRow(file.state)
    for (const text of ['容错〔2026〕1号', '少减免', 'deng', '金松', '把握不准'])
      expect(row.searchText).toContain(text)
    expect(row.searchText).not.toContain('机密')
    expect(row).toMatchObject({
      subjects: 'deng、li',
      bodyIds: '["discipline","organization","political"]',
      personIds: '["applicant","handler","handler2"]',
      stage: 'in-verification',
      updatedAt: file.entries.at(-1)?.at,
    })
    const duties = [{ id: 'duty-1', text: '自查整改', ownerBodyId: 'jinsong', dueOn: '2026-12-31' }]
    const owed = caseFile().consulting().decided({ deng: 'MITIGATED' }, { duties })
    expect(caseRow(owed.state).bodyIds).toBe('["discipline","organization","political","owes jinsong"]')
  })
})
