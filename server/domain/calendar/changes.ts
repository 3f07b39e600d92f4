import { daysOf } from './dates.ts'
import type { CalendarYear, DayKind } from './types.ts'
import { kindOf } from './working-days.ts'

export interface DayChange {
  readonly day: string
  readonly from: DayKind
  readonly to: DayKind
}

/** The plain week: what a year is before its notice is known. For showing what an import adds, never for counting. */
export const plainYear = (year: number): CalendarYear => ({ year, daysOff: {}, workingWeekends: {} })

const isWorked = (kind: DayKind) => kind === 'working' || kind === 'working-weekend'

/** Days that are worked after and were not before, or the other way round: what deadlines notice. */
export function changesBetween(before: CalendarYear, after: CalendarYear): readonly DayChange[] {
  return daysOf(after.year)
    .map((day) => ({ day, from: kindOf(day, before), to: kindOf(day, after) }))
    .filter(({ from, to }) => isWorked(from) !== isWorked(to))
}
