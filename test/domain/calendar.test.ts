import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesBetween, plainYear } from '#domain/calendar/changes.ts'
import { daysAfter, daysOf, isWeekend } from '#domain/calendar/dates.ts'
import {
  addWorkingDays,
  daysCountedBefore,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBefore,
  workingDaysBetween,
} from '#domain/calendar/working-days.ts'
import { SHIPPED_YEARS } from '#server/services/shipped-years.ts'

/** The notices of the State Council as F-131 tells them: first and last day of each holiday, weekends worked. */
const NOTICES = {
  2025: {
    off: ['01-01', '01-28 02-04', '04-04 04-06', '05-01 05-05', '05-31 06-02', '10-01 10-08'],
    worked: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  2026: {
    off: [
      '01-01 01-03',
      '02-15 02-23',
      '04-04 04-06',
      '05-01 05-05',
      '06-19 06-21',
      '09-25 09-27',
      '10-01 10-07',
    ],
    worked: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
} as const

function spread(year: string, range: string): readonly string[] {
  const [from = '', until = from] = range.split(' ').map((day) => `${year}-${day}`)
  const days = []
  for (let day = from; day <= until; day = daysAfter(day, 1)) days.push(day)
  return days
}

const known = Object.values(SHIPPED_YEARS).flatMap(({ year }) => daysOf(year))
/** Far enough from both ends that eighty working days lead into no other year. */
const inner = fc.constantFrom(...known.slice(80, -150))
const count = fc.integer({ min: 0, max: 40 })
const asDay = (answer: unknown) => {
  if (typeof answer !== 'string') throw new Error(JSON.stringify(answer))
  return answer
}

describe('working days', () => {
  it('[K-01] a weekday is worked unless it is a day off, a weekend only where the notice says so', () => {
    const on = (day: string) => isWorkingDay(day, SHIPPED_YEARS)
    expect(['2026-03-02', '2026-03-07', '2026-03-08'].map(on)).toEqual([true, false, false])
    expect(['2026-02-16', '2026-02-14', '2026-02-28', '2026-10-10'].map(on)).toEqual([
      false,
      true,
      true,
      true,
    ])
    expect(['2026-10-01', '2026-10-03', '2026-10-08'].map(on)).toEqual([false, false, true])
  })

  it('[K-02] the years that come with the release are those of the notices, and no others', () => {
    // Whoever brings a new year with the package compares it with its notice and writes it above.
    expect(Object.keys(SHIPPED_YEARS)).toEqual(Object.keys(NOTICES))
  })

  it.each(Object.entries(NOTICES))('[K-02] %s is the notice, day by day', (year, { off, worked }) => {
    const calendar = SHIPPED_YEARS[Number(year)] ?? plainYear(0)
    const daysOff = off.flatMap((range) => spread(year, range))
    const workingWeekends = worked.map((day) => `${year}-${day}`)
    expect(Object.keys(calendar.daysOff).sort()).toEqual(daysOff)
    expect(Object.keys(calendar.workingWeekends).sort()).toEqual(workingWeekends)
    for (const day of daysOf(Number(year)))
      expect([day, isWorkingDay(day, SHIPPED_YEARS)]).toEqual([
        day,
        workingWeekends.includes(day) || (!isWeekend(day) && !daysOff.includes(day)),
      ])
  })

  it('[K-02] 2025 has 248 working days and 2026 has 248', () => {
    const worked = (year: number) => daysOf(year).filter((day) => isWorkingDay(day, SHIPPED_YEARS) === true)
    expect([worked(2025).length, worked(2026).length]).toEqual([248, 248])
  })

  it('[K-03] a year that is not known is named and never guessed', () => {
    const missing = (year: number) => ({ refused: 'calendar/year-missing', details: { year } })
    expect(isWorkingDay('2027-03-03', SHIPPED_YEARS)).toEqual(missing(2027))
    expect(nextWorkingDay('2027-01-02', SHIPPED_YEARS)).toEqual(missing(2027))
    expect(addWorkingDays('2026-12-30', 2, SHIPPED_YEARS)).toEqual(missing(2027))
    expect(addWorkingDays('2026-12-30', 1, SHIPPED_YEARS)).toBe('2026-12-31')
    expect(workingDaysBefore('2025-01-03', 2, SHIPPED_YEARS)).toEqual(missing(2024))
    expect(workingDaysBetween('2026-12-30', '2027-01-01', SHIPPED_YEARS)).toEqual(missing(2027))
    expect(isWorkingDay('2026-03-02', {})).toEqual(missing(2026))
  })

  it('[K-04] seven working days before a hearing, the hearing’s day not counted', () => {
    // B10; over National Day, with 10 October worked.
    expect(workingDaysBefore('2026-10-15', 7, SHIPPED_YEARS)).toBe('2026-09-30')
    expect(workingDaysBefore('2026-03-11', 7, SHIPPED_YEARS)).toBe('2026-03-02')
  })

  it('[K-04] shows every day it walked over, with what made it count or not', () => {
    const days = daysCountedBefore('2026-10-12', 3, SHIPPED_YEARS)
    expect(days).toEqual([
      { day: '2026-10-11', kind: 'weekend', holiday: '' },
      { day: '2026-10-10', kind: 'working-weekend', holiday: expect.any(String) as string },
      { day: '2026-10-09', kind: 'working', holiday: '' },
      { day: '2026-10-08', kind: 'working', holiday: '' },
    ])
    expect(daysCountedBefore('2026-10-08', 1, SHIPPED_YEARS)).toContainEqual({
      day: '2026-10-01',
      kind: 'day-off',
      holiday: '国庆节',
    })
    expect(daysCountedBefore('2025-01-02', 3, SHIPPED_YEARS)).toEqual({
      refused: 'calendar/year-missing',
      details: { year: 2024 },
    })
  })

  it('[K-04] a period of working days begins on the day after', () => {
    expect(addWorkingDays('2026-09-30', 1, SHIPPED_YEARS)).toBe('2026-10-08')
    expect(addWorkingDays('2026-02-13', 2, SHIPPED_YEARS)).toBe('2026-02-24')
    expect(workingDaysBetween('2026-09-30', '2026-10-10', SHIPPED_YEARS)).toBe(3)
    expect(workingDaysBetween('2026-10-10', '2026-09-30', SHIPPED_YEARS)).toBe(-3)
  })

  it('[K-04] counting on and back undo each other, and what lies between is what was counted', () => {
    fc.assert(
      fc.property(inner, count, count, (day, n, m) => {
        const end = asDay(addWorkingDays(day, n, SHIPPED_YEARS))
        expect(workingDaysBetween(day, end, SHIPPED_YEARS)).toBe(n)
        expect(addWorkingDays(end, m, SHIPPED_YEARS)).toBe(addWorkingDays(day, n + m, SHIPPED_YEARS))
        if (isWorkingDay(day, SHIPPED_YEARS)) {
          expect(workingDaysBefore(end, n, SHIPPED_YEARS)).toBe(day)
          expect(addWorkingDays(asDay(workingDaysBefore(day, n, SHIPPED_YEARS)), n, SHIPPED_YEARS)).toBe(day)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('[K-05] a last day that is a day off is moved to the next working day, and no other is', () => {
    expect(nextWorkingDay('2026-10-01', SHIPPED_YEARS)).toBe('2026-10-08')
    expect(nextWorkingDay('2026-11-07', SHIPPED_YEARS)).toBe('2026-11-09')
    expect(nextWorkingDay('2026-10-10', SHIPPED_YEARS)).toBe('2026-10-10')
    fc.assert(
      fc.property(inner, (day) => {
        const end = asDay(nextWorkingDay(day, SHIPPED_YEARS))
        expect(isWorkingDay(end, SHIPPED_YEARS)).toBe(true)
        expect(end >= day && nextWorkingDay(end, SHIPPED_YEARS) === end).toBe(true)
        for (let between = day; between < end; between = daysAfter(between, 1))
          expect(isWorkingDay(between, SHIPPED_YEARS)).toBe(false)
      }),
    )
  })

  it('[K-09] what an import changes is told by the days that are worked before and not after, or the other way', () => {
    const before = plainYear(2026)
    const after = SHIPPED_YEARS[2026] ?? before
    const changes = changesBetween(before, after)
    // Holidays on a weekend change nothing for who counts.
    expect(changes.some(({ day }) => day === '2026-01-03')).toBe(false)
    expect(changes.filter(({ to }) => to === 'working-weekend')).toHaveLength(6)
    expect(changes.filter(({ to }) => to === 'day-off')).toHaveLength(19)
    expect(changesBetween(after, after)).toEqual([])
  })
})
