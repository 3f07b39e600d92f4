import { createRequire } from 'node:module'
import { yearOf } from '#domain/calendar/dates.ts'
import type { CalendarYear, WorkingCalendar } from '#domain/calendar/types.ts'

/** Names of days as `chinese-days` has them: English, Chinese, statutory days. */
type Named = Readonly<Record<string, string>>
interface Data {
  readonly holidays: Named
  readonly workdays: Named
}

/** Whose notices were compared day by day with F-131 (calendar.test.ts); earlier years nobody counts in. */
const FIRST_YEAR = 2025

// The data alone: the package's functions read dates in the machine's time zone, and guess a year they do not know.
const inPackage = createRequire(import.meta.url)
const { holidays, workdays } = inPackage('chinese-days/dist/chinese-days.json') as Data
const { version } = inPackage('chinese-days/package.json') as { readonly version: string }

function ofYear(days: Named, year: number): Readonly<Record<string, string>> {
  const own = Object.entries(days).filter(([day]) => yearOf(day) === year)
  return Object.fromEntries(own.map(([day, names]) => [day, names.split(',')[1] ?? '']))
}

const years = [...new Set(Object.keys(holidays).map(yearOf))].filter((year) => year >= FIRST_YEAR)

/** The years that come with this release; one that was imported stands before them. */
export const SHIPPED_YEARS: WorkingCalendar = Object.fromEntries(
  years.map((year): [number, CalendarYear] => [
    year,
    { year, daysOff: ofYear(holidays, year), workingWeekends: ofYear(workdays, year) },
  ]),
)

/** What the years that come with this release are taken from. */
export const SHIPPED_FROM = `chinese-days ${version}`
