/** China keeps one time, eight hours ahead of UTC, without summer time. */
const HOURS_AHEAD = 8

/** The calendar date (YYYY-MM-DD) of a moment (ISO 8601) in the time that official papers are dated by. */
export function calendarDay(moment: string): string {
  return officialTime(moment).toISOString().slice(0, 10)
}

/** The moment moved so that its UTC fields are the fields of the official clock. */
export function officialTime(moment: string): Date {
  return new Date(Date.parse(moment) + HOURS_AHEAD * 3_600_000)
}

/** The moment (ISO 8601 in UTC; '' where it is none) of a day and a time of the official clock: `2026-03-20`, `09:00`. */
export function momentOf(day: string, time: string): string {
  const moment = new Date(`${day}T${time}:00+0${HOURS_AHEAD}:00`)
  return Number.isNaN(moment.getTime()) ? '' : moment.toISOString()
}

/**
 * The corresponding day some calendar months later, or the last day of that month where it has none
 * (Civil Code arts. 201-203, F-132): 30 November and three months give 28 or 29 February.
 */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  const target = new Date(
    Date.UTC(
      lastOfMonth.getUTCFullYear(),
      lastOfMonth.getUTCMonth(),
      Math.min(date, lastOfMonth.getUTCDate()),
    ),
  )
  return target.toISOString().slice(0, 10)
}

/** The day some days later, or earlier where `days` is negative. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}

/** 0 is Sunday, 6 Saturday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

export function isWeekend(day: string): boolean {
  return weekdayOf(day) % 6 === 0
}

/** Every day of a year, in order. */
export function daysOf(year: number): readonly string[] {
  const days: string[] = []
  for (let day = `${year}-01-01`; yearOf(day) === year; day = daysAfter(day, 1)) days.push(day)
  return days
}
