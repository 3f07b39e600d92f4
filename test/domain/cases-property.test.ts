import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseOrder } from '#domain/cases/happenings.ts'
import { decisionsInForce } from '#domain/cases/inquiries.ts'
import { caseEntryVisible, documentAccess, dossierParts, mayReadCase } from '#domain/cases/may.ts'
import { caseRow, caseTasks } from '#domain/cases/project.ts'
import { DOSSIER_PARTS, STAGES, type CaseState } from '#domain/cases/types.ts'
import { caseViewFor } from '#domain/cases/view.ts'
import { examinationPart } from '#domain/dossiers/parts.ts'
import { OUTCOMES } from '#domain/decisions/outcome.ts'
import { settles } from '#domain/decisions/stage-after.ts'
import { canonicalProcedure } from '#domain/procedures/canonical.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import {
  caseFile,
  decisionFor,
  frozen,
  people,
  rentRelief,
  subjectOf,
  type Who,
} from '../support/case-world.ts'

const who = fc.constantFrom(...(Object.keys(people) as Who[]))
const subjectId = fc.constantFrom('deng', 'li', 'wang')
const outcome = fc.constantFrom(...OUTCOMES)
const meetingId = fc.constantFrom('m1', 'm2')
const part = fc.constantFrom(...DOSSIER_PARTS, 'opinion-organization', 'opinion-audit')
const version = fc.nat(50).map((n) => frozen(`v${String(n)}`))
const evidenceId = fc.constantFrom('e1', 'e2')
const bodyId = fc.constantFrom('organization', 'audit')

const order: fc.Arbitrary<CaseOrder> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('move' as const),
      to: fc.constantFrom(...STAGES),
      reason: fc.constantFrom('', '理由'),
    }),
  },
  fc.record({
    type: fc.constant('amend' as const),
    reason: fc.constant('更正'),
    particulars: fc
      .uniqueArray(subjectId, { maxLength: 3 })
      .map((ids) => ({ ...rentRelief, subjects: ids.map(subjectOf) })),
  }),
  fc.record({
    type: fc.constant('assign-handlers' as const),
    handlerIds: fc.array(fc.constantFrom('handler', 'handler2', 'applicant'), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ type: fc.constant('invite-body' as const), bodyId }),
  fc.record({
    type: fc.constant('record-finding' as const),
    criterion: fc.constantFrom('distinction-1', 'look-motive'),
    side: fc.constantFrom('tolerable' as const, 'unclear' as const),
    reason: fc.constant('x'),
    evidenceIds: fc.uniqueArray(evidenceId),
  }),
  fc.record({
    type: fc.constant('set-condition' as const),
    conditionId: fc.constant(null),
    subjectId,
    text: fc.constant('x'),
    met: fc.constant('met' as const),
    evidenceIds: fc.constant([]),
  }),
  fc.record({
    type: fc.constant('add-evidence' as const),
    piece: evidenceId.map((id) => ({ id, title: '', fileName: '', mediaType: '', bytes: 1, sha256: '' })),
  }),
  fc.record({ type: fc.constant('withdraw-evidence' as const), evidenceId, reason: fc.constant('x') }),
  fc.record({ type: fc.constant('submit-document' as const), part, frozen: version }),
  fc.record({ type: fc.constant('reopen-document' as const), part, reason: fc.constant('x') }),
  fc.record({ type: fc.constant('pin-document' as const), part, meetingId, frozen: version }),
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('submit-opinion' as const),
      stands: fc.constantFrom(
        { deng: 'EXEMPT' as const, li: 'EXEMPT' as const },
        { deng: 'EXEMPT' as const },
      ),
      clauses: fc.constant([]),
      frozen: version,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('withdraw-opinion' as const), reason: fc.constant('x') }),
  },
  {
    weight: 2,
    arbitrary: meetingId.map((id) => ({ type: 'list' as const, meetingId: id, itemId: `${id}-item` })),
  },
  {
    weight: 2,
    arbitrary: meetingId.map((id) => ({ type: 'open-item' as const, meetingId: id, itemId: `${id}-item` })),
  },
  meetingId.map((id) => ({
    type: 'put-off-item' as const,
    meetingId: id,
    itemId: `${id}-item`,
    reason: 'x',
  })),
  fc
    .tuple(fc.uniqueArray(subjectId, { minLength: 1, maxLength: 2 }), outcome, meetingId, fc.nat(3))
    .map(([ids, what, meeting, n]) => ({
      type: 'record-decision' as const,
      decisions: ids.map((id) =>
        decisionFor(id, what, {
          meetingId: meeting,
          minutesId: `minutes-${String(n)}`,
          duties: [{ id: `d-${id}-${String(n)}`, text: 'x', ownerBodyId: 'jinsong', dueOn: '2026-12-31' }],
        }),
      ),
    })),
  fc.record({
    type: fc.constant('choose-examination' as const),
    way: fc.constant({ kind: 'third-party' as const, institution: 'x', dueOn: '2026-09-01' }),
    matter: fc.constant('x'),
    reason: fc.constant('x'),
  }),
  fc.record({
    type: fc.constant('call-off-examination' as const),
    examinationId: fc.constantFrom('id-1', 'id-2'),
    reason: fc.constant('x'),
  }),
  fc.record({
    type: fc.constant('tell-hearing-right' as const),
    toldOn: fc.constant('2026-08-07'),
    told: fc.constant('x'),
  }),
  fc.record({ type: fc.constant('ask-for-hearing' as const), reason: fc.constant('x') }),
  fc.record({
    type: fc.constant('register-hearing-request' as const),
    subjectId,
    receivedOn: fc.constantFrom('2026-08-06', '2026-08-07', '2026-08-31'),
    reason: fc.constant('x'),
  }),
  fc.record({
    type: fc.constant('refuse-hearing-request' as const),
    requestId: fc.constantFrom('id-1', 'id-2'),
    reason: fc.constant('x'),
  }),
  fc.record({
    type: fc.constant('report-duty-done' as const),
    dutyId: fc.constantFrom('d-deng-0', 'd-li-1'),
    note: fc.constant('x'),
  }),
)

