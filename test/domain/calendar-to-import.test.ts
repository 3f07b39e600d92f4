import { expect, test } from 'vitest'
import { yearsToImport } from '#domain/calendar/to-import.ts'
import { SHIPPED_YEARS } from '#server/services/shipped-years.ts'

const years = (today: string) => yearsToImport(today, SHIPPED_YEARS).map(({ year }) => year)

test('[H-181] from November on the next year is wanted', () => {
  expect(years('2026-10-31')).toEqual([])
  expect(years('2026-11-01')).toEqual([2027])
  expect(years('2026-12-31')).toEqual([2027])
  expect(years('2025-12-31')).toEqual([])
})

test('[H-181] a year that has begun without its calendar is wanted still, and long due', () => {
  expect(yearsToImport('2027-03-01', SHIPPED_YEARS)).toEqual([
    { year: 2027, since: '2026-11-01', dueOn: '2026-12-31' },
  ])
  expect(years('2027-11-02')).toEqual([2027, 2028])
})
