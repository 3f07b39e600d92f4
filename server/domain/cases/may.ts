import { holds, type Actor } from '#domain/people/actor.ts'
import { actsFor } from '#domain/people/acts-for.ts'
import type { Recorded } from '#domain/record/entry.ts'
import { knowsOf } from './evidence-knowers.ts'
import type { CaseHappening } from './happenings.ts'
import { isClosed } from './inquiries.ts'
import { isApplicant, ownsDuty, scopeOf, worksOn, type Grounds } from './standing.ts'
import type { CaseState } from './types.ts'

export { documentAccess } from '#domain/dossiers/access.ts'
export { dossierParts } from '#domain/dossiers/parts.ts'

/** Secretaries register (C-01). */
export function mayRegisterCase(actor: Actor): boolean {
  return holds(actor, 'secretary')
}

/** By role, without a look at the single case: who sees the whole ledger (P-07). */
export function maySeeAllCases(actor: Actor): boolean {
  return holds(actor, 'secretary') || holds(actor, 'leader')
}

/** Whether the page of the case opens at all; how much it shows is `caseViewFor`'s. */
export function mayReadCase(actor: Actor, state: CaseState, grounds: Grounds): boolean {
  return scopeOf(actor, state, grounds) !== 'none'
}

/** Applicants add evidence too (REQ-013); nobody adds to a decided case. */
export function mayAddEvidence(actor: Actor, state: CaseState, grounds: Grounds): boolean {
  if (grounds.recused || isClosed(state)) return false
  return isApplicant(actor, state) || worksOn(actor, state)
}

/**
 * Whoever sees all of the case opens the evidence he knows of; an applicant opens what he handed in himself (D-20). Without
 * a piece: whether he opens any but his own.
 */
export function mayOpenEvidence(
  actor: Actor,
  state: CaseState,
  grounds: Grounds,
  evidenceId?: string,
): boolean {
  const scope = scopeOf(actor, state, grounds)
  const piece = state.evidence.find((candidate) => candidate.id === evidenceId)
  if (scope !== 'applicant') return scope === 'all' && (!piece || knowsOf(actor, state, piece))
  return piece !== undefined && piece.addedBy === actor.personId
}

const SHOWN_TO_APPLICANTS: ReadonlySet<CaseHappening['type']> = new Set([
  'case/registered',
  'case/amended',
  'case/moved',
  'case/decision-recorded',
  'case/duty-reported',
])

function opinionEntryVisible(
  actor: Actor,
  state: CaseState,
  payload: { readonly bodyId: string; readonly versionId: string },
): boolean {
  if (actsFor(actor, payload.bodyId)) return true
  const opinion = state.opinions.find((candidate) => candidate.bodyId === payload.bodyId)
  // A withdrawn opinion is sealed again: its entry tells the stands, so it goes out of sight with it.
  return opinion?.status === 'submitted' && opinion.versionId === payload.versionId
}

function documentEntryVisible(part: string, applicant: boolean): boolean {
  return !applicant || part === 'applicant-statement'
}

/** A party is told of his own request and its answer. */
function asked(actor: Actor, state: CaseState, requestId: string): boolean {
  const requests = state.hearingRight?.requests ?? []
  return requests.some(({ id, by }) => id === requestId && by === actor.personId)
}

/**
 * What was done with a piece is told to who knows of it; how it is described and marked, to the party of his own pieces
 * alone.
 */
function evidenceEntryVisible(
  actor: Actor,
  state: CaseState,
  evidenceId: string,
  applicantSees: 'all' | 'own',
): boolean {
  const piece = state.evidence.find(({ id }) => id === evidenceId)
  if (!piece || !knowsOf(actor, state, piece)) return false
  return applicantSees === 'all' || !isApplicant(actor, state) || piece.addedBy === actor.personId
}

/**
 * Whether somebody who may read the case (ask `mayReadCase` first) may see one of its entries. What is
 * visible is visible whole, so an entry that tells more than the viewer may know is left out (D-09, D-12).
 */
export function caseEntryVisible(actor: Actor, state: CaseState, entry: Recorded<CaseHappening>): boolean {
  const applicant = isApplicant(actor, state)
  const seesAll =
    !applicant && (scopeOf(actor, state, { recused: false }) === 'all' || !ownsDuty(actor, state))
  switch (entry.type) {
    case 'case/document-submitted':
    case 'case/document-reopened':
      return (seesAll || applicant) && documentEntryVisible(entry.payload.part, applicant)
    case 'case/evidence-added':
      return (seesAll || applicant) && evidenceEntryVisible(actor, state, entry.payload.id, 'all')
    case 'case/evidence-withdrawn':
      return (seesAll || applicant) && evidenceEntryVisible(actor, state, entry.payload.evidenceId, 'all')
    case 'case/evidence-described':
    case 'case/evidence-marked':
    case 'case/evidence-mark-withdrawn':
      return (seesAll || applicant) && evidenceEntryVisible(actor, state, entry.payload.evidenceId, 'own')
    case 'case/opinion-submitted':
      return seesAll && opinionEntryVisible(actor, state, entry.payload)
    case 'case/hearing-right-told':
      return seesAll || applicant
    case 'case/hearing-asked':
    case 'case/hearing-request-granted':
    case 'case/hearing-request-refused': {
      const { requestId } = entry.payload
      return seesAll || (applicant && asked(actor, state, requestId))
    }
    case 'case/decision-recorded':
    case 'case/duty-reported':
      // The body that owes a correction sees the decision on the case's page, cut to what concerns it.
      return seesAll || applicant
    default:
      return seesAll || (applicant && SHOWN_TO_APPLICANTS.has(entry.type))
  }
}
