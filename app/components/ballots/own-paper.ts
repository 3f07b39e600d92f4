import type { Poll } from '#domain/ballots/types.ts'
import { isCutOff } from '#domain/meetings/recusals.ts'
import type { AgendaItem, MeetingState } from '#domain/meetings/types.ts'
import type { Refusal } from '#domain/record/refusal.ts'

/** Whether this ballot waits for my vote on paper. */
export function mayVoteIn(poll: Poll, personId: string): boolean {
  return (
    poll.status === 'open' &&
    poll.method !== 'show-of-hands' &&
    poll.roll.some((line) => line.personId === personId && line.entitled)
  )
}

/** A vote that came back after the close: refused for it, or for whatever else once the ballot was over. */
export function cameTooLate(poll: Poll, refusal: Refusal | null): boolean {
  if (!refusal || poll.status === 'void') return false
  return refusal.refused === 'ballot/closed' || poll.status !== 'open'
}

interface Own {
  /** Ballots of which the box has my vote. */
  readonly voted: (pollId: string) => boolean
  /** The ballot into which a vote of mine is on its way, or came too late. */
  readonly unsettled: string | null
}

/**
 * The paper that lies before me: one that waits for my vote; else the one whose vote of mine is unsettled, also
 * after its announcement and when the meeting went on meanwhile, so that nobody believes a lost vote counted;
 * else my receipt of the item that is up, until the announcement.
 */
export function paperOf(
  state: MeetingState,
  personId: string,
  { voted, unsettled }: Own,
): { readonly poll: Poll; readonly item: AgendaItem } | null {
  const papers = state.items
    .filter((item) => !isCutOff(state, item, personId))
    .flatMap((item) => item.polls.map((poll) => ({ poll, item })))
  const isUp = ({ item }: { item: AgendaItem }) => item.id === state.currentItemId
  return (
    papers.find((paper) => isUp(paper) && mayVoteIn(paper.poll, personId)) ??
    papers.find(({ poll }) => poll.id === unsettled && poll.status !== 'void') ??
    papers.find((paper) => isUp(paper) && paper.poll.status === 'closed' && voted(paper.poll.id)) ??
    null
  )
}
