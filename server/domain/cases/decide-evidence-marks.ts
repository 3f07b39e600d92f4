import { holds, type Actor } from '#domain/people/actor.ts'
import type { Context } from '#domain/record/entry.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import { knowsOf } from './evidence-knowers.ts'
import type { EvidencePiece } from './evidence-types.ts'
import type { CaseHappening, CaseOrder } from './happenings.ts'
import { isClosed } from './inquiries.ts'
import { MOST_MARKS, takesMark } from './mark-places.ts'
import { mayOpenEvidence } from './may.ts'
import { isApplicant, worksOn } from './standing.ts'
import type { CaseState } from './types.ts'

type Order<T extends CaseOrder['type']> = Extract<CaseOrder, { type: T }>
type Answer = readonly CaseHappening[] | Refusal

/** A piece that this person opens and speaks about: as with remarks, who reads because of a meeting only reads (P-08). */
function spokenOf(actor: Actor, state: CaseState, evidenceId: string): EvidencePiece | Refusal {
  const found = state.evidence.find(({ id }) => id === evidenceId)
  // One that he may not know of is answered like one that is not there.
  const piece = found && knowsOf(actor, state, found) ? found : undefined
  const speaks = worksOn(actor, state) || isApplicant(actor, state) || holds(actor, 'leader')
  if (!speaks || !mayOpenEvidence(actor, state, { recused: false }, piece?.id)) return refuse('access/denied')
  if (!piece) return refuse('evidence/unknown')
  return isClosed(state) ? refuse('case/closed') : piece
}

/**
 * Marks a place of a piece with a note. Refusals: access/denied, evidence/unknown, case/closed, evidence/already-withdrawn,
 * input/invalid (a page of a recording, a moment of a paper), evidence/too-many-marks.
 */
export function markEvidence(
  state: CaseState,
  order: Order<'mark-evidence'>,
  { actor, newId }: Context,
): Answer {
  const piece = spokenOf(actor, state, order.evidenceId)
  if (isRefusal(piece)) return piece
  if (piece.withdrawn) return refuse('evidence/already-withdrawn')
  const { evidenceId, place, note } = order
  if (!takesMark(piece.mediaType, place)) return refuse('input/invalid')
  if (piece.marks.length >= MOST_MARKS) return refuse('evidence/too-many-marks')
  return [{ type: 'case/evidence-marked', payload: { evidenceId, markId: newId(), place, note } }]
}

/**
 * Its author takes a mark back; it stays with the piece. Refusals: access/denied (another's too), evidence/unknown,
 * case/closed, evidence/mark-gone.
 */
export function withdrawEvidenceMark(
  state: CaseState,
  order: Order<'withdraw-evidence-mark'>,
  { actor }: Context,
): Answer {
  const piece = spokenOf(actor, state, order.evidenceId)
  if (isRefusal(piece)) return piece
  const { evidenceId, markId } = order
  const mark = piece.marks.find(({ id }) => id === markId)
  if (!mark || mark.withdrawnAt !== null) return refuse('evidence/mark-gone')
  if (mark.by !== actor.personId) return refuse('access/denied')
  return [{ type: 'case/evidence-mark-withdrawn', payload: { evidenceId, markId } }]
}
