import { ended } from '#domain/proceedings/spans.ts'
import type { Steps } from './order.ts'
import type { MeetingState, Presence } from './types.ts'

function presenceOf(state: MeetingState, personId: string): Presence {
  return state.presences.find((one) => one.personId === personId) ?? { personId, spans: [] }
}

function withPresence(state: MeetingState, presence: Presence): MeetingState {
  const known = state.presences.some((one) => one.personId === presence.personId)
  return {
    ...state,
    presences: known
      ? state.presences.map((one) => (one.personId === presence.personId ? presence : one))
      : [...state.presences, presence],
  }
}

export const attendanceSteps: Steps<
  'meeting/member-checked-in' | 'meeting/member-checked-out' | 'meeting/leave-taken' | 'meeting/code-renewed'
> = {
  /** Whoever comes after all is no longer on leave; that he had asked for it stays in the record. */
  'meeting/member-checked-in'(state, { personId }, { at, actorId }) {
    const presence = presenceOf(state, personId)
    return {
      ...withPresence(state, { personId, spans: [...presence.spans, { in: at, out: null, by: actorId }] }),
      leaves: state.leaves.filter((leave) => leave.personId !== personId),
    }
  },

  'meeting/member-checked-out'(state, { personId }, { at }) {
    return withPresence(state, { personId, spans: ended(presenceOf(state, personId).spans, at) })
  },

  'meeting/leave-taken'(state, { personId, reason }, { at }) {
    const others = state.leaves.filter((leave) => leave.personId !== personId)
    return { ...state, leaves: [...others, { personId, reason, at }] }
  },

  'meeting/code-renewed': (state, { checkInCode }) => ({ ...state, checkInCode }),
}
