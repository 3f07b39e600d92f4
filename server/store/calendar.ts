import type { CalendarYear } from '#domain/calendar/types.ts'
import { canonicalJson } from '#server/services/canonical-json.ts'
import type { CalendarStore } from '#server/services/calendar.ts'
import type { Database } from './client.ts'
import { isTaken } from './failures.ts'

/** Imported years. Triggers refuse to change or remove one. */
export function createCalendarStore({ client }: Database): CalendarStore {
  return {
    async inForce() {
      // A handful of rows in ten years: the newest of each year is the last written over it.
      const rows = await client.calendarYear.findMany({ orderBy: [{ year: 'asc' }, { revision: 'asc' }] })
      const newest = new Map(rows.map((row) => [row.year, row]))
      return [...newest.values()].map(({ year, days, ...row }) => ({
        ...row,
        calendar: { year, ...(JSON.parse(days) as Omit<CalendarYear, 'year'>) },
      }))
    },

    async add({ calendar: { year, ...days }, ...row }) {
      try {
        await client.calendarYear.create({ data: { year, days: canonicalJson(days), ...row } })
        return true
      } catch (error) {
        if (isTaken(error)) return false
        throw error
      }
    },
  }
}
