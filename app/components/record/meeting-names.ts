import type { MeetingState } from '#domain/meetings/types.ts'
import type { NamedRecusal } from './telling.ts'

/**
 * What entries of a meeting name by the id of an earlier entry: an application for recusal, a raised hand. Taken from
 * the state as this viewer may see it; of what is closed to him he gets no entries either.
 */
export function namedByEarlierEntries(
  { recusals, floor, secretaryIds }: MeetingState,
  people: Readonly<Record<string, string>>,
  items: Readonly<Record<string, string>>,
  unknown: string,
): {
  readonly recusals: Readonly<Record<string, NamedRecusal>>
  readonly speakers: Readonly<Record<string, string>>
} {
  const speeches = floor.speaking ? [...floor.heard, floor.speaking] : floor.heard
  return {
    recusals: Object.fromEntries(
      recusals.map(({ id, personId, itemId, ruledBy }) => [
        id,
        {
          person: people[personId] ?? unknown,
          item: items[itemId] ?? unknown,
          enteredBySecretary: ruledBy !== null && secretaryIds.includes(ruledBy),
        },
      ]),
    ),
    speakers: Object.fromEntries(speeches.map(({ id, personId }) => [id, people[personId] ?? unknown])),
  }
}
