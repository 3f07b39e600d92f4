import type { Capacity } from '#domain/hearings/types.ts'

// Who is what at the hearing of the benchmark, by the number of the person.

export const HEARING = 'hearing-bench'
export const HEARING_CASE = 'case-bench-hearing'

export const CHAIR = 0
export const RECORDER = 1
/** Both of the body that handles the case. */
export const INVESTIGATORS = [9, 12] as const

const SEATED: readonly Capacity[] = [
  ...(['chair', 'recorder', 'member', 'member', 'member', 'member', 'member'] as const),
  ...(['party', 'representative', 'investigator', 'representative', 'third-party', 'investigator'] as const),
  ...(['third-party', 'witness', 'witness', 'expert', 'expert', 'expert', 'expert'] as const),
]
const PARTY = SEATED.indexOf('party')
const MOST_PUBLIC_SEATS = 40

/** The hall: the tribunal, both sides, a few dozen seats for the public, and everybody else observes. */
export function capacityOf(person: number, people: number): Capacity {
  const seated = SEATED[person]
  if (seated) return seated
  const seats = Math.min(MOST_PUBLIC_SEATS, Math.floor((people - SEATED.length) / 2))
  return person < SEATED.length + seats ? 'public-seat' : 'observer'
}

/** Whom a representative speaks for. */
export const representedBy = (capacity: Capacity): number | null =>
  capacity === 'representative' ? PARTY : null

/** A witness who waits outside reads no comments and is not told the phase; everybody else is. */
export const isInHall = (capacity: Capacity): boolean => capacity !== 'witness'

/** The tribunal conducts, witnesses testify: neither comments. */
export const comments = (capacity: Capacity): boolean =>
  !['chair', 'recorder', 'member', 'witness'].includes(capacity)
