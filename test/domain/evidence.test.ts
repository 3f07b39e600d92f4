import { describe, expect, it } from 'vitest'
import { UNREGISTERED, type EvidenceRegister } from '#domain/cases/evidence-types.ts'
import { caseEntryVisible, mayOpenEvidence } from '#domain/cases/may.ts'
import { caseViewFor } from '#domain/cases/view.ts'
import { initialHearing } from '#domain/hearings/initial.ts'
import { mayOpenExhibit } from '#domain/hearings/exhibits.ts'
import { evidenceList, servableParts } from '#domain/hearings/servable.ts'
import { SIGHT_CLASSES } from '#domain/hearings/sight.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import { caseEntries } from '#domain/search/case-entries.ts'
import { caseFile, people, type Who } from '../support/case-world.ts'

const piece = (id: string, title = '审计报告') =>
  ({ id, title, fileName: 'a.pdf', mediaType: 'application/pdf', bytes: 9, sha256: 'x' }) as const
const add = (id: string, register?: EvidenceRegister, title?: string) =>
  ({ type: 'add-evidence', piece: piece(id, title), ...(register && { register }) }) as const
const audited: EvidenceRegister = {
  ...UNREGISTERED,
  kind: 'documentary',
  source: '区审计局调取',
  collectors: '王某、李某',
  collectedOn: '2026-03-01',
  fact: '研究时政策尚不明确',
}
const restricted: EvidenceRegister = {
  ...audited,
  classification: 'restricted',
  readerBodyIds: ['political'],
}
const describe1 = (evidenceId: string, register: EvidenceRegister, title = '审计报告（节选）') =>
  ({ type: 'describe-evidence', evidenceId, title, register, reason: '补登' }) as const
const EVERYBODY = Object.keys(people) as Who[]
/** In a meeting about the case, so that whoever may see anything sees it. */
const grounds = { recused: false, viaMeeting: true }

function seenBy(who: Who, file: ReturnType<typeof caseFile>) {
  const view = caseViewFor(people[who], file.state, grounds)
  return isRefusal(view) ? null : view
}

describe('the register', () => {
  it('[E-01] numbers pieces in the order of handing in and keeps what is said of each', () => {
    const file = caseFile().verifying()
    file.must('handler', add('e1', audited))
    file.must('organization', add('e2'))
    expect(file.state.evidence.map(({ id, number, register }) => [id, number, register])).toEqual([
      ['e1', 1, audited],
      ['e2', 2, UNREGISTERED],
    ])
    file.must('handler', { type: 'withdraw-evidence', evidenceId: 'e1', reason: '重复' })
    file.must('handler', add('e3'))
    expect(file.state.evidence.map(({ number }) => number)).toEqual([1, 2, 3])
  })

  it('[E-02] is changed with a reason by who handed a piece in or leads the case; what stood before stays', () => {
    const file = caseFile().verifying()
    file.must('organization', add('e1', audited))
    expect(file.state.evidence[0]?.changes).toEqual([])
    for (const who of ['political', 'leader', 'audit', 'clerk', 'applicant', 'sysadmin'] as const)
      expect([who, file.attempt(who, describe1('e1', UNREGISTERED))]).toEqual([who, 'access/denied'])
    file.must('organization', describe1('e1', { ...audited, fact: '' }))
    file.must('secretary', describe1('e1', UNREGISTERED, '审计报告（全文）'))
    expect(file.state.evidence[0]).toMatchObject({ title: '审计报告（全文）', register: UNREGISTERED })
    expect(
      file.state.evidence[0]?.changes.map(({ by, title, register }) => [by, title, register.fact]),
    ).toEqual([
      ['organization1', '审计报告', '研究时政策尚不明确'],
      ['secretary', '审计报告（节选）', ''],
    ])
    file.must('handler', { type: 'withdraw-evidence', evidenceId: 'e1', reason: '重复' })
    expect(file.attempt('handler', describe1('e1', audited))).toBe('evidence/already-withdrawn')
    expect(file.attempt('handler', describe1('e9', audited))).toBe('evidence/unknown')
  })

  it('[E-06] a piece is replaced by another that stands; both stay', () => {
    const file = caseFile().verifying()
    for (const id of ['e1', 'e2', 'e3']) file.must('organization', add(id))
    const replace = (evidenceId: string, replacedBy: string) =>
      ({ type: 'withdraw-evidence', evidenceId, replacedBy, reason: '更正' }) as const
    for (const other of ['e1', 'none'])
      expect(file.attempt('handler', replace('e1', other))).toBe('evidence/unknown')
    file.must('handler', { type: 'withdraw-evidence', evidenceId: 'e3', reason: '重复' })
    expect(file.attempt('handler', replace('e1', 'e3'))).toBe('evidence/unknown')
    expect(file.attempt('political', replace('e1', 'e2'))).toBe('access/denied')
    file.must('organization', replace('e1', 'e2'))
    expect(file.state.evidence.map(({ withdrawn }) => withdrawn?.replacedBy ?? null)).toEqual([
      'e2',
      null,
      null,
    ])
  })

  it('[E-07] tells the party what others handed in, and not by whom it was found and what it is to prove', () => {
    const file = caseFile({ applicantIds: ['applicant'] }).verifying()
    file.must('handler', add('theirs', audited))
    file.must('applicant', add('own', audited))
    file.must('handler', describe1('theirs', audited))
    const seen = seenBy('applicant', file)
    expect(
      seen?.evidence.map(({ register, changes }) => [register.source, register.kind, changes.length]),
    ).toEqual([
      ['', 'documentary', 0],
      ['区审计局调取', 'documentary', 0],
    ])
    const told = file.entries.filter((entry) => caseEntryVisible(people.applicant, file.state, entry))
    expect(told.filter(({ type }) => type === 'case/evidence-added')).toHaveLength(2)
    expect(
      told.flatMap((entry) => (entry.type === 'case/evidence-described' ? [entry.payload.evidenceId] : [])),
    ).toEqual(['own'])
  })
})

