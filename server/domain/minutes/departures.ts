import type { HearingMajority } from '#domain/cases/types.ts'
import type { Outcome } from '#domain/decisions/outcome.ts'
import type { MeetingState } from '#domain/meetings/types.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import { verdictsOf } from './decisions.ts'
import type { Departure, MinutesState } from './types.ts'

/** By case id, what most members of its last hearing hold; cases that were not heard are not in it. */
export type HeardMajorities = Readonly<Record<string, HearingMajority>>

const TOLERATES: ReadonlySet<Outcome> = new Set<Outcome>(['EXEMPT', 'LIGHTER', 'MITIGATED'])

/** An outcome that settles nothing yet departs from nothing. */
export function departsFrom(majority: HearingMajority, outcome: Outcome): boolean {
  if (majority === 'tolerate') return outcome === 'NOT_TOLERATED'
  return majority === 'not-tolerate' && TOLERATES.has(outcome)
}

/** The cases that a meeting decided against the majority of their hearing's members, for any of the subjects (REQ-081). */
export function departingCases(meeting: MeetingState, majorities: HeardMajorities): readonly string[] {
  const against = verdictsOf(meeting).filter(({ item, outcome }) => {
    const majority = majorities[item.caseId]
    return majority !== undefined && departsFrom(majority, outcome)
  })
  return [...new Set(against.map(({ item }) => item.caseId))]
}

export function departureOf(state: MinutesState, caseId: string): Departure | undefined {
  return state.departures.find((one) => one.caseId === caseId)
}

/** Refusal: minutes/departure-reason-missing. */
export function mustBeReasoned(state: MinutesState, departing: readonly string[]): Refusal | null {
  return departing.every((caseId) => departureOf(state, caseId))
    ? null
    : refuse('minutes/departure-reason-missing')
}

/** Refusals: minutes/departure-reason-missing, minutes/departure-consent-missing. */
export function mustBeConsented(state: MinutesState, departing: readonly string[]): Refusal | null {
  const unreasoned = mustBeReasoned(state, departing)
  if (unreasoned) return unreasoned
  return departing.every((caseId) => departureOf(state, caseId)?.consent)
    ? null
    : refuse('minutes/departure-consent-missing')
}
