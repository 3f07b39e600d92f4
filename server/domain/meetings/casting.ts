import { refuse, type Refusal } from '#domain/record/refusal.ts'
import type { CastVote } from './commands.ts'
import { mustBeOpen, mustBePresent, mustBeQuorateFor } from './guards.ts'
import { pollOf } from './items.ts'
import type { MeetingState } from './types.ts'

/**
 * Whether a person's vote may go to the ballot box: on the frozen roll as entitled, an option that was put, in the
 * room, meeting open and quorate for the item. A ballot that is over gives no refusal here: the box answers, so
 * that whoever sends again what was taken gets his receipt again. "Not yet voted" is the box's own.
 * Refusals: ballot/unknown, ballot/by-show-of-hands, ballot/not-entitled, ballot/unknown-option, meeting/…
 */
export function mayCast(state: MeetingState, personId: string, vote: CastVote): Refusal | null {
  const found = pollOf(state, vote.pollId)
  if (!found) return refuse('ballot/unknown')
  const { poll, item } = found
  if (poll.method === 'show-of-hands') return refuse('ballot/by-show-of-hands')
  if (!poll.roll.some((line) => line.personId === personId && line.entitled))
    return refuse('ballot/not-entitled')
  if (vote.choice !== 'ABSTAIN' && !poll.options.includes(vote.choice)) return refuse('ballot/unknown-option')
  if (poll.status !== 'open') return null
  return mustBeOpen(state) ?? mustBePresent(state, personId) ?? mustBeQuorateFor(state, item)
}
