import type { Actor } from '#domain/people/actor.ts'
import type { Context } from '#domain/record/entry.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import { isDescribed, type EvidencePiece } from './evidence-types.ts'
import type { CaseHappening, CaseOrder } from './happenings.ts'
import { isClosed } from './inquiries.ts'
import { mayAddEvidence } from './may.ts'
import { leadsWork } from './standing.ts'
import type { CaseState } from './types.ts'

type Order<T extends CaseOrder['type']> = Extract<CaseOrder, { type: T }>
type Answer = readonly CaseHappening[] | Refusal

/** Refusals: access/denied, case/closed, record/conflict (the id is taken). */
export function addEvidence(state: CaseState, order: Order<'add-evidence'>, { actor }: Context): Answer {
  if (isClosed(state)) return refuse('case/closed')
  if (!mayAddEvidence(actor, state, { recused: false })) return refuse('access/denied')
  if (state.evidence.some((piece) => piece.id === order.piece.id)) return refuse('record/conflict')
  const { piece, register } = order
  const added: CaseHappening = { type: 'case/evidence-added', payload: piece }
  if (!register || !isDescribed(register)) return [added]
  const { id: evidenceId, title } = piece
  // Apart from the piece: the party is told what was handed in, not by whom it was found and what it is to prove.
  return [added, { type: 'case/evidence-described', payload: { evidenceId, title, register, reason: null } }]
}

/** A piece in the hands of whoever handed it in, the secretary or a handler, and nobody else. */
function inHand(actor: Actor, state: CaseState, evidenceId: string): EvidencePiece | Refusal {
  const piece = state.evidence.find((candidate) => candidate.id === evidenceId)
  const own = piece?.addedBy === actor.personId && mayAddEvidence(actor, state, { recused: false })
  if (!own && !leadsWork(actor, state)) return refuse('access/denied')
  if (!piece) return refuse('evidence/unknown')
  if (isClosed(state)) return refuse('case/closed')
  return piece.withdrawn === null ? piece : refuse('evidence/already-withdrawn')
}

/**
 * Describes a piece in the register anew; how it was described before stays with it, with the reason.
 * Refusals: evidence/unknown, access/denied, case/closed, evidence/already-withdrawn.
 */
export function describeEvidence(
  state: CaseState,
  order: Order<'describe-evidence'>,
  { actor }: Context,
): Answer {
  const piece = inHand(actor, state, order.evidenceId)
  if (isRefusal(piece)) return piece
  const { evidenceId, title, register, reason } = order
  return [{ type: 'case/evidence-described', payload: { evidenceId, title, register, reason } }]
}

/**
 * Takes a piece back, or puts another in its place; it stays in the register with the reason.
 * Refusals: as of `describeEvidence`; evidence/unknown also where no such other piece stands.
 */
export function withdrawEvidence(
  state: CaseState,
  order: Order<'withdraw-evidence'>,
  { actor }: Context,
): Answer {
  const piece = inHand(actor, state, order.evidenceId)
  if (isRefusal(piece)) return piece
  const { evidenceId, replacedBy, reason } = order
  if (replacedBy === undefined) return [{ type: 'case/evidence-withdrawn', payload: { evidenceId, reason } }]
  const other = replacedBy === evidenceId ? refuse('evidence/unknown') : inHand(actor, state, replacedBy)
  if (isRefusal(other)) return refuse('evidence/unknown')
  return [{ type: 'case/evidence-withdrawn', payload: { evidenceId, reason, replacedBy } }]
}
