import type { TFunction } from 'i18next'
import { namedByEarlierEntries } from '#app/components/record/meeting-names.ts'
import { namesFrom } from '#app/components/record/names-from.ts'
import { tell, type TellableEntry } from '#app/components/record/tell.ts'
import type { Names } from '#app/components/record/telling.ts'
import type { MeetingView } from '#domain/meetings/view.ts'

/** An entry in words: all that the room's right-hand side shows. */
export interface ToldEntry {
  readonly seq: number
  readonly at: string
  readonly sentence: string
  readonly note: string | null
}

/** Of an item one is recused from only its number is known; a ballot goes by the name it was about. */
function namesIn({ state, people, bodies }: MeetingView, t: TFunction): Names {
  const subjects = Object.fromEntries(
    state.items.flatMap((item) => item.subjects.map(({ id, name }) => [id, name])),
  )
  const items = Object.fromEntries(
    state.items.map((item, place) => [
      item.id,
      item.caseId === ''
        ? t('meetings:agenda.itemN', { n: place + 1 })
        : `${item.caseNumber} ${item.caseTitle}`.trim(),
    ]),
  )
  const polls = Object.fromEntries(
    state.items.flatMap((item) => item.polls.map((poll) => [poll.id, subjects[poll.subjectId] ?? ''])),
  )
  const unknown = t('record:unknownName')
  const earlier = namedByEarlierEntries(state, people, items, unknown)
  return namesFrom({ people, bodies, subjects, items, polls, ...earlier }, unknown)
}

/**
 * Tells the record on the server, in the reader's language: the room then needs neither the sentences nor the
 * entries' insides. `t` must know the namespaces `record` and `meetings`.
 */
export function toldRecord(
  entries: readonly (TellableEntry & { readonly seq: number; readonly at: string })[],
  view: MeetingView,
  t: TFunction,
  language: string,
): readonly ToldEntry[] {
  const names = namesIn(view, t)
  return entries.map((entry) => ({ seq: entry.seq, at: entry.at, ...tell(entry, t, names, language) }))
}
