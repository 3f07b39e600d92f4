/** Making one takes a tenth of a millisecond, and every visitor is asked the date of the day. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatIn(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone)
  if (!format)
    formats.set(timeZone, (format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })))
  return format
}

/** The calendar date (YYYY-MM-DD) of a moment in a time zone: years of numbers and dates are counted in it. */
export function calendarDateIn(moment: Date, timeZone: string): string {
  return formatIn(timeZone).format(moment)
}

export function yearIn(moment: Date, timeZone: string): number {
  return Number(calendarDateIn(moment, timeZone).slice(0, 4))
}
