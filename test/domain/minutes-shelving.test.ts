import { describe, expect, it } from 'vitest'
import { isRefusal } from '#domain/record/refusal.ts'
import { decideMinutes } from '#domain/minutes/decide.ts'
import { SHIPPED_YEARS } from '#server/services/shipped-years.ts'
import { closedMeeting, detail, minutesFile, signatories } from '../support/minutes-world.ts'

const named = (shelvedUntil: string | null, calendar = SHIPPED_YEARS) => {
  const decided = decideMinutes(
    minutesFile(closedMeeting()).drafted().state,
    { type: 'set-decision-detail', detail: detail({ shelvedUntil }) },
    {
      now: new Date('2026-08-10T00:00:00Z'),
      actor: signatories.secretary,
      newId: () => 'id',
      chance: () => 0.5,
      calendar,
    },
  )
  if (isRefusal(decided)) return decided
  const [happening] = decided
  return happening?.type === 'minutes/decision-detailed' ? happening.payload.shelvedUntil : 'nothing'
}

describe('the day a decision is shelved until', () => {
  it('[K-07] is recorded as the working day it ends on', () => {
    expect(named('2026-10-03')).toBe('2026-10-08')
    expect(named('2026-10-10')).toBe('2026-10-10')
    expect(named('2026-10-31')).toBe('2026-11-02')
    expect(named(null)).toBeNull()
  })

  it('[K-03] is refused in a year that is not known; without one nothing is asked of the calendar', () => {
    expect(named('2027-01-15')).toEqual({ refused: 'calendar/year-missing', details: { year: 2027 } })
    expect(named(null, {})).toBeNull()
  })
})
