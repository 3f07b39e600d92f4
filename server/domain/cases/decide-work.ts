import { isCriterion } from '#domain/criteria/sets.ts'
import type { Actor } from '#domain/people/actor.ts'
import { actsFor } from '#domain/people/acts-for.ts'
import type { Context } from '#domain/record/entry.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import { knowsOf } from './evidence-knowers.ts'
import type { CaseHappening, CaseOrder } from './happenings.ts'
import { decisionsInForce, isClosed } from './inquiries.ts'
import { participatingBody, worksOn } from './standing.ts'
import type { CaseState } from './types.ts'

type Order<T extends CaseOrder['type']> = Extract<CaseOrder, { type: T }>
type Answer = readonly CaseHappening[] | Refusal

/** Every piece a finding leans on must stand in the case and be known to who leans on it (REQ-186, E-05). */
function evidenceStands(actor: Actor, state: CaseState, evidenceIds: readonly string[]): boolean {
  return evidenceIds.every((evidenceId) =>
    state.evidence.some(
      (piece) => piece.id === evidenceId && piece.withdrawn === null && knowsOf(actor, state, piece),
    ),
  )
}

/** The marks that a finding leans on stand on pieces that it leans on (E-26). */
function marksStand(state: CaseState, evidenceIds: readonly string[], markIds: readonly string[]): boolean {
  const marks = state.evidence.filter(({ id }) => evidenceIds.includes(id)).flatMap((piece) => piece.marks)
  return markIds.every((markId) => marks.some((mark) => mark.id === markId && mark.withdrawnAt === null))
}

/** Whoever writes a row anew cannot take out of it what he does not know to be in it. */
function withUnseen(
  actor: Actor,
  state: CaseState,
  chosen: readonly string[],
  before: readonly string[] = [],
): readonly string[] {
  const unseen = state.evidence.filter((piece) => before.includes(piece.id) && !knowsOf(actor, state, piece))
  return [...chosen, ...unseen.map(({ id }) => id)]
}

/**
 * A department's reasoned finding on one criterion; a later one takes its place, the record keeps both.
 * Refusals: access/denied (speaks for no participating body), case/closed, input/invalid, evidence/unknown,
 * evidence/mark-gone.
 */
export function recordFinding(state: CaseState, order: Order<'record-finding'>, { actor }: Context): Answer {
  const bodyId = worksOn(actor, state) ? participatingBody(actor, state) : null
  if (bodyId === null) return refuse('access/denied')
  if (isClosed(state)) return refuse('case/closed')
  if (!isCriterion(order.criterion)) return refuse('input/invalid')
  if (!evidenceStands(actor, state, order.evidenceIds)) return refuse('evidence/unknown')
  const { criterion, side, reason, markIds: chosen = [] } = order
  if (!marksStand(state, order.evidenceIds, chosen)) return refuse('evidence/mark-gone')
  const before = state.findings.find((one) => one.criterion === criterion && one.bodyId === bodyId)
  const evidenceIds = withUnseen(actor, state, order.evidenceIds, before?.evidenceIds)
  const unseen = state.evidence.filter((piece) => !knowsOf(actor, state, piece)).flatMap(({ marks }) => marks)
  const kept = unseen.flatMap(({ id }) => (before?.markIds?.includes(id) ? [id] : []))
  const markIds = [...chosen, ...kept]
  const payload = { criterion, bodyId, side, reason, evidenceIds, ...(markIds.length > 0 && { markIds }) }
  return [{ type: 'case/finding-recorded', payload }]
}

/**
 * A row of the condition matrix, new without an id. Refusals: access/denied, case/closed, input/invalid
 * (no such row or subject), evidence/unknown.
 */
export function setCondition(state: CaseState, order: Order<'set-condition'>, context: Context): Answer {
  if (!worksOn(context.actor, state)) return refuse('access/denied')
  if (isClosed(state)) return refuse('case/closed')
  const before = state.conditions.find((row) => row.id === order.conditionId)
  const rowKnown = order.conditionId === null || before !== undefined
  const subjectKnown = state.subjects.some((subject) => subject.id === order.subjectId)
  if (!rowKnown || !subjectKnown) return refuse('input/invalid')
  if (!evidenceStands(context.actor, state, order.evidenceIds)) return refuse('evidence/unknown')
  const { subjectId, text, met } = order
  const evidenceIds = withUnseen(context.actor, state, order.evidenceIds, before?.evidenceIds)
  const id = order.conditionId ?? context.newId()
  return [{ type: 'case/condition-set', payload: { id, subjectId, text, met, evidenceIds } }]
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
