import { BEGINNINGS, COUNTY, OFFICE_MINUTES } from './assumptions.ts'
import type { Chance } from './chance.ts'

/** What happens in one jurisdiction in one minute, as rates. */
export interface Minute {
  connections: number
  changesPerSecond: number
  /** Changes that reach somebody else than their writer, a second. */
  deliveriesPerSecond: number
  entriesPerSecond: number
  viewsPerSecond: number
}

const none = (): Minute => ({
  connections: 0,
  changesPerSecond: 0,
  deliveriesPerSecond: 0,
  entriesPerSecond: 0,
  viewsPerSecond: 0,
})

interface Happening {
  readonly from: number
  readonly minutes: number
  readonly people: number
  readonly changesPerSecond: number
  readonly entriesPerSecond: number
}

/** One office day of one jurisdiction, minute by minute. */
export function dayOf(chance: Chance): readonly Minute[] {
  const happenings: Happening[] = []
  for (let left = chance.poisson(COUNTY.writingsPerDay); left > 0; left--)
    happenings.push({
      from: chance.below(OFFICE_MINUTES),
      minutes: Math.ceil(chance.exponential(COUNTY.writingMinutes)),
      people: 1 + chance.poisson(COUNTY.readersPerWriting),
      changesPerSecond: COUNTY.changesPerSecond,
      entriesPerSecond: 0,
    })
  const sittings = (perDay: number, minutes: number, people: number, entries: number) => {
    for (let left = chance.poisson(perDay); left > 0; left--)
      happenings.push({
        from: (BEGINNINGS[chance.below(BEGINNINGS.length)] ?? 0) + chance.below(6),
        minutes,
        people,
        changesPerSecond: COUNTY.changesPerSecond,
        entriesPerSecond: entries / (minutes * 60),
      })
  }
  const { meetingsPerDay, hearingsPerYear, workingDays } = COUNTY
  sittings(meetingsPerDay, COUNTY.meetingMinutes, COUNTY.peoplePerMeeting, COUNTY.entriesPerMeeting)
  sittings(
    hearingsPerYear / workingDays,
    COUNTY.hearingMinutes,
    COUNTY.peoplePerHearing,
    COUNTY.entriesPerHearing,
  )

  const day = Array.from({ length: OFFICE_MINUTES }, none)
  for (const happening of happenings)
    for (const minute of day.slice(happening.from, happening.from + happening.minutes)) {
      minute.connections += happening.people
      minute.changesPerSecond += happening.changesPerSecond
      minute.deliveriesPerSecond += happening.changesPerSecond * (happening.people - 1)
      minute.entriesPerSecond += happening.entriesPerSecond
      minute.viewsPerSecond += happening.entriesPerSecond * happening.people
    }
  const open = COUNTY.accounts * COUNTY.openPages
  for (const minute of day) minute.connections = Math.max(minute.connections, open)
  return day
}
