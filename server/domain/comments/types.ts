import type { Phase } from '#domain/hearings/phases.ts'
import type { Capacity } from '#domain/hearings/types.ts'

/**
 * `waiting` for the chair or the recorder; `admitted` for all to see, `answered` beside it; `held` back with a reason that
 * its author sees; `struck` with a reason, kept in the record; `merged` into another that asks the same.
 */
export const COMMENT_STATUSES = ['waiting', 'admitted', 'answered', 'held', 'struck', 'merged'] as const
export type CommentStatus = (typeof COMMENT_STATUSES)[number]

/** What one command admits: two screens of the queue. */
export const MOST_ADMITTED_AT_ONCE = 200

/** A paragraph of a paper that was served, by its number as the reader counts them. */
export interface Citation {
  /** Null in comments from before papers were served: of which paper is not told. */
  readonly paper: string | null
  readonly paragraph: number
}

/** What a comment is about; the phase is that in which it was made. */
export interface CommentTie {
  readonly phase: Phase | null
  readonly issueId: string | null
  readonly evidenceId: string | null
  readonly paragraph: Citation | null
}

export interface Comment {
  readonly id: string
  readonly authorId: string
  /** What stands for the author where his name is masked (H-186); '' of one that was made before there was one. */
  readonly authorRef: string
  readonly authorName: string
  readonly capacity: Capacity
  readonly text: string
  readonly tie: CommentTie
  readonly at: string
  readonly status: CommentStatus
  /** Of holding or striking. */
  readonly reason: string
  readonly answer: { readonly text: string; readonly by: string; readonly at: string } | null
  readonly mergedInto: string | null
  readonly supporters: readonly string[]
  /** All have seen it once: to whom it is closed again it must be taken away. */
  readonly wasShown: boolean
  /** Of the entry that changed it last: a page asks for what is newer. */
  readonly changedAt: number
}

/** The live comments of one hearing, a stream of their own: a thousand comments must not make the hearing's state heavy. */
export interface CommentsState {
  readonly id: string
  readonly seq: number
  readonly comments: ReadonlyMap<string, Comment>
}
