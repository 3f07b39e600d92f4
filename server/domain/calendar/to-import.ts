import { yearOf } from './dates.ts'
import type { WorkingCalendar } from './types.ts'

/** The State Council tells the next year's days off about November (F-130). */
const TOLD_IN_MONTH = 11

export interface YearToImport {
  readonly year: number
  /** Civil dates: from when its notice is there, and until when it is wanted. */
  readonly since: string
  readonly dueOn: string
}

/** The years whose working days are wanted and not known: this one, and from November on the next (H-181); `today` is a civil date. */
export function yearsToImport(today: string, calendar: WorkingCalendar): readonly YearToImport[] {
  const year = yearOf(today)
  const told = Number(today.slice(5, 7)) >= TOLD_IN_MONTH
  return [year, ...(told ? [year + 1] : [])]
    .filter((wanted) => !calendar[wanted])
    .map((wanted) => ({
      year: wanted,
      since: `${wanted - 1}-${TOLD_IN_MONTH}-01`,
      dueOn: `${wanted - 1}-12-31`,
    }))
}
