import type { Poll } from '#domain/ballots/types.ts'
import { withItem } from './evolve-agenda.ts'
import { pollOf } from './items.ts'
import type { Steps } from './order.ts'
import type { MeetingState } from './types.ts'

function withPoll(state: MeetingState, pollId: string, change: (poll: Poll) => Poll): MeetingState {
  const found = pollOf(state, pollId)
  if (!found) return state
  return withItem(state, found.item.id, (item) => ({
    ...item,
    polls: item.polls.map((poll) => (poll.id === pollId ? change(poll) : poll)),
  }))
}

export const ballotSteps: Steps<
  | 'ballot/opened'
  | 'ballot/hands-entered'
  | 'ballot/count-confirmed'
  | 'ballot/closed'
  | 'ballot/void-asked'
  | 'ballot/void-declined'
  | 'ballot/voided'
  | 'ballot/announced'
  | 'ballot/reconsideration-asked'
  | 'ballot/reconsideration-consented'
> = {
  'ballot/opened': (state, { pollId, ...opened }, { at }) =>
    withItem(state, opened.itemId, (item) => ({
      ...item,
      phase: 'voting',
      polls: [
        ...item.polls,
        {
          ...opened,
          id: pollId,
          status: 'open',
          openedAt: at,
          closedAt: null,
          votedIds: [],
          choices: {},
          hands: null,
          confirmedBy: [],
          result: null,
          announcedAt: null,
          voidReason: null,
          voidGround: null,
          voidAsked: null,
        },
      ],
    })),

  'ballot/hands-entered': (state, { pollId, counts }, { actorId }) =>
    withPoll(state, pollId, (poll) => ({ ...poll, hands: { counts, enteredBy: actorId, confirmedBy: [] } })),

  'ballot/count-confirmed': (state, { pollId }, { actorId }) =>
    withPoll(state, pollId, (poll) =>
      poll.hands
        ? { ...poll, hands: { ...poll.hands, confirmedBy: [...poll.hands.confirmedBy, actorId] } }
        : { ...poll, confirmedBy: [...poll.confirmedBy, actorId] },
    ),

  'ballot/closed': (state, { pollId, votedIds, choices, result }, { at }) =>
    withPoll(state, pollId, (poll) => ({
      ...poll,
      status: 'closed',
      closedAt: at,
      votedIds,
      choices,
      result,
    })),

  /** What was in the box is forgotten: a void ballot tells nobody anything. */
  'ballot/void-asked': (state, { pollId, ground, reason }, { actorId, at }) =>
    withPoll(state, pollId, (poll) => ({ ...poll, voidAsked: { by: actorId, ground, reason, at } })),

  'ballot/void-declined': (state, { pollId }) =>
    withPoll(state, pollId, (poll) => ({ ...poll, voidAsked: null })),

  'ballot/voided': (state, { pollId, reason, ground = null }, { at }) =>
    withPoll(state, pollId, (poll) => ({
      ...poll,
      status: 'void',
      closedAt: poll.closedAt ?? at,
      votedIds: [],
      choices: {},
      hands: null,
      confirmedBy: [],
      result: null,
      voidReason: reason,
      voidGround: ground,
      voidAsked: null,
    })),

  'ballot/announced': (state, { pollId }, { at }) =>
    withPoll(state, pollId, (poll) => ({ ...poll, status: 'announced', announcedAt: at, voidAsked: null })),

  'ballot/reconsideration-asked': (state, { reconsiderationId, itemId, subjectId, reason }, { actorId }) =>
    withItem(state, itemId, (item) => ({
      ...item,
      reconsiderations: [
        ...item.reconsiderations,
        { id: reconsiderationId, subjectId, reason, consents: [actorId], granted: false },
      ],
    })),

  'ballot/reconsideration-consented': (state, { reconsiderationId, itemId, granted }, { actorId }) =>
    withItem(state, itemId, (item) => ({
      ...item,
      reconsiderations: item.reconsiderations.map((asked) =>
        asked.id === reconsiderationId
          ? { ...asked, consents: [...asked.consents, actorId], granted }
          : asked,
      ),
    })),
}
