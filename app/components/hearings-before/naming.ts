import { inCapacity } from '#domain/hearings/people.ts'
import type { Capacity, HearingState } from '#domain/hearings/types.ts'
import type { Role } from '#domain/people/actor.ts'
import type { Refusal, RefusalCode } from '#domain/record/refusal.ts'
import type { Nameable } from './preparing.ts'

type Field = 'capacity' | 'person' | 'represents' | 'breadth'

const FIELDS: Partial<Readonly<Record<RefusalCode, Field>>> = {
  'access/denied': 'capacity',
  'hearing/ended': 'capacity',
  'hearing/capacity-taken': 'capacity',
  'hearing/members-even': 'capacity',
  'hearing/closed-to-observers': 'capacity',
  'hearing/nobody-to-represent': 'represents',
  'hearing/too-many-representatives': 'represents',
  'hearing/breadth-required': 'breadth',
}

/** Which field of the form a refusal is about; what is not named is about the person. */
export function fieldOf({ refused }: Refusal): Field {
  return FIELDS[refused] ?? 'person'
}

/** Whose duty it is by office; anybody may be named. */
const DUTY: Partial<Readonly<Record<Capacity, Role>>> = {
  chair: 'hearing-chair',
  member: 'hearing-member',
  recorder: 'recorder',
  investigator: 'investigator',
  party: 'applicant',
  'third-party': 'third-party',
  witness: 'witness',
  expert: 'expert',
  observer: 'observer',
}

interface Group {
  readonly suited: boolean
  readonly items: readonly Nameable[]
}

/** Those whose duty it is first; who does not match the words is left out, unless he is chosen. */
export function suitedFirst(
  people: readonly Nameable[],
  capacity: Capacity,
  words: string,
  chosenId: string,
): readonly Group[] {
  const duty = DUTY[capacity]
  const wanted = words.trim().toLowerCase()
  const matching = people.filter(
    (one) =>
      one.personId === chosenId || `${one.name} ${one.bodyName} ${one.office}`.toLowerCase().includes(wanted),
  )
  const isSuited = (one: Nameable) => duty !== undefined && one.roles.includes(duty)
  return [
    { suited: true, items: matching.filter(isSuited) },
    { suited: false, items: matching.filter((one) => !isSuited(one)) },
  ].filter(({ items }) => items.length > 0)
}

const ORDER: readonly Capacity[] = ['chair', 'recorder', 'member', 'investigator', 'party']

/** Whom one names next: who is not there yet, then whoever else shall be heard. */
export function firstMissing(state: HearingState): Capacity {
  return ORDER.find((capacity) => inCapacity(state, capacity).length === 0) ?? 'expert'
}
