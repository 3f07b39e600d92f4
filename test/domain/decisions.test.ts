import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainYear } from '#domain/calendar/changes.ts'
import { calendarDay, daysAfter, monthsAfter } from '#domain/calendar/dates.ts'
import { OUTCOMES, type Outcome } from '#domain/decisions/outcome.ts'
import { latestShelving, refusalOfTerms } from '#domain/decisions/rules.ts'
import { settles, stageAfter } from '#domain/decisions/stage-after.ts'
import { SHIPPED_YEARS } from '#server/services/shipped-years.ts'

/** As if the years to come had no holidays. */
const calendar = { ...SHIPPED_YEARS, 2027: plainYear(2027), 2028: plainYear(2028) }

const terms = (outcome: Outcome, over = {}) => ({
  outcome,
  measure: null,
  measureText: '',
  shelvedUntil: null,
  duties: [],
  ...over,
})

describe('what belongs to an outcome', () => {
  it('[N-10] a lighter or mitigated one names the measure that remains', () => {
    for (const outcome of OUTCOMES) {
      const bare = refusalOfTerms(terms(outcome, { shelvedUntil: '2026-09-01' }), '2026-08-07', {})
      const needs = outcome === 'LIGHTER' || outcome === 'MITIGATED'
      expect([outcome, bare?.refused]).toEqual([outcome, needs ? 'minutes/measure-required' : undefined])
    }
    expect(refusalOfTerms(terms('LIGHTER', { measure: 'talk-reminder' }), '2026-08-07', {})).toBeNull()
    expect(
      refusalOfTerms(terms('LIGHTER', { measure: 'other', measureText: ' ' }), '2026-08-07', {}),
    ).toEqual({ refused: 'minutes/measure-required' })
    expect(
      refusalOfTerms(terms('LIGHTER', { measure: 'other', measureText: '书面说明' }), '2026-08-07', {}),
    ).toBeNull()
  })

  it.each([
    // A Saturday, a Sunday, the second day of National Day.
    ['2026-08-07', '2026-11-09'],
    ['2026-11-30', '2027-03-01'],
    ['2026-07-02', '2026-10-08'],
    ['2027-11-30', '2028-02-29'],
    ['2026-05-31', '2026-08-31'],
    ['2026-01-31', '2026-04-30'],
    ['2026-10-15', '2027-01-15'],
  ])('[N-11] decided on %s it is shelved until %s at the latest', (decidedOn, latest) => {
    expect(latestShelving(decidedOn, calendar)).toBe(latest)
    const next = daysAfter(latest, 1)
    const until = (day: string | null) =>
      refusalOfTerms(terms('SHELVED', { shelvedUntil: day }), decidedOn, calendar)?.refused
    expect([until(latest), until(next), until(decidedOn), until(null)]).toEqual([
      undefined,
      'minutes/decision-incomplete',
      'minutes/decision-incomplete',
      'minutes/decision-incomplete',
    ])
  })

  it('[K-03] a shelving whose last day lies in an unknown year is refused, one within three months is not', () => {
    const until = (day: string) =>
      refusalOfTerms(terms('SHELVED', { shelvedUntil: day }), '2026-10-15', SHIPPED_YEARS)
    expect(until('2027-01-15')).toBeNull()
    expect(until('2027-01-18')).toEqual({ refused: 'calendar/year-missing', details: { year: 2027 } })
  })

  it('[N-11] three months never reach into a fourth, whatever the day', () => {
    const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 24 }), (date, months) => {
        const day = date.toISOString().slice(0, 10)
        const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number)
        const [laterYear = 0, laterMonth = 0, laterDay = 0] = monthsAfter(day, months).split('-').map(Number)
        expect(laterYear * 12 + laterMonth).toBe(year * 12 + month + months)
        expect(laterDay).toBeLessThanOrEqual(dayOfMonth)
      }),
    )
  })

  it('[N-13] duties are named once and due on the day of the decision or later', () => {
    const duty = (id: string, dueOn: string) => ({ id, dueOn })
    const answer = (...duties: readonly ReturnType<typeof duty>[]) =>
      refusalOfTerms(terms('EXEMPT', { duties }), '2026-08-07', {})?.refused
    expect(answer(duty('a', '2026-08-07'), duty('b', '2026-12-31'))).toBeUndefined()
    expect(answer(duty('a', '2026-08-06'))).toBe('minutes/decision-incomplete')
    expect(answer(duty('a', '2026-12-31'), duty('a', '2026-12-31'))).toBe('minutes/decision-incomplete')
  })

  it('[N-14] dates of papers are those of China’s clock', () => {
    expect(calendarDay('2026-08-06T15:59:59.999Z')).toBe('2026-08-06')
    expect(calendarDay('2026-08-06T16:00:00.000Z')).toBe('2026-08-07')
    expect(calendarDay('2026-12-31T20:00:00.000Z')).toBe('2027-01-01')
  })
})

describe('the stage that follows', () => {
  const after = (outcomes: readonly Outcome[], undecided = 0) =>
    stageAfter(
      outcomes.map((outcome) => ({ outcome })),
      undecided,
    )

  it.each<[readonly Outcome[], number, ReturnType<typeof after>]>([
    [['EXEMPT', 'NOT_TOLERATED'], 0, 'decided'],
    [['LIGHTER', 'MITIGATED'], 0, 'decided'],
    [['EXEMPT'], 1, 'in-consultation'],
    [[], 2, 'in-consultation'],
    [['EXEMPT', 'SHELVED'], 0, 'shelved'],
    [['SHELVED', 'TO_HEARING'], 0, 'to-hearing'],
    [['SHELVED', 'TO_HEARING', 'RETURNED', 'EXEMPT'], 0, 'returned'],
    [['RETURNED'], 3, 'returned'],
  ])('[C-41] %j with %i undecided gives %s', (outcomes, undecided, stage) => {
    expect(after(outcomes, undecided)).toBe(stage)
  })

  it('[C-41] decided exactly when every subject is settled, in whatever order', () => {
    const some = fc.array(fc.constantFrom(...OUTCOMES), { maxLength: 6 })
    fc.assert(
      fc.property(some, fc.nat(3), (outcomes, undecided) => {
        const settled = outcomes.length > 0 && undecided === 0 && outcomes.every(settles)
        expect(after(outcomes, undecided) === 'decided').toBe(settled)
        expect(after([...outcomes].reverse(), undecided)).toBe(after(outcomes, undecided))
      }),
    )
  })
})