describe('a restricted piece', () => {
  const finding = (evidenceIds: string[]) =>
    ({
      type: 'record-finding',
      criterion: 'distinction-1',
      side: 'unclear',
      reason: '待查',
      evidenceIds,
    }) as const
  const row = (conditionId: string | null, evidenceIds: string[]) =>
    ({
      type: 'set-condition',
      conditionId,
      subjectId: 'deng',
      text: '未谋取私利',
      met: 'unclear',
      evidenceIds,
    }) as const
  const circle: readonly string[] = ['secretary', 'leader', 'handler', 'handler2', 'political', 'discipline']

  function world() {
    const file = caseFile({ applicantIds: ['applicant'] }).verifying()
    file.must('discipline', add('hidden-1', restricted, '举报人陈述'))
    file.must('discipline', add('open'))
    file.must('political', finding(['hidden-1', 'open']))
    file.must('handler', row(null, ['hidden-1']))
    return file
  }

  it('[E-03] is known to its circle alone: no row, no link, no entry, no file for anybody else', () => {
    const file = world()
    const knows = EVERYBODY.filter((who) => seenBy(who, file)?.evidence.some(({ id }) => id === 'hidden-1'))
    expect(knows.sort()).toEqual([...circle].sort())
    for (const who of EVERYBODY) {
      const view = seenBy(who, file)
      const entries = file.entries.filter((entry) => caseEntryVisible(people[who], file.state, entry))
      const about = entries.filter(({ type }) => type.startsWith('case/evidence'))
      expect([who, mayOpenEvidence(people[who], file.state, grounds, 'hidden-1')]).toEqual([
        who,
        circle.includes(who),
      ])
      if (circle.includes(who)) continue
      expect([who, JSON.stringify(view).includes('hidden-1')]).toEqual([who, false])
      expect([who, JSON.stringify(view).includes('举报人')]).toEqual([who, false])
      expect([who, JSON.stringify(about).includes('hidden-1')]).toEqual([who, false])
    }
    expect(seenBy('organization', file)?.evidence.map(({ id, number }) => [id, number])).toEqual([
      ['open', 2],
    ])
    // Somebody of the party's own circle is the party before he is anything else.
    file.must('secretary', describe1('hidden-1', { ...restricted, readerBodyIds: ['jinsong'] }))
    expect(mayOpenEvidence(people.applicant, file.state, grounds, 'hidden-1')).toBe(false)
  })

  it('[E-03] is proposed by the search to its circle alone', () => {
    const entries = caseEntries(world().state, new Map(), new Set())
    const readersOf = (id: string) =>
      entries.find((entry) => entry.id.endsWith(`/evidence/${id}`))?.readers ?? []
    expect(readersOf('open')).toContain('body:organization')
    expect(readersOf('open')).toContain('person:applicant')
    expect([...readersOf('hidden-1')].sort()).toEqual(
      [
        'role:secretary',
        'role:leader',
        'person:handler',
        'person:handler2',
        'person:discipline1',
        'body:political',
      ].sort(),
    )
  })

  it('[E-04] does not come into a hearing', () => {
    const { state } = world()
    const on = { ...initialHearing('h1'), seq: 9, status: 'open', phase: 'debate' } as const
    const staged = { evidenceId: 'hidden-1', page: 1, zone: null, toHall: true, by: 'chair', at: '' }
    const [secret] = state.evidence
    expect(
      SIGHT_CLASSES.some(
        (sight) => secret && mayOpenExhibit(sight, { ...on, staged }, 'discipline1', secret),
      ),
    ).toBe(false)
    expect(JSON.stringify(evidenceList(state))).not.toContain('举报人')
    expect(JSON.stringify(evidenceList(state))).toContain('审计报告')
    const alone = caseFile().verifying()
    alone.must('handler', add('hidden-1', restricted))
    expect(servableParts(alone.state)).toEqual([])
  })

  it('[E-05] is leaned on by who knows of it, and stays where who does not writes the row anew', () => {
    const file = world()
    expect(file.attempt('organization', finding(['hidden-1']))).toBe('evidence/unknown')
    expect(file.attempt('organization', row(null, ['hidden-1']))).toBe('evidence/unknown')
    const [condition] = file.state.conditions
    file.must('organization', row(condition?.id ?? '', ['open']))
    expect(file.state.conditions[0]?.evidenceIds).toEqual(['open', 'hidden-1'])
    file.must('handler', row(condition?.id ?? '', ['open']))
    expect(file.state.conditions[0]?.evidenceIds).toEqual(['open'])
  })
})
