import { isClosed } from '#domain/cases/inquiries.ts'
import { isApplicant, leadsWork, scopeOf, worksOn, type Grounds } from '#domain/cases/standing.ts'
import type { CaseState } from '#domain/cases/types.ts'
import { holds, type Actor } from '#domain/people/actor.ts'
import { actsFor } from '#domain/people/acts-for.ts'
import { bodyOfOpinion, kindOfExamination } from './parts.ts'

export type DocumentAccess = 'write' | 'read' | 'none'

/**
 * An opinion is its body's alone until submitted; then whoever sees all of the case reads it, the applicant
 * never (REQ-056; D-07, D-08). A recused person reads not even the own body's.
 */
function opinionAccess(actor: Actor, state: CaseState, bodyId: string, grounds: Grounds): DocumentAccess {
  const opinion = state.opinions.find((candidate) => candidate.bodyId === bodyId)
  if (!opinion || scopeOf(actor, state, grounds) !== 'all') return 'none'
  const submitted = opinion.status === 'submitted'
  if (actsFor(actor, bodyId)) return submitted || isClosed(state) ? 'read' : 'write'
  return submitted ? 'read' : 'none'
}

/** Who may write a part of the dossier while it is not submitted. */
export function writesPart(actor: Actor, state: CaseState, part: string): boolean {
  if (kindOfExamination(part)) return leadsWork(actor, state)
  if (part !== 'applicant-statement') return worksOn(actor, state)
  // Without an applicant who has an account, the secretary transcribes the statement given on paper.
  return state.applicantIds.length === 0 ? holds(actor, 'secretary') : isApplicant(actor, state)
}

/**
 * What a person may do with one document of a case; a document is the unit of access (architecture §4).
 * Submitted documents and those of a decided case are read only (D-02, D-03).
 */
export function documentAccess(
  actor: Actor,
  state: CaseState,
  part: string,
  grounds: Grounds,
): DocumentAccess {
  const bodyId = bodyOfOpinion(part)
  if (bodyId !== null) return opinionAccess(actor, state, bodyId, grounds)
  const scope = scopeOf(actor, state, grounds)
  if (scope === 'none' || scope === 'duty') return 'none'
  if (scope === 'applicant' && part !== 'applicant-statement') return 'none'
  const document = state.documents.find((candidate) => candidate.part === part)
  if (!document) return 'none'
  const open = document.status !== 'submitted' && !isClosed(state)
  return open && writesPart(actor, state, part) ? 'write' : 'read'
}
