import type { Context } from '#domain/record/entry.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import type { CommentHappening, CommentInstruction } from './happenings.ts'
import type { Comment, CommentsState, CommentStatus } from './types.ts'

type Decided = readonly CommentHappening[] | Refusal
type Order<T extends CommentInstruction['type']> = Extract<CommentInstruction, { type: T }>

const MINUTE = 60_000

/** From which statuses each step of the queue starts: what is struck or merged away stays so. */
const FROM: Readonly<Record<'admit' | 'answer' | 'hold' | 'strike' | 'merge', readonly CommentStatus[]>> = {
  admit: ['waiting', 'held'],
  answer: ['waiting', 'admitted', 'held'],
  hold: ['waiting', 'admitted'],
  strike: ['waiting', 'admitted', 'answered', 'held', 'merged'],
  merge: ['waiting', 'admitted', 'held'],
}

const isShown = ({ status }: Comment) => status === 'admitted' || status === 'answered'

/** Refusals: hearing/comments-closed and its like (of the seat), input/too-large, comment/too-often, comment/unknown-tie. */
function make(state: CommentsState, order: Order<'comment'>, { actor, now, newId }: Context): Decided {
  const { seat, text, issueId, evidenceId, paragraph } = order
  if (seat.silenced) return refuse(seat.silenced)
  if ([...text].length > seat.commentLength) return refuse('input/too-large')
  if (issueId !== null && !seat.issueIds.includes(issueId)) return refuse('comment/unknown-tie')
  // Whether there is such a paper is told to nobody who may not open it.
  const cited = seat.papers.find(({ id }) => id === paragraph?.paper)
  if (paragraph && paragraph.paragraph > (cited?.paragraphs ?? 0)) return refuse('comment/unknown-tie')
  const since = now.getTime() - MINUTE
  const lately = [...state.comments.values()].filter(
    ({ authorId, at }) => authorId === actor.personId && Date.parse(at) > since,
  )
  if (lately.length >= seat.commentsPerMinute)
    return refuse('comment/too-often', { perMinute: seat.commentsPerMinute })
  return [
    {
      type: 'comment/made',
      payload: {
        commentId: newId(),
        authorName: seat.name,
        authorRef: seat.ref,
        capacity: seat.capacity,
        text,
        tie: { phase: seat.phase, issueId, evidenceId, paragraph },
      },
    },
  ]
}

/** Everybody may support what he can see, not his own, once. Refusals: comment/unknown, comment/own, comment/supported. */
function support(comment: Comment, { yes, seat }: Order<'support'>, { actor }: Context): Decided {
  if (seat.silenced) return refuse(seat.silenced)
  if (!isShown(comment)) return refuse('comment/unknown')
  if (comment.authorId === actor.personId) return refuse('comment/own')
  if (comment.supporters.includes(actor.personId) === yes) return refuse('comment/already-done')
  return [{ type: 'comment/supported', payload: { commentId: comment.id, yes } }]
}

/**
 * Of those the moderator has read, all that still wait: what somebody else dealt with meanwhile stays as it is. Refusal:
 * comment/already-done where none waits any more.
 */
function admitAll({ comments }: CommentsState, { commentIds }: Order<'admit-all'>): Decided {
  const waiting = [...new Set(commentIds)].filter((id) => comments.get(id)?.status === 'waiting')
  if (waiting.length === 0) return refuse('comment/already-done')
  return waiting.map((commentId) => ({ type: 'comment/admitted', payload: { commentId } }))
}

/**
 * One step of the queue, by chair or recorder. What the frozen transcript tells stays as it tells it. Refusals:
 * comment/not-moderator, comment/already-done, comment/unknown, hearing/transcript-frozen.
 */
function moderate(
  state: CommentsState,
  comment: Comment,
  order: Order<'admit' | 'answer' | 'hold' | 'strike' | 'merge'>,
): Decided {
  if (!FROM[order.type].includes(comment.status)) return refuse('comment/already-done')
  const { frozenAt } = order.seat
  if (frozenAt !== null && comment.at <= frozenAt && isShown(comment))
    return refuse('hearing/transcript-frozen')
  const commentId = comment.id
  switch (order.type) {
    case 'admit':
      return [{ type: 'comment/admitted', payload: { commentId } }]
    case 'answer':
      return [{ type: 'comment/answered', payload: { commentId, text: order.text } }]
    case 'hold':
      return [{ type: 'comment/held', payload: { commentId, reason: order.reason } }]
    case 'strike':
      return [{ type: 'comment/struck', payload: { commentId, reason: order.reason } }]
    case 'merge': {
      const into = state.comments.get(order.into)
      // Into one that all can see: who asked the same finds his question there.
      if (!into || into.id === commentId || !isShown(into)) return refuse('comment/unknown')
      return [{ type: 'comment/merged', payload: { commentId, into: into.id } }]
    }
  }
}

/**
 * What a command makes happen among the live comments of a hearing, or why it may not (REQ-076, REQ-084, REQ-085).
 * Pure. The order of states is in RULES.md, section Q.
 */
export function decideComments(state: CommentsState, order: CommentInstruction, context: Context): Decided {
  if (order.type === 'comment') return make(state, order, context)
  if (order.type !== 'support' && !order.seat.moderates) return refuse('comment/not-moderator')
  if (order.type === 'admit-all') return admitAll(state, order)
  const comment = state.comments.get(order.commentId)
  if (!comment) return refuse('comment/unknown')
  return order.type === 'support' ? support(comment, order, context) : moderate(state, comment, order)
}
