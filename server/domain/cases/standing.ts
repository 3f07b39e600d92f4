import { holds, type Actor } from '#domain/people/actor.ts'
import { actsFor, bodyActedFor } from '#domain/people/acts-for.ts'
import type { Mover } from '#domain/procedures/template.ts'
import { decisionsInForce } from './inquiries.ts'
import type { CaseState } from './types.ts'

/** What the case's own record does not hold but access depends on. */
export interface Grounds {
  /** A recusal of this person for this case is in force and its item has not ended (X rules). */
  readonly recused: boolean
  /** Member due or attendee of a meeting, not cancelled, with this case on its agenda. */
  readonly viaMeeting?: boolean
}

export function isApplicant(actor: Actor, state: CaseState): boolean {
  return state.applicantIds.includes(actor.personId)
}

export function isHandler(actor: Actor, state: CaseState): boolean {
  return state.handlerIds.includes(actor.personId)
}

/** The participating body the person speaks for, or null. */
export function participatingBody(actor: Actor, state: CaseState): string | null {
  return bodyActedFor(actor, state.bodyIds)
}

/**
 * Whether the person works on the dossier: secretary, handler, or of a participating body. An applicant never
 * does, whatever roles he holds: nobody handles his own case (F-18, C-31).
 */
export function worksOn(actor: Actor, state: CaseState): boolean {
  if (isApplicant(actor, state)) return false
  return leadsWork(actor, state) || participatingBody(actor, state) !== null
}

/** Who takes the procedural steps in a dossier: the secretary and the handlers. */
export function leadsWork(actor: Actor, state: CaseState): boolean {
  if (isApplicant(actor, state)) return false
  return holds(actor, 'secretary') || isHandler(actor, state)
}

/** In what capacities the person may move the case on. */
export function moversOf(actor: Actor, state: CaseState): readonly Mover[] {
  if (isApplicant(actor, state)) return []
  const movers: Mover[] = []
  if (holds(actor, 'secretary')) movers.push('secretary')
  if (isHandler(actor, state)) movers.push('handler')
  if (holds(actor, 'leader')) movers.push('leader')
  return movers
}

export function ownsDuty(actor: Actor, state: CaseState): boolean {
  return decisionsInForce(state.decisions).some((decision) =>
    decision.duties.some((duty) => actsFor(actor, duty.ownerBodyId)),
  )
}

/**
 * How much of a case a person sees: `all`; `applicant`, the person concerned: the page, his own statement,
 * the evidence list and the decisions; `duty`, the body that owes a correction: what was decided; `none`.
 * Administrators see nothing by office (REQ-247; P-06).
 */
export type Scope = 'all' | 'applicant' | 'duty' | 'none'

export function scopeOf(actor: Actor, state: CaseState, grounds: Grounds): Scope {
  if (state.seq === 0 || grounds.recused) return 'none'
  if (isApplicant(actor, state)) return 'applicant'
  if (worksOn(actor, state) || holds(actor, 'leader') || grounds.viaMeeting === true) return 'all'
  return ownsDuty(actor, state) ? 'duty' : 'none'
}
