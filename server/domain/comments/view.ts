import { maskName } from '#domain/hearings/masked-name.ts'
import { SEES } from '#domain/hearings/sight.ts'
import type { Comment, CommentsState } from './types.ts'

/** Who looks: those who work the queue see all of it, everybody else what is shown, and his own whatever became of it. */
export interface CommentReader {
  readonly personId: string
  readonly moderates: boolean
}

/** A comment as it is shown: how many support it, not who. */
export interface SeenComment extends Omit<Comment, 'supporters' | 'wasShown' | 'changedAt' | 'authorRef'> {
  /** Of whom does not work the queue: what stands for it (H-186). */
  readonly authorId: string
  readonly support: number
}

/** What changed after an entry, for one kind of reader. */
export interface CommentChanges {
  readonly put: readonly SeenComment[]
  /** Not to be seen any more. */
  readonly gone: readonly string[]
}

export const isPublic = ({ status }: Pick<Comment, 'status'>) =>
  status === 'admitted' || status === 'answered'

/** The reason of holding or striking is for the author and the queue. */
function whole(comment: Comment): SeenComment {
  const { supporters, wasShown: _, changedAt: __, authorRef: ___, ...told } = comment
  return { ...told, support: supporters.length }
}

/**
 * To everybody in one wording, so it says no more than the hall may know: who it is, and about which piece of evidence, only the
 * queue is told (REQ-199, H-140).
 */
function masked(comment: Comment): SeenComment {
  const { capacity, authorName, authorRef } = comment
  const name = SEES.public.masks.includes(capacity) ? maskName(authorName) : authorName
  const tie = comment.tie.evidenceId === null ? comment.tie : { ...comment.tie, evidenceId: '' }
  return { ...whole(comment), authorId: authorRef, authorName: name, tie }
}

function changed(state: CommentsState, after: number): readonly Comment[] {
  return [...state.comments.values()].filter(({ changedAt }) => changedAt > after)
}

/** What chair and recorder learn since entry `after`; 0: everything. */
export function changesForModerators(state: CommentsState, after: number): CommentChanges {
  return { put: changed(state, after).map(whole), gone: [] }
}

/** What everybody learns, the same for all. Of what nobody could see nothing is said, not even that it is there. */
export function changesForAll(state: CommentsState, after: number): CommentChanges {
  const all = changed(state, after)
  return {
    put: all.filter(isPublic).map(masked),
    gone: after === 0 ? [] : all.filter((one) => one.wasShown && !isPublic(one)).map(({ id }) => id),
  }
}

/** What authors learn besides, each of his own comments that are not shown to all. */
export function changesForAuthors(
  state: CommentsState,
  after: number,
): ReadonlyMap<string, readonly SeenComment[]> {
  const byAuthor = new Map<string, SeenComment[]>()
  for (const comment of changed(state, after))
    if (!isPublic(comment))
      byAuthor.set(comment.authorId, [...(byAuthor.get(comment.authorId) ?? []), masked(comment)])
  return byAuthor
}

/** Whether one reader sees it. */
export function seesComment({ moderates, personId }: CommentReader, comment: Comment): boolean {
  return moderates || isPublic(comment) || comment.authorId === personId
}

/** The whole as one reader sees it, oldest first, and which of them he supports. */
export function commentsFor(reader: CommentReader, state: CommentsState) {
  const all = [...state.comments.values()]
  const visible = all.filter((comment) => seesComment(reader, comment))
  return {
    comments: visible.map(reader.moderates ? whole : masked),
    supported: all.filter(({ supporters }) => supporters.includes(reader.personId)).map(({ id }) => id),
  }
}
