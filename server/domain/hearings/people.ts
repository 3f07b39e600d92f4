import { isIn } from '#domain/proceedings/spans.ts'
import { PHASE_RULES, type Phase } from './phases.ts'
import type { Acting, Capacity, HearingState, Participant, Side } from './types.ts'

type People = HearingState['participants']

// A hall of a thousand asks for each of its people on every change: one walk through the list each would be a million steps.
const indexes = new WeakMap<People, ReadonlyMap<string, Participant>>()

function indexOf(people: People): ReadonlyMap<string, Participant> {
  const known = indexes.get(people)
  if (known) return known
  const index = new Map(people.map((one) => [one.personId, one]))
  indexes.set(people, index)
  return index
}

/** The line of whoever was ever named, also when he was taken off again. */
export function lineOf(state: HearingState, personId: string): Participant | undefined {
  return indexOf(state.participants).get(personId)
}

/** Named and not taken off again. */
export function participantOf(state: HearingState, personId: string): Participant | undefined {
  const line = lineOf(state, personId)
  return line && !line.removed ? line : undefined
}

export function active(state: HearingState): readonly Participant[] {
  return state.participants.filter((one) => !one.removed)
}

export function inCapacity(state: HearingState, capacity: Capacity): readonly Participant[] {
  return state.participants.filter((one) => one.capacity === capacity && !one.removed)
}

/** Who acts for chair or recorder now (H-184). */
export function actingAs(state: HearingState, capacity: 'chair' | 'recorder'): Acting | undefined {
  return state.acting.findLast((one) => one.capacity === capacity)
}

/** The one chair or recorder, or who acts for him; null while there is none, as after a recusal that was granted. */
export function holderOf(state: HearingState, capacity: 'chair' | 'recorder'): string | null {
  const named = () => state.participants.find((one) => one.capacity === capacity && !one.removed)
  return actingAs(state, capacity)?.personId ?? named()?.personId ?? null
}

export function isChair(state: HearingState, personId: string): boolean {
  return holderOf(state, 'chair') === personId
}

export function isRecorder(state: HearingState, personId: string): boolean {
  return holderOf(state, 'recorder') === personId
}

const TRIBUNAL: ReadonlySet<Capacity> = new Set(['chair', 'member', 'recorder'])

/** Who conducts the hearing: chair, members, recorder. */
export function isTribunal(capacity: Capacity): boolean {
  return TRIBUNAL.has(capacity)
}

/** Whose identity the recorder checks before they may be heard; the tribunal was named, observers are not heard. */
export function needsIdentity(capacity: Capacity): boolean {
  return !isTribunal(capacity) && capacity !== 'observer'
}

export function sideOf(capacity: Capacity): Side {
  switch (capacity) {
    case 'investigator':
      return 'handling'
    case 'party':
    case 'representative':
      return 'party'
    case 'third-party':
    case 'witness':
    case 'expert':
    case 'public-seat':
      return 'third'
    case 'chair':
    case 'member':
    case 'recorder':
    case 'observer':
      return 'none'
  }
}

/** Has come: a witness who waits outside is present too. */
export function isPresent(one: Participant): boolean {
  return !one.removed && isIn(one.spans)
}

/** A witness between call and release. */
export function isCalledIn(one: Participant): boolean {
  return one.calledAt !== null && one.releasedAt === null
}

/** Takes part in what goes on: present, and a witness only while he is called in. */
export function isInRoom(one: Participant): boolean {
  return isPresent(one) && (one.capacity !== 'witness' || isCalledIn(one))
}

/** Whether the capacity may be given the floor in the phase; the chair may always speak. */
export function maySpeakIn(phase: Phase | null, capacity: Capacity): boolean {
  return phase !== null && (capacity === 'chair' || PHASE_RULES[phase].speak.includes(capacity))
}