const unique = (ids: readonly string[]) => new Set(ids).size === ids.length

/** Everything that must hold of a case whatever was done to it. */
function accept(state: CaseState): void {
  const subjects = state.subjects.map(({ id }) => id)
  expect(subjects.length).toBeGreaterThan(0)
  expect(unique(subjects)).toBe(true)
  const examined = state.examinations.filter(({ calledOff }) => calledOff === null)
  expect(state.documents.map((document) => document.part)).toEqual([
    ...DOSSIER_PARTS,
    ...examined.map(examinationPart),
  ])
  for (const { status, versionId, hash } of [...state.documents, ...state.opinions])
    if (status === 'submitted') expect([versionId, hash]).not.toContain(null)
  expect(state.opinions.map((opinion) => opinion.bodyId)).toEqual([...state.bodyIds])
  for (const opinion of state.opinions)
    expect(Object.keys(opinion.stands).sort()).toEqual(
      opinion.status === 'submitted' ? [...subjects].sort() : [],
    )
  expect(state.handlerIds.some((id) => state.applicantIds.includes(id))).toBe(false)
  const beyondAcceptance = state.stageHistory.some(({ stage }) => stage === 'in-verification')
  if (beyondAcceptance) expect(state.handlerIds.length).toBeGreaterThanOrEqual(2)
  expect(unique(state.evidence.map(({ id }) => id))).toBe(true)
  expect(unique(state.findings.map((finding) => `${finding.criterion} ${finding.bodyId}`))).toBe(true)
  for (const id of state.findings.flatMap((finding) => finding.evidenceIds))
    expect(state.evidence.some((piece) => piece.id === id)).toBe(true)
  const inForce = decisionsInForce(state.decisions)
  expect(inForce.every(({ subjectId: id }) => subjects.includes(id))).toBe(true)
  const settled = inForce.length === subjects.length && inForce.every((decision) => settles(decision.outcome))
  if (state.stage === 'decided') expect(settled).toBe(true)
  expect(state.stage).toBe(state.stageHistory.at(-1)?.stage)
  expect(unique(state.dutiesDone.map(({ dutyId }) => dutyId))).toBe(true)
  const registered = (state.hearingRight?.requests ?? []).flatMap(({ registeredFor }) => registeredFor ?? [])
  expect(unique(registered.map(({ subjectId: id }) => id))).toBe(true)
  for (const { subjectId: id, receivedOn } of registered)
    expect([subjects.includes(id), receivedOn]).toEqual([true, '2026-08-07'])
  expect(state.meetings.filter(({ opened, ended }) => opened && !ended).length).toBeLessThanOrEqual(1)
}

