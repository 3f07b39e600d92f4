import { describe, expect, it, onTestFinished } from 'vitest'
import { addWorkingDays } from '#domain/calendar/working-days.ts'
import { ADMINISTRATORS, type Role } from '#domain/people/actor.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import { createCalendarService, createKnownYears } from '#server/services/calendar.ts'
import { SHIPPED_YEARS } from '#server/services/shipped-years.ts'
import { createAccessLog } from '#server/store/access-log.ts'
import { createCalendarStore } from '#server/store/calendar.ts'
import type { Database } from '#server/store/client.ts'
import { openTestDatabase } from '../support/database.ts'
import { administrator } from '../support/people-world.ts'

const NOTICE =
  '2027-01-01~2027-01-03,休,元旦\n2027-05-01~2027-05-05,休,劳动节\n2027-10-01~2027-10-07,休,国庆节'
const keeper = administrator('system-administrator')
const order = (over = {}) => ({
  ...{ year: 2027, table: NOTICE, document: '国办发明电〔2026〕9号', reason: '', revision: 0 },
  ...over,
})
const code = (answer: object) => (isRefusal(answer) ? answer.refused : 'done')

/** A node of the product over a database: its own memory, its own clock. */
function node(database: Database) {
  let now = Date.parse('2026-11-22T02:00:00Z')
  let ids = 0
  const clock = () => new Date(now)
  const store = createCalendarStore(database)
  const log = createAccessLog(database, { now: clock, newId: () => `line-${String((ids += 1))}` })
  const service = createCalendarService({ store, log, now: clock, known: createKnownYears(store, clock) })
  return { ...service, log, wait: (ms: number) => void (now += ms) }
}

async function world() {
  const database = await openTestDatabase()
  onTestFinished(() => database.close())
  return { database, one: node(database), other: node(database) }
}

describe('the calendar', () => {
  it('[K-08] is imported by the system administrator alone', async () => {
    const { one } = await world()
    const others: readonly Role[] = [...ADMINISTRATORS.slice(1), 'secretary', 'leader', 'member']
    for (const role of others) {
      expect([role, code(await one.importYear(administrator(role), order()))]).toEqual([
        role,
        'access/denied',
      ])
      expect([role, code(await one.preview(administrator(role), 2027, NOTICE))]).toEqual([
        role,
        'access/denied',
      ])
    }
    expect((await one.years()).map(({ calendar }) => calendar.year)).toEqual([2025, 2026])
    expect(await one.importYear(keeper, order())).toEqual({ year: 2027 })
  })

  it('[K-13] counts at once where it was imported, elsewhere within five seconds', async () => {
    const { one, other } = await world()
    expect((await one.known())[2027]).toBeUndefined()
    expect((await other.known())[2027]).toBeUndefined()
    await one.importYear(keeper, order())
    expect(addWorkingDays('2026-12-31', 1, await one.known())).toBe('2027-01-04')
    expect((await other.known())[2027]).toBeUndefined()
    other.wait(5_000)
    expect(addWorkingDays('2026-12-31', 1, await other.known())).toBe('2027-01-04')
  })

  it('[K-13] stands as it was known while the database cannot be asked', async () => {
    const { database, one } = await world()
    await one.importYear(keeper, order())
    expect((await one.known())[2027]?.year).toBe(2027)
    await database.close()
    one.wait(5_000)
    expect((await one.known())[2027]?.year).toBe(2027)
    await expect(node(database).known()).rejects.toThrow()
  })

  it('[K-13] an imported year stands before the one of the release', async () => {
    const { one } = await world()
    const table = NOTICE.replaceAll('2027', '2026')
    expect(await one.importYear(keeper, order({ year: 2026, table, reason: '调整' }))).toEqual({ year: 2026 })
    expect((await one.known())[2026]?.workingWeekends).toEqual({})
    expect((await one.known())[2025]).toEqual(SHIPPED_YEARS[2025])
    expect((await one.years()).map(({ revision }) => revision)).toEqual([0, 1])
  })

  it('[K-09] shows before what it would change, and takes no table with a wrong line', async () => {
    const { one } = await world()
    const preview = await one.preview(keeper, 2027, NOTICE)
    if (isRefusal(preview)) throw new Error(preview.refused)
    expect(preview.before).toBeNull()
    // 1 January 2027 is a Friday; the other two days of New Year are a weekend anyway.
    expect(preview.changes.filter(({ day }) => day < '2027-02').map(({ day }) => day)).toEqual(['2027-01-01'])
    const wrong = `${NOTICE}\n2027-13-01,休`
    expect(await one.preview(keeper, 2027, wrong)).toMatchObject({
      refused: 'calendar/table-wrong',
      problems: [{ line: 4, problem: 'no-date' }],
    })
    expect(code(await one.importYear(keeper, order({ table: wrong })))).toBe('calendar/table-wrong')
    expect(await one.years()).toHaveLength(2)
  })

  it('[K-10] a year that stands is replaced with a reason, against the revision that was looked at', async () => {
    const { one, other } = await world()
    expect(
      code(await one.importYear(keeper, order({ year: 2026, table: NOTICE.replaceAll('2027', '2026') }))),
    ).toBe('calendar/reason-required')
    // Two who import the same new year: the second has looked at what is no more.
    const both = await Promise.all([one.importYear(keeper, order()), other.importYear(keeper, order())])
    expect(both.map(code).sort()).toEqual(['done', 'record/conflict'])
    expect(code(await one.importYear(keeper, order({ reason: '更正' })))).toBe('record/conflict')
    expect(code(await one.importYear(keeper, order({ revision: 1 })))).toBe('calendar/reason-required')
    const table = `${NOTICE}\n2027-10-09,班,国庆节`
    expect(code(await one.importYear(keeper, order({ revision: 1, reason: '更正', table })))).toBe('done')
    expect((await one.known())[2027]?.workingWeekends).toEqual({ '2027-10-09': '国庆节' })
  })

  it('[K-11] who imported which year, from which notice and why, stands in the record of access', async () => {
    const { one } = await world()
    await one.importYear(keeper, order())
    await one.importYear(keeper, order({ revision: 1, reason: '更正笔误' }))
    const { rows } = await one.log.page({ part: 'account', personId: null, page: 1, pageSize: 9 })
    const told = rows.map(({ personId, action, subject, detail }) => [personId, action, subject, detail])
    expect(told.sort()).toEqual([
      [keeper.personId, 'calendar/imported', '2027', '国办发明电〔2026〕9号'],
      [keeper.personId, 'calendar/replaced', '2027', '国办发明电〔2026〕9号；更正笔误'],
    ])
  })
})
