import { canonicalProcedure } from '#domain/procedures/canonical.ts'
import { isFinal, transitionBetween } from '#domain/procedures/template.ts'
import type {
  CaseHearing,
  CaseState,
  CorrectionDuty,
  Decision,
  HearingMajority,
  HearingRequest,
  Listing,
} from './types.ts'

/** Decided for good: the dossier is closed. */
export function isClosed(state: CaseState): boolean {
  return isFinal(canonicalProcedure, state.stage)
}

/** Where opinions are written and submitted. */
export function isBeingConsulted(state: CaseState): boolean {
  return state.stage === 'in-verification' || state.stage === 'in-consultation'
}

/** A meeting that has taken the case up and whose decision has not come back (D-05, D-11). */
export function openListing(state: CaseState): Listing | null {
  return state.meetings.find((listing) => listing.opened && !listing.ended) ?? null
}

/** On the agenda of a meeting that has not ended for this case. */
export function standingListing(state: CaseState): Listing | null {
  return state.meetings.find((listing) => !listing.ended) ?? null
}

/** A hearing whose report is still to come. */
export function runningHearing(state: Pick<CaseState, 'hearings'>): CaseHearing | null {
  return state.hearings.find((hearing) => !hearing.ended && hearing.report === null) ?? null
}

/** From the acceptance to the decision: a hearing may be ordered, or the facts found out in another way (C-70). */
export function mayComeToHearing({ stage }: Pick<CaseState, 'stage'>): boolean {
  const way = transitionBetween(canonicalProcedure, stage, 'to-hearing')
  return stage === 'to-hearing' || (way?.by.includes('hearing') ?? false)
}

/** Requests for a hearing that nobody has answered. */
export function openRequests({ hearingRight }: Pick<CaseState, 'hearingRight'>): readonly HearingRequest[] {
  return hearingRight?.requests.filter(({ answer }) => answer === null) ?? []
}

/** What most members of the last hearing that reported hold: what a decision answers (REQ-081). */
export function heardMajority(state: Pick<CaseState, 'hearings'>): HearingMajority | null {
  return state.hearings.findLast((hearing) => hearing.report !== null)?.report?.majority ?? null
}

/** Per subject the newest decision: what is in force. */
export function decisionsInForce(decisions: readonly Decision[]): readonly Decision[] {
  const newest = new Map(decisions.map((decision) => [decision.subjectId, decision]))
  return [...newest.values()]
}

/** Correction duties of the decisions in force that nobody has reported done. */
export function openDuties(state: CaseState): readonly CorrectionDuty[] {
  return decisionsInForce(state.decisions)
    .flatMap((decision) => decision.duties)
    .filter((duty) => !state.dutiesDone.some((done) => done.dutyId === duty.id))
}
