import { describe, expect, it } from 'vitest'
import { hearingRow, hearingTasks } from '#domain/hearings/project.ts'
import { CAST, HASH, hearing, office, type Hearing } from '../support/hearing-room.ts'

const tasks = (h: Hearing, kind: string) =>
  hearingTasks(h.state)
    .filter((task) => task.kind === kind)
    .map((task) => task.personId)
const kinds = (h: Hearing) => [...new Set(hearingTasks(h.state).map((task) => task.kind))]
const INVITED = Object.keys(CAST).filter((who) => who !== 'observer')

describe('the workbench', () => {
  it('[H-53] prepared by whoever ordered it, again when postponed', () => {
    const h = hearing()
    expect(hearingTasks(h.state)).toEqual([])
    h.named()
    expect(hearingTasks(h.state)).toMatchObject([
      {
        kind: 'prepare-hearing',
        personId: 'office',
        dueAt: h.state.startsAt,
        subject: '/hearings/hearing-1',
      },
    ])
    h.must('chair', { type: 'postpone', ground: 'other', reason: 'x', resumeOn: '2026-04-01' })
    expect(hearingTasks(h.state)).toMatchObject([{ kind: 'prepare-hearing', dueAt: '2026-04-01' }])
  })

  it('[H-53] reading and coming until read and come; observers owe nothing', () => {
    const h = hearing().noticed()
    expect(tasks(h, 'read-notice')).toEqual(INVITED)
    expect(tasks(h, 'attend-hearing')).toEqual(INVITED)
    h.must('party', { type: 'read-notice' })
    h.comeIn('third')
    expect(tasks(h, 'read-notice')).not.toContain('party')
    expect(tasks(h, 'attend-hearing')).not.toContain('third')
    h.comeIn('chair', 'recorder', 'm1').must('chair', { type: 'open' })
    expect(hearingTasks(h.state)).toEqual([])
  })

  it('[H-53] a recusal waits for its ruler, a suspension for the chair', () => {
    const h = hearing().to('rights')
    const recuse = (personId: string) => h.must('party', { type: 'apply-for-recusal', personId, reason: 'x' })
    recuse('m1')
    recuse('chair')
    expect(tasks(h, 'rule-on-hearing-recusal')).toEqual(['chair', 'recorder'])
    h.must('chair', { type: 'suspend', ground: 'recusal', reason: 'x', resumeOn: '2026-04-01' })
    expect(hearingTasks(h.state)).toContainEqual(
      expect.objectContaining({ kind: 'resume-hearing', personId: 'chair', dueAt: '2026-04-01' }),
    )
    for (const { id, personId } of h.state.recusals)
      h.must(personId === 'chair' ? 'recorder' : 'chair', {
        type: 'rule-on-recusal',
        recusalId: id,
        granted: false,
        reason: 'x',
      })
    expect(kinds(h)).toEqual(['resume-hearing'])
  })

  it('[H-53] words to confirm, the transcript to fix and to sign, the report to write', () => {
    const h = hearing().to('debate').speak('party')
    const passageId = h.passage('party', 'x')
    h.passage('party', 'y')
    expect(hearingTasks(h.state)).toMatchObject([{ kind: 'confirm-passage', personId: 'party' }])
    h.must('party', { type: 'confirm-passage', passageId })
    expect(tasks(h, 'confirm-passage')).toEqual(['party'])
    h.to('signing')
    expect([tasks(h, 'freeze-transcript'), tasks(h, 'confirm-passage')]).toEqual([['recorder'], ['party']])
    h.frozen()
    expect(kinds(h)).toEqual(['sign-transcript'])
    const waiting = tasks(h, 'sign-transcript')
    expect(waiting).toEqual(INVITED.filter((who) => !['witness', 'expert', 'seat'].includes(who)))
    for (const who of waiting) h.must(who ?? '', h.signing())
    expect(hearingTasks(h.state)).toMatchObject([
      { kind: 'write-hearing-report', personId: 'chair', dueAt: '2026-03-09' },
    ])
    h.must('chair', { type: 'sign-report', suggestion: 'x', versionId: 'r', hash: HASH })
    expect(hearingTasks(h.state)).toEqual([])
  })
})

describe('the read table', () => {
  it('[H-54] who takes part, sorted, and whether the public may know', () => {
    const h = hearing().noticed()
    h.must(office(), { type: 'remove-participant', personId: 'expert', reason: 'x' })
    expect(hearingRow(h.state)).toEqual({
      id: 'hearing-1',
      officeRoles:
        '["leader/body","leader/committee","leader/group","leader/partner","secretary/body","secretary/group"]',
      caseId: 'case-1',
      title: h.state.title,
      place: h.state.place,
      startsAt: h.state.startsAt,
      status: 'noticed',
      preset: 'case',
      public: true,
      chairId: 'chair',
      personIds: JSON.stringify(
        Object.keys(CAST)
          .filter((who) => who !== 'expert')
          .sort(),
      ),
    })
    const closed = hearing({ cast: {}, order: { closedGround: 'cadre-case' } }).ordered()
    expect(hearingRow(closed.state)).toMatchObject({ public: false, chairId: null, personIds: '[]' })
  })
})
