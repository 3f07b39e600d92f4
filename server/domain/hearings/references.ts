import { lineOf } from './people.ts'
import { SEES, type Sees, type SightClass } from './sight.ts'
import type { HearingState } from './types.ts'

// A masked name tells nothing while its person's id travels with it: whoever knows the directory, another hearing or a user
// name knows who it is. So a class that is not told a name is not told the id either, but a reference of this hearing (H-186).

/** Under which keys views, entries and commands name people. Other fields may say the same letters and mean something else. */
const PERSON_KEYS: ReadonlySet<string> = new Set([
  ...[
    'personId',
    'actorId',
    'by',
    'from',
    'to',
    'represents',
    'alsoFor',
    'insteadOf',
    'signedBy',
    'orderedBy',
  ],
  ...['handlerIds', 'concernedIds'],
])

type Swap = (id: string) => string

function swapped(value: unknown, swap: Swap, isPerson: boolean): unknown {
  if (typeof value === 'string') return isPerson ? swap(value) : value
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => swapped(item, swap, isPerson))
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, swapped(item, swap, PERSON_KEYS.has(key))]),
  )
}

const swappedIn = <T>(value: T, swap: Swap): T => swapped(value, swap, false) as T

/** Whether the name of somebody who was ever named is not told to who sees so much. */
export function isMaskedTo({ masks }: Pick<Sees, 'masks'>, state: HearingState, personId: string): boolean {
  const line = lineOf(state, personId)
  return line !== undefined && masks.includes(line.capacity)
}

/** Part of a view or an entry with the ids of whoever is masked to the class taken for references. */
export function withReferences<T>(sight: SightClass, state: HearingState, value: T): T {
  if (SEES[sight].masks.length === 0) return value
  return swappedIn(value, (id) => (isMaskedTo(SEES[sight], state, id) ? (lineOf(state, id)?.ref ?? id) : id))
}

/**
 * A command of somebody of the class with references taken for ids. An id that he cannot know stands for nobody, lest what is
 * answered to a guess tells who takes part.
 */
export function withoutReferences<T>(sight: SightClass, state: HearingState, command: T): T {
  if (SEES[sight].masks.length === 0) return command
  const people = new Map(
    state.participants
      .filter((one) => isMaskedTo(SEES[sight], state, one.personId))
      .map((one) => [one.ref, one]),
  )
  return swappedIn(
    command,
    (id) => people.get(id)?.personId ?? (isMaskedTo(SEES[sight], state, id) ? NOBODY : id),
  )
}

/** No id begins so. */
const NOBODY = '-'

/** Names that are said in a text and masked to the party, who reads it: for whoever writes it, before it is sent. */
export function maskedNamesIn({ participants }: HearingState, text: string): readonly string[] {
  const names = participants
    .filter(({ capacity, name }) => SEES.party.masks.includes(capacity) && name !== '' && text.includes(name))
    .map(({ name }) => name)
  return [...new Set(names)]
}
