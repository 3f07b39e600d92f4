import type { Comment, CommentsState } from '#domain/comments/types.ts'
import { isPublic } from '#domain/comments/view.ts'
import { holderOf } from '#domain/hearings/people.ts'
import type { HearingState } from '#domain/hearings/types.ts'
import type { IndexedEntry, SearchEntry } from './entry.ts'
import { hearingEntry, hearingReaders } from './proceeding-entries.ts'
import { person } from './readers.ts'

/** A live comment and its answer; neither who made it nor why it was held back is looked for. */
export function commentEntry(
  state: HearingState,
  { id, text, answer, status, at }: Pick<Comment, 'id' | 'text' | 'answer' | 'status' | 'at'>,
): SearchEntry {
  return {
    ...hearingEntry(state),
    id: `hearing/${state.id}/comment/${id}`,
    kind: 'comment',
    title: '',
    text: answer ? `${text}\n${answer.text}` : text,
    state: status,
    at,
  }
}

/** What is shown is for whoever reads comments there; all else for its author and those who work the queue. */
export function commentEntries(state: HearingState, { comments }: CommentsState): readonly IndexedEntry[] {
  if (state.seq === 0) return []
  const everybody = hearingReaders(state)
  const queue = (['chair', 'recorder'] as const).flatMap((capacity) => holderOf(state, capacity) ?? [])
  return [...comments.values()].map((comment) => ({
    ...commentEntry(state, comment),
    readers: isPublic(comment) ? everybody : [...new Set([...queue, comment.authorId])].map(person),
    without: [],
  }))
}
