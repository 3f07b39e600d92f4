import { isClosed } from '#domain/cases/inquiries.ts'
import { isApplicant, leadsWork, worksOn, type Grounds } from '#domain/cases/standing.ts'
import type { CaseState } from '#domain/cases/types.ts'
import { documentAccess } from '#domain/dossiers/access.ts'
import { bodyOfOpinion } from '#domain/dossiers/parts.ts'
import { holds, type Actor } from '#domain/people/actor.ts'
import { actsFor } from '#domain/people/acts-for.ts'
import type { Seat } from './happenings.ts'

/**
 * Where somebody stands towards the remarks on a document of a case; null: he does not read the document, and so no
 * remark on it either (D-40). Whoever works on the case, leads, or told the statement himself remarks; whoever reads
 * because of a meeting reads only (P-08).
 */
export function remarkSeat(actor: Actor, state: CaseState, part: string, grounds: Grounds): Seat | null {
  const access = documentAccess(actor, state, part, grounds)
  if (access === 'none') return null
  const bodyId = bodyOfOpinion(part)
  const opinion = state.opinions.find((candidate) => candidate.bodyId === bodyId)
  const speaks = worksOn(actor, state) || isApplicant(actor, state) || holds(actor, 'leader')
  const silenced = isClosed(state) ? 'case/closed' : speaks ? null : 'access/denied'
  const status = (opinion ?? state.documents.find((candidate) => candidate.part === part))?.status
  return {
    name: actor.name,
    bodyId: actor.bodyId,
    silenced,
    // What was submitted stands in the record with its hash: it is opened again first (D-51).
    unsuggesting: silenced ?? (status === 'submitted' ? 'document/frozen' : null),
    settles: access === 'write' || leadsWork(actor, state),
    writes: access === 'write',
    sealed: opinion?.status === 'draft',
    own: bodyId === null || actsFor(actor, bodyId),
    title: `${state.number} ${state.title}`,
  }
}
