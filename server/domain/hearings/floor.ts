import { endSpeech, mustMayEnd, mustNotWait, withdrawHands, withdrawOwn } from '#domain/proceedings/floor.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import { mustBeChecked, mustBeInRoom, mustBeOpen, mustBeWithin, mustPreside } from './guards.ts'
import type { Rules } from './order.ts'
import { isChair, isInRoom, maySpeakIn, participantOf, sideOf } from './people.ts'
import type { HearingState } from './types.ts'

/** Refusals: hearing/not-present, hearing/witness-outside, hearing/not-in-phase, hearing/muted, hearing/identity-unchecked. */
export function mustMaySpeak(state: HearingState, personId: string): Refusal | null {
  const refused = mustBeInRoom(state, personId)
  const one = participantOf(state, personId)
  if (refused || !one) return refused ?? refuse('hearing/not-participant')
  if (!maySpeakIn(state.phase, one.capacity)) return refuse('hearing/not-in-phase')
  return one.mutedAt !== null ? refuse('hearing/muted') : mustBeChecked(one)
}

/** One speaks for others of his side who are in the room (F-55). */
function mustBeOfOneSide(state: HearingState, personId: string, alsoFor: readonly string[]): Refusal | null {
  if (new Set([personId, ...alsoFor]).size !== alsoFor.length + 1) return refuse('input/invalid')
  const own = participantOf(state, personId)
  const side = own ? sideOf(own.capacity) : 'none'
  const fits = alsoFor.every((id) => {
    const one = participantOf(state, id)
    return one !== undefined && side !== 'none' && sideOf(one.capacity) === side && isInRoom(one)
  })
  return fits ? null : refuse('hearing/other-side')
}

/**
 * Speaking in turn, by phase and side (REQ-075, REQ-077). Refusals: hearing/not-open, hearing/suspended, hearing/ended,
 * hearing/not-chair, floor/… and those above.
 */
export const floorRules: Rules<'ask-to-speak' | 'withdraw' | 'give-floor' | 'extend-floor' | 'end-floor'> = {
  'ask-to-speak'(state, { alsoFor }, context) {
    const { personId } = context.actor
    const refused =
      mustBeOpen(state) ??
      mustMaySpeak(state, personId) ??
      mustNotWait(state.floor, personId) ??
      mustBeOfOneSide(state, personId, alsoFor)
    const one = participantOf(state, personId)
    if (refused || !one) return refused ?? refuse('hearing/not-participant')
    const side = sideOf(one.capacity)
    return [{ type: 'floor/hand-raised', payload: { requestId: context.newId(), side, alsoFor } }]
  },

  withdraw(state, _order, { actor }) {
    return mustBeOpen(state) ?? withdrawOwn(state.floor, actor.personId)
  },

  /**
   * Those for whom he speaks leave the queue now and not when he asks: that is the chair's to give, not his to take.
   * Without seconds the preset of the side.
   */
  'give-floor'(state, { requestId, seconds }, { actor }) {
    const refused = mustPreside(state, actor.personId)
    if (refused) return refused
    const hand = state.floor.waiting.find((one) => one.id === requestId)
    if (!hand) return refuse('floor/nobody-waiting')
    const unable = mustMaySpeak(state, hand.personId)
    if (unable) return unable
    return [
      ...endSpeech(state.floor),
      ...withdrawHands(state.floor, (personId) => hand.alsoFor.includes(personId)),
      {
        type: 'floor/granted',
        payload: { requestId, seconds: seconds ?? state.rules.speakingSeconds[hand.side] },
      },
    ]
  },

  'extend-floor'(state, { seconds }, { actor }) {
    const refused = mustPreside(state, actor.personId)
    if (refused) return refused
    const { speaking } = state.floor
    if (!speaking) return refuse('floor/nobody-speaking')
    return [{ type: 'floor/extended', payload: { requestId: speaking.id, seconds } }]
  },

  'end-floor'(state, _order, { actor }) {
    return (
      mustBeOpen(state) ??
      mustBeWithin(state, actor.personId) ??
      mustMayEnd(state.floor, actor.personId, isChair(state, actor.personId)) ??
      endSpeech(state.floor)
    )
  },
}
