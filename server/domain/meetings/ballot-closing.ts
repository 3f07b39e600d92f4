import { checkedBox, countsFit } from '#domain/ballots/box.ts'
import { resultOf, sumOf } from '#domain/ballots/rules.ts'
import { withEveryCell } from '#domain/ballots/tally.ts'
import type { Poll } from '#domain/ballots/types.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import {
  mustBeOpen,
  mustBePresent,
  mustBeQuorateFor,
  mustBeSecretary,
  mustLead,
  mustNotBeRecused,
  mustTakePart,
} from './guards.ts'
import { pollOf } from './items.ts'
import type { Rules } from './order.ts'
import { isOfficer, isPresent } from './participants.ts'

function mustBeStillOpen(poll: Poll): Refusal | null {
  return poll.status === 'open' ? null : refuse('ballot/closed')
}

/**
 * Counting, closing, announcing (F-12, F-13, REQ-095, REQ-096, REQ-101). The result is computed from roll, rule and
 * box; nobody types it in. Refusals: ballot/unknown, ballot/closed, meeting/…, recusal/…, and those named below.
 */
export const ballotClosingRules: Rules<'enter-hands' | 'confirm-count' | 'close-ballot' | 'announce-result'> =
  {
    /**
     * A secretary enters what was counted; entering again starts the confirmations anew.
     * Refusals: ballot/nothing-to-confirm (not a show of hands), ballot/counts-do-not-match.
     */
    'enter-hands'(state, { pollId, counts }, { actor }) {
      const found = pollOf(state, pollId)
      const refused = mustBeOpen(state) ?? mustBeSecretary(state, actor.personId)
      if (refused) return refused
      if (!found) return refuse('ballot/unknown')
      const { poll, item } = found
      const unable = mustNotBeRecused(state, item, actor.personId) ?? mustBeStillOpen(poll)
      if (unable) return unable
      if (poll.method !== 'show-of-hands') return refuse('ballot/nothing-to-confirm')
      const raising = poll.roll.filter((line) => line.entitled && isPresent(state, line.personId)).length
      if (!countsFit(poll, counts) || sumOf(counts) > raising) return refuse('ballot/counts-do-not-match')
      return [
        { type: 'ballot/hands-entered', payload: { pollId, counts: withEveryCell(poll.options, counts) } },
      ]
    },

    /**
     * Two scrutineers: of a show of hands before the close, of a secret ballot after it. Whoever entered the counts
     * or leads the meeting does not confirm them.
     * Refusals: ballot/not-scrutineer, ballot/nothing-to-confirm, ballot/already-confirmed.
     */
    'confirm-count'(state, { pollId }, { actor }) {
      const found = pollOf(state, pollId)
      const { personId } = actor
      const refused = mustBeOpen(state) ?? mustTakePart(state, personId)
      if (refused) return refused
      if (!state.scrutineerIds.includes(personId) || personId === state.chairId)
        return refuse('ballot/not-scrutineer')
      if (!found) return refuse('ballot/unknown')
      const { poll, item } = found
      const unable = mustNotBeRecused(state, item, personId) ?? mustBePresent(state, personId)
      if (unable) return unable
      if (poll.status === 'announced') return refuse('ballot/already-announced')
      if (poll.status === 'void') return refuse('ballot/closed')
      const counted =
        (poll.method === 'show-of-hands' && poll.status === 'open' && poll.hands !== null) ||
        (poll.method === 'secret' && poll.status === 'closed')
      if (!counted) return refuse('ballot/nothing-to-confirm')
      if (poll.hands?.enteredBy === personId) return refuse('ballot/not-scrutineer')
      const confirmedBy = poll.hands?.confirmedBy ?? poll.confirmedBy
      if (confirmedBy.includes(personId)) return refuse('ballot/already-confirmed')
      return [{ type: 'ballot/count-confirmed', payload: { pollId } }]
    },

    /**
     * By the chair or a secretary; the service hands over what the box holds. Refused while the quorum is lost:
     * meeting/no-quorum, meeting/bodies-missing (REQ-093). Further: ballot/scrutineers-must-confirm (hands),
     * ballot/counts-do-not-match.
     */
    'close-ballot'(state, { pollId, box }, { actor }) {
      const found = pollOf(state, pollId)
      const refused = mustBeOpen(state)
      if (refused) return refused
      if (!isOfficer(state, actor.personId)) return refuse('meeting/not-secretary')
      if (!found) return refuse('ballot/unknown')
      const { poll, item } = found
      const unable =
        mustNotBeRecused(state, item, actor.personId) ??
        mustBeStillOpen(poll) ??
        mustBeQuorateFor(state, item)
      if (unable) return unable
      if (poll.method === 'show-of-hands') {
        if (!poll.hands || poll.hands.confirmedBy.length < 2) return refuse('ballot/scrutineers-must-confirm')
        const result = resultOf(poll, poll.hands.counts)
        return [{ type: 'ballot/closed', payload: { pollId, votedIds: [], choices: {}, result } }]
      }
      const content = checkedBox(poll, box)
      if (isRefusal(content)) return content
      const { votedIds, choices, counts } = content
      return [
        { type: 'ballot/closed', payload: { pollId, votedIds, choices, result: resultOf(poll, counts) } },
      ]
    },

    /** On the spot by the chair (F-13); a secret count is confirmed by two scrutineers first. */
    'announce-result'(state, { pollId }, { actor }) {
      const found = pollOf(state, pollId)
      const refused = mustBeOpen(state) ?? mustLead(state, found?.item, actor.personId)
      if (refused) return refused
      if (!found) return refuse('ballot/unknown')
      const { poll } = found
      if (poll.status === 'open') return refuse('ballot/already-open')
      if (poll.status === 'announced') return refuse('ballot/already-announced')
      if (poll.status === 'void') return refuse('ballot/closed')
      if (poll.method === 'secret' && poll.confirmedBy.length < 2)
        return refuse('ballot/scrutineers-must-confirm')
      return [{ type: 'ballot/announced', payload: { pollId } }]
    },
  }
