import { expect, test } from 'vitest'
import { plainYear } from '#domain/calendar/changes.ts'
import { holidaysOf } from '#app/components/calendar/holidays.ts'
import { SHIPPED_YEARS } from '#server/services/shipped-years.ts'

const told = (year: number) =>
  holidaysOf(SHIPPED_YEARS[year] ?? plainYear(year)).map(
    ({ name, from, days, worked }) => `${name} ${from} ${days} ${worked.join(' ')}`,
  )

test('the notice is told holiday by holiday, two that meet as one', () => {
  expect(told(2025)).toEqual([
    '元旦 2025-01-01 1 ',
    '春节 2025-01-28 8 2025-01-26 2025-02-08',
    '清明 2025-04-04 3 ',
    '劳动节 2025-05-01 5 2025-04-27',
    '端午 2025-05-31 3 ',
    '国庆节、中秋 2025-10-01 8 2025-09-28 2025-10-11',
  ])
  expect(told(2026).at(-1)).toBe('国庆节 2026-10-01 7 2026-09-20 2026-10-10')
})

test('a weekend worked for a holiday without a name is told alone, never left out', () => {
  const calendar = { year: 2027, daysOff: { '2027-01-01': '' }, workingWeekends: { '2027-01-09': '元旦' } }
  expect(holidaysOf(calendar)).toMatchObject([
    { from: '2027-01-01', days: 1, worked: [] },
    { from: '2027-01-09', days: 0, worked: ['2027-01-09'] },
  ])
})
