import type { CorrectionDuty } from '#domain/cases/types.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import { monthsAfter } from './calendar.ts'
import type { Measure, Outcome } from './outcome.ts'

/** Yudu's measure: a decision may be shelved for three months at most (row 0-24, REQ-111). */
export const LONGEST_SHELVING_MONTHS = 3

/** What is said of one subject beyond the outcome that was voted. */
export interface DecisionTerms {
  readonly outcome: Outcome
  readonly measure: Measure | null
  readonly measureText: string
  /** YYYY-MM-DD */
  readonly shelvedUntil: string | null
  readonly duties: readonly Pick<CorrectionDuty, 'id' | 'dueOn'>[]
}

/** A lighter or mitigated outcome leaves a measure in force, which must be named (REQ-091, N-10). */
export function needsMeasure(outcome: Outcome): boolean {
  return outcome === 'LIGHTER' || outcome === 'MITIGATED'
}

/** The last day a decision of this date may be shelved until (F-132). */
export function latestShelving(decidedOn: string): string {
  return monthsAfter(decidedOn, LONGEST_SHELVING_MONTHS)
}

/**
 * Whether the terms complete the outcome. `decidedOn` is the calendar date of the vote.
 * Refusals: minutes/measure-required, minutes/decision-incomplete.
 */
export function refusalOfTerms(terms: DecisionTerms, decidedOn: string): Refusal | null {
  if (needsMeasure(terms.outcome) && terms.measure === null) return refuse('minutes/measure-required')
  // 「其他」 alone names nothing.
  if (needsMeasure(terms.outcome) && terms.measure === 'other' && terms.measureText.trim() === '')
    return refuse('minutes/measure-required')
  if (terms.outcome === 'SHELVED') {
    const until = terms.shelvedUntil
    if (until === null || until <= decidedOn || until > latestShelving(decidedOn))
      return refuse('minutes/decision-incomplete')
  }
  const ids = new Set(terms.duties.map((duty) => duty.id))
  const dutiesStand =
    ids.size === terms.duties.length && terms.duties.every((duty) => duty.dueOn >= decidedOn)
  return dutiesStand ? null : refuse('minutes/decision-incomplete')
}
