import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import { daysAfter, isWeekend, yearOf } from './dates.ts'
import type { CalendarYear, CountedDay, DayKind, WorkingCalendar } from './types.ts'

/** What the year's notice makes of one of its days. */
export function kindOf(day: string, { daysOff, workingWeekends }: CalendarYear): DayKind {
  if (workingWeekends[day] !== undefined) return 'working-weekend'
  if (daysOff[day] !== undefined) return 'day-off'
  return isWeekend(day) ? 'weekend' : 'working'
}

/** Whether a day is worked (K-01). Refusal: calendar/year-missing, with the year. */
export function isWorkingDay(day: string, calendar: WorkingCalendar): boolean | Refusal {
  const year = calendar[yearOf(day)]
  if (!year) return refuse('calendar/year-missing', { year: yearOf(day) })
  const kind = kindOf(day, year)
  return kind === 'working' || kind === 'working-weekend'
}

/** From a day that is not counted, `count` working days on (`step` 1) or back (-1). Ends where a year is missing. */
function walk(from: string, count: number, step: 1 | -1, calendar: WorkingCalendar): string | Refusal {
  let day = from
  for (let left = count; left > 0;) {
    day = daysAfter(day, step)
    const working = isWorkingDay(day, calendar)
    if (isRefusal(working)) return working
    if (working) left -= 1
  }
  return day
}

/**
 * The last day of a period of `count` working days. The day it begins on is not counted (Civil Code art. 201, F-132;
 * K-04); no days end on the day itself. Refusal: calendar/year-missing.
 */
export function addWorkingDays(from: string, count: number, calendar: WorkingCalendar): string | Refusal {
  return walk(from, count, 1, calendar)
}

/**
 * The latest day on which something must be done `count` working days before a day, that day not counted: the seven
 * of a hearing's notice (F-31, B10; K-04). Refusal: calendar/year-missing.
 */
export function workingDaysBefore(day: string, count: number, calendar: WorkingCalendar): string | Refusal {
  return walk(day, count, -1, calendar)
}

/**
 * The days that `workingDaysBefore` walks over, nearest first, so that a page can show how it counted; the last is its
 * answer. Refusal: calendar/year-missing.
 */
export function daysCountedBefore(
  day: string,
  count: number,
  calendar: WorkingCalendar,
): readonly CountedDay[] | Refusal {
  const days: CountedDay[] = []
  const last = workingDaysBefore(day, count, calendar)
  if (isRefusal(last)) return last
  for (let before = daysAfter(day, -1); before >= last; before = daysAfter(before, -1)) {
    const year = calendar[yearOf(before)]
    if (!year) return refuse('calendar/year-missing', { year: yearOf(before) })
    const holiday = year.daysOff[before] ?? year.workingWeekends[before] ?? ''
    days.push({ day: before, kind: kindOf(before, year), holiday })
  }
  return days
}

/**
 * Working days after one day and up to another, that one included: what is left of a period. Negative where the
 * second is the earlier. Refusal: calendar/year-missing.
 */
export function workingDaysBetween(from: string, until: string, calendar: WorkingCalendar): number | Refusal {
  if (until < from) {
    const back = workingDaysBetween(until, from, calendar)
    return isRefusal(back) ? back : 0 - back
  }
  let count = 0
  for (let day = from; day < until;) {
    day = daysAfter(day, 1)
    const working = isWorkingDay(day, calendar)
    if (isRefusal(working)) return working
    if (working) count += 1
  }
  return count
}

/**
 * The day itself where it is worked, else the next that is: where a period ends whose last day is a day off
 * (Civil Code art. 203, F-132; K-05). Refusal: calendar/year-missing.
 */
export function nextWorkingDay(day: string, calendar: WorkingCalendar): string | Refusal {
  const working = isWorkingDay(day, calendar)
  if (isRefusal(working)) return working
  return working ? day : walk(day, 1, 1, calendar)
}
