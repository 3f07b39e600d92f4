import { leaveFloor } from '#domain/proceedings/floor.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import { mustBeChair, mustNotBeClosed, mustPreside, mustTakePart } from './guards.ts'
import type { Rules } from './order.ts'
import { isPresent, participantOf } from './people.ts'
import type { HearingState } from './types.ts'

/** The chair over somebody who is there, never over himself. Refusals: input/invalid, hearing/not-participant, hearing/expelled, hearing/not-present. */
function mustMayCall(state: HearingState, actorId: string, personId: string): Refusal | null {
  const refused = mustPreside(state, actorId)
  if (refused) return refused
  if (actorId === personId) return refuse('input/invalid')
  const gone = mustTakePart(state, personId)
  if (gone) return gone
  const one = participantOf(state, personId)
  return one && isPresent(one) ? null : refuse('hearing/not-present')
}

/** Order in the room (REQ-084, F-46): warned, silenced, sent out; every act is recorded with its reason. */
export const roomOrderRules: Rules<'warn' | 'mute' | 'unmute' | 'expel' | 'open-comments-to-observers'> = {
  warn(state, { personId, reason }, { actor }) {
    return (
      mustMayCall(state, actor.personId, personId) ?? [
        { type: 'order/warned', payload: { personId, reason } },
      ]
    )
  },

  mute(state, { personId, reason }, { actor }) {
    const refused = mustMayCall(state, actor.personId, personId)
    if (refused) return refused
    if (participantOf(state, personId)?.mutedAt !== null) return refuse('hearing/muted')
    return [...leaveFloor(state.floor, personId), { type: 'order/muted', payload: { personId, reason } }]
  },

  unmute(state, { personId }, { actor }) {
    const refused = mustPreside(state, actor.personId) ?? mustTakePart(state, personId)
    if (refused) return refused
    return participantOf(state, personId)?.mutedAt === null
      ? refuse('hearing/not-muted')
      : [{ type: 'order/unmuted', payload: { personId } }]
  },

  /** F-46 removes those who persist: nobody is sent out who was not warned before. */
  expel(state, { personId, reason }, { actor }) {
    const refused = mustMayCall(state, actor.personId, personId)
    if (refused) return refused
    if (participantOf(state, personId)?.warnings.length === 0) return refuse('hearing/not-warned')
    return [...leaveFloor(state.floor, personId), { type: 'order/expelled', payload: { personId, reason } }]
  },

  'open-comments-to-observers'(state, { open }, { actor }) {
    return (
      mustNotBeClosed(state) ??
      mustBeChair(state, actor.personId) ?? [{ type: 'order/observers-comment', payload: { open } }]
    )
  },
}
