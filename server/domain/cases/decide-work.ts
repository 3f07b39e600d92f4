import { isCriterion } from '#domain/criteria/sets.ts'
import { actsFor } from '#domain/people/acts-for.ts'
import type { Context } from '#domain/record/entry.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import type { CaseHappening, CaseOrder } from './happenings.ts'
import { decisionsInForce, isClosed } from './inquiries.ts'
import { mayAddEvidence } from './may.ts'
import { leadsWork, participatingBody, worksOn } from './standing.ts'
import type { CaseState } from './types.ts'

type Order<T extends CaseOrder['type']> = Extract<CaseOrder, { type: T }>
type Answer = readonly CaseHappening[] | Refusal

/** Every piece a finding leans on must stand in the case (REQ-186). */
function evidenceStands(state: CaseState, evidenceIds: readonly string[]): boolean {
  return evidenceIds.every((evidenceId) =>
    state.evidence.some((piece) => piece.id === evidenceId && piece.withdrawn === null),
  )
}

/**
 * A department's reasoned finding on one criterion; a later one takes its place, the record keeps both.
 * Refusals: access/denied (speaks for no participating body), case/closed, input/invalid, evidence/unknown.
 */
export function recordFinding(state: CaseState, order: Order<'record-finding'>, { actor }: Context): Answer {
  const bodyId = worksOn(actor, state) ? participatingBody(actor, state) : null
  if (bodyId === null) return refuse('access/denied')
  if (isClosed(state)) return refuse('case/closed')
  if (!isCriterion(order.criterion)) return refuse('input/invalid')
  if (!evidenceStands(state, order.evidenceIds)) return refuse('evidence/unknown')
  const { criterion, side, reason, evidenceIds } = order
  return [{ type: 'case/finding-recorded', payload: { criterion, bodyId, side, reason, evidenceIds } }]
}

/**
 * A row of the condition matrix, new without an id. Refusals: access/denied, case/closed, input/invalid
 * (no such row or subject), evidence/unknown.
 */
export function setCondition(state: CaseState, order: Order<'set-condition'>, context: Context): Answer {
  if (!worksOn(context.actor, state)) return refuse('access/denied')
  if (isClosed(state)) return refuse('case/closed')
  const rowKnown = order.conditionId === null || state.conditions.some((row) => row.id === order.conditionId)
  const subjectKnown = state.subjects.some((subject) => subject.id === order.subjectId)
  if (!rowKnown || !subjectKnown) return refuse('input/invalid')
  if (!evidenceStands(state, order.evidenceIds)) return refuse('evidence/unknown')
  const { subjectId, text, met, evidenceIds } = order
  const id = order.conditionId ?? context.newId()
  return [{ type: 'case/condition-set', payload: { id, subjectId, text, met, evidenceIds } }]
}

/** Refusals: access/denied, case/closed, record/conflict (the id is taken). */
export function addEvidence(state: CaseState, order: Order<'add-evidence'>, { actor }: Context): Answer {
  if (isClosed(state)) return refuse('case/closed')
  if (!mayAddEvidence(actor, state, { recused: false })) return refuse('access/denied')
  if (state.evidence.some((piece) => piece.id === order.piece.id)) return refuse('record/conflict')
  return [{ type: 'case/evidence-added', payload: order.piece }]
}

/**
 * Whoever handed a piece in withdraws it, and the secretary or a handler; it stays in the list with the reason.
 * Refusals: evidence/unknown, access/denied, case/closed, evidence/already-withdrawn.
 */
export function withdrawEvidence(
  state: CaseState,
  order: Order<'withdraw-evidence'>,
  { actor }: Context,
): Answer {
  const piece = state.evidence.find((candidate) => candidate.id === order.evidenceId)
  const own = piece?.addedBy === actor.personId && mayAddEvidence(actor, state, { recused: false })
  if (!own && !leadsWork(actor, state)) return refuse('access/denied')
  if (!piece) return refuse('evidence/unknown')
  if (isClosed(state)) return refuse('case/closed')
  if (piece.withdrawn !== null) return refuse('evidence/already-withdrawn')
  return [
    {
      type: 'case/evidence-withdrawn',
      payload: { evidenceId: order.evidenceId, reason: order.reason },
    },
  ]
}

/**
 * The body that owes a correction reports it done, also after the case is decided.
 * Refusals: access/denied (another body's or no duty in force), case/already-done.
 */
export function reportDutyDone(
  state: CaseState,
  order: Order<'report-duty-done'>,
  { actor }: Context,
): Answer {
  const duty = decisionsInForce(state.decisions)
    .flatMap((decision) => decision.duties)
    .find((candidate) => candidate.id === order.dutyId)
  // The same answer for "no such duty" and "not yours": ids are not to be guessed at.
  if (!duty || !actsFor(actor, duty.ownerBodyId)) return refuse('access/denied')
  if (state.dutiesDone.some((done) => done.dutyId === duty.id)) return refuse('case/already-done')
  return [{ type: 'case/duty-reported', payload: { dutyId: duty.id, note: order.note } }]
}
