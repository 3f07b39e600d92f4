import { namedByEarlierEntries } from '#app/components/record/meeting-names.ts'
import { namesFrom } from '#app/components/record/names-from.ts'
import type { Names } from '#app/components/record/telling.ts'
import type { MeetingView } from '#domain/meetings/view.ts'

/** Names for everything a meeting's entries mention. */
export function recordNames(view: Pick<MeetingView, 'state' | 'people' | 'bodies'>, unknown: string): Names {
  const { state, people, bodies } = view
  const subjects = state.items.flatMap((item) => item.subjects.map(({ id, name }) => [id, name] as const))
  const items = Object.fromEntries(
    state.items.map((item) => [item.id, `${item.caseNumber} ${item.caseTitle}`.trim()]),
  )
  const polls = state.items.flatMap((item) => item.polls.map((poll) => [poll.id, poll.question] as const))
  return namesFrom(
    {
      people,
      bodies,
      subjects: Object.fromEntries(subjects),
      items,
      polls: Object.fromEntries(polls),
      ...namedByEarlierEntries(state, people, items, unknown),
    },
    unknown,
  )
}
