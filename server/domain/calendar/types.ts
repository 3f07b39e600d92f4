/** Days (YYYY-MM-DD, civil dates in the jurisdiction, never moments) and the holiday each belongs to; '' unnamed. */
export type NamedDays = Readonly<Record<string, string>>

/**
 * What a year's notice (节假日安排, F-130) says: days off, and weekend days that are worked instead. Other days are
 * as the week is. Days off that fall on a weekend stand in the notice too.
 */
export interface CalendarYear {
  readonly year: number
  readonly daysOff: NamedDays
  readonly workingWeekends: NamedDays
}

/** The years that are known. One that is missing is not a year without holidays: nothing is computed in it (K-03). */
export type WorkingCalendar = Readonly<Record<number, CalendarYear>>

/** What a day is to who counts working days. */
export type DayKind = 'working' | 'weekend' | 'day-off' | 'working-weekend'

/** One day of a count that is shown; `holiday` is '' where the notice names none. */
export interface CountedDay {
  readonly day: string
  readonly kind: DayKind
  readonly holiday: string
}
