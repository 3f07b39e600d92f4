/** The calendar date (YYYY-MM-DD) of a moment in a time zone: years of numbers and dates are counted in it. */
export function calendarDateIn(moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(moment)
}

export function yearIn(moment: Date, timeZone: string): number {
  return Number(calendarDateIn(moment, timeZone).slice(0, 4))
}