function acceptSight(state: CaseState, file: ReturnType<typeof caseFile>): void {
  for (const name of Object.keys(people) as Who[]) {
    const actor = people[name]
    for (const recused of [false, true]) {
      const view = caseViewFor(actor, state, { recused })
      expect(isRefusal(view)).toBe(!mayReadCase(actor, state, { recused }))
      if (recused) expect(isRefusal(view)).toBe(true)
    }
    const parts = dossierParts(state).map((one) => documentAccess(actor, state, one, { recused: false }))
    if (!mayReadCase(actor, state, { recused: false })) expect(new Set(parts)).toEqual(new Set(['none']))
    if (name === 'applicant')
      for (const entry of file.entries)
        if (caseEntryVisible(actor, state, entry))
          expect(entry.type).not.toMatch(/opinion|finding|condition|listed|item-opened|handlers/)
  }
}

describe('any sequence of orders', () => {
  it('[C-60] leaves a case that the invariants accept', () => {
    const run = fc.record({
      start: fc.nat(5),
      steps: fc.array(
        fc.tuple(
          fc.oneof(
            { weight: 4, arbitrary: fc.constant('secretary') },
            { weight: 2, arbitrary: fc.constantFrom<Who>('handler', 'organization') },
            who,
          ),
          order,
        ),
        { maxLength: 40 },
      ),
    })
    const reached = new Map<string, number>()
    fc.assert(
      fc.property(run, ({ start, steps }) => {
        const file = [
          () => caseFile().registered(),
          () => caseFile().verifying(),
          () => caseFile().consulting(),
          () => caseFile().verifying().opinion('organization'),
          () => caseFile().verifying().opinion('organization').move('in-consultation').listed().opened(),
          () => caseFile().consulting().pinned(),
        ][start]?.()
        if (!file) return
        let previous = file.state
        for (const [actor, one] of steps) {
          const before = file.state
          const entriesBefore = file.entries.length
          const refused = file.attempt(actor, one)
          if (refused) {
            expect(file.state).toBe(before)
            continue
          }
          reached.set(one.type, (reached.get(one.type) ?? 0) + 1)
          const moved = file.state.stage !== before.stage
          if (moved && one.type === 'move')
            expect(
              canonicalProcedure.transitions.some(
                ({ from, to }) => from === before.stage && to === file.state.stage,
              ),
            ).toBe(true)
          if (moved && file.state.stage === 'decided') expect(one.type).toBe('record-decision')
          // Decided for good: nothing reopens the dossier.
          if (before.stage === 'decided')
            expect(['report-duty-done', 'record-decision', 'link-case', 'put-off-item']).toContain(one.type)
          expect(file.state.seq).toBe(file.entries.length)
          expect(file.entries.length).toBeGreaterThanOrEqual(entriesBefore)
          accept(file.state)
          previous = file.state
        }
        acceptSight(previous, file)
        expect(caseRow(previous).stage).toBe(previous.stage)
        expect(caseTasks(previous).every((task) => task.subject.startsWith('/cases/case-1'))).toBe(true)
      }),
      { numRuns: 400 },
    )
    // The generator must reach what it is meant to try.
    for (const type of [
      'move',
      'amend',
      'submit-opinion',
      'withdraw-opinion',
      'list',
      'open-item',
      'record-decision',
    ])
      expect([type, (reached.get(type) ?? 0) > 0]).toEqual([type, true])
  })
})
