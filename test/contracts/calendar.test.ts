import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StoredYear } from '#server/services/calendar.ts'
import { createCalendarStore } from '#server/store/calendar.ts'
import { KINDS, openTestDatabase, type TestDatabase } from '../support/database.ts'

const stored = (year: number, revision: number, over: Partial<StoredYear> = {}): StoredYear => ({
  calendar: { year, daysOff: { [`${year}-01-01`]: '元旦' }, workingWeekends: {} },
  revision,
  document: `国办发明电〔${year - 1}〕7号`,
  reason: revision > 1 ? '更正' : '',
  importedAt: '2026-11-22T02:00:00.000Z',
  personId: 'sys',
  ...over,
})

describe.each(KINDS)('imported years on %s', (kind) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(kind)
  })
  afterAll(() => database.close())

  it('[K-10] keep every revision and put the highest in force, of two writers one', async () => {
    const store = createCalendarStore(database)
    const other = createCalendarStore(await database.another())
    expect(await store.inForce()).toEqual([])
    expect(await store.add(stored(2028, 1))).toBe(true)
    const written = await Promise.all([store, other, store].map((one) => one.add(stored(2027, 1))))
    expect(written.filter(Boolean)).toHaveLength(1)
    expect(await store.add(stored(2027, 2, { reason: '更正二' }))).toBe(true)
    expect(await other.inForce()).toEqual([stored(2027, 2, { reason: '更正二' }), stored(2028, 1)])
  })

  it('[K-10] are neither changed nor removed', async () => {
    const statements = [
      `UPDATE "CalendarYear" SET "days" = '{}'`,
      `DELETE FROM "CalendarYear"`,
      kind === 'sqlite'
        ? `REPLACE INTO "CalendarYear" VALUES (2027, 1, '{}', '', '', '', '')`
        : `TRUNCATE "CalendarYear"`,
    ]
    for (const statement of statements) await expect(database.sql(statement)).rejects.toThrow()
    const standing = await database.sql(
      `SELECT "year", "revision", "personId" FROM "CalendarYear" ORDER BY 1, 2`,
    )
    expect(standing).toEqual([
      [2027, 1, 'sys'],
      [2027, 2, 'sys'],
      [2028, 1, 'sys'],
    ])
  })
})
