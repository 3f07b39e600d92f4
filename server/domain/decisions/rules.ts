import { monthsAfter } from '#domain/calendar/dates.ts'
import type { WorkingCalendar } from '#domain/calendar/types.ts'
import { nextWorkingDay } from '#domain/calendar/working-days.ts'
import type { CorrectionDuty } from '#domain/cases/types.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
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

/** The corresponding day three months later, before it is moved for a day off (F-132). */
export function shelvingMonths(decidedOn: string): string {
  return monthsAfter(decidedOn, LONGEST_SHELVING_MONTHS)
}

/**
 * The last day a decision of this date may be shelved until: three months, ending on a working day (REQ-111, F-132;
 * K-05). Refusal: calendar/year-missing.
 */
export function latestShelving(decidedOn: string, calendar: WorkingCalendar): string | Refusal {
  return nextWorkingDay(shelvingMonths(decidedOn), calendar)
}

/** Whether the day is one to shelve until. The calendar is asked only past the three months: most need none. */
function refusalOfShelving(
  until: string | null,
  decidedOn: string,
  calendar: WorkingCalendar,
): Refusal | null {
  if (until === null || until <= decidedOn) return refuse('minutes/decision-incomplete')
  if (until <= shelvingMonths(decidedOn)) return null
  const latest = latestShelving(decidedOn, calendar)
  if (isRefusal(latest)) return latest
  return until > latest ? refuse('minutes/decision-incomplete') : null
}

/**
 * Whether the terms complete the outcome. `decidedOn` is the calendar date of the vote.
 * Refusals: minutes/measure-required, minutes/decision-incomplete, calendar/year-missing.
 */
export function refusalOfTerms(
  terms: DecisionTerms,
  decidedOn: string,
  calendar: WorkingCalendar,
): Refusal | null {
  if (needsMeasure(terms.outcome) && terms.measure === null) return refuse('minutes/measure-required')
  // 「其他」 alone names nothing.
  if (needsMeasure(terms.outcome) && terms.measure === 'other' && terms.measureText.trim() === '')
    return refuse('minutes/measure-required')
  if (terms.outcome === 'SHELVED') {
    const refusal = refusalOfShelving(terms.shelvedUntil, decidedOn, calendar)
    if (refusal) return refusal
  }
  const ids = new Set(terms.duties.map((duty) => duty.id))
  const dutiesStand =
    ids.size === terms.duties.length && terms.duties.every((duty) => duty.dueOn >= decidedOn)
  return dutiesStand ? null : refuse('minutes/decision-incomplete')
}
