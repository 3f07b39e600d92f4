import type { Stage } from '#domain/cases/types.ts'
import type { Outcome } from './outcome.ts'

/**
 * Outcomes that send a case elsewhere, the step furthest back in the procedure first: what comes later is
 * done over after it, so it must wait for it.
 */
const ELSEWHERE: readonly (readonly [Outcome, Stage])[] = [
  ['RETURNED', 'returned'],
  ['TO_HEARING', 'to-hearing'],
  ['SHELVED', 'shelved'],
]

/** An outcome that settles a subject for good; the others bring it back to a meeting. */
export function settles(outcome: Outcome): boolean {
  return !ELSEWHERE.some(([elsewhere]) => elsewhere === outcome)
}

/**
 * Where a case stands after its subjects' outcomes in force: back or aside for the subject furthest from a
 * decision, decided once every subject is settled, and still in consultation while `undecided` subjects wait
 * for another meeting (REQ-090, C-41).
 */
export function stageAfter(decisions: readonly { readonly outcome: Outcome }[], undecided = 0): Stage {
  const elsewhere = ELSEWHERE.find(([outcome]) => decisions.some((decision) => decision.outcome === outcome))
  if (elsewhere) return elsewhere[1]
  return undecided > 0 || decisions.length === 0 ? 'in-consultation' : 'decided'
}
