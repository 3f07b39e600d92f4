import { leaveFloor } from '#domain/proceedings/floor.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import { isCheckInCode, newCheckInCode } from './check-in-code.ts'
import { mustBeOfficer, mustBePresent, mustNotHaveEnded, mustTakePart } from './guards.ts'
import type { Rules } from './order.ts'
import { isOfficer, isPresent } from './participants.ts'
import type { MeetingState } from './types.ts'

/** For oneself, or an officer of the meeting for another participant (F-21). */
function mustMayActFor(state: MeetingState, actorId: string, personId: string): Refusal | null {
  const refused = mustTakePart(state, actorId) ?? mustTakePart(state, personId)
  if (refused) return refused
  return actorId === personId || isOfficer(state, actorId) ? null : refuse('meeting/not-secretary')
}

/**
 * Signing in and out, and leave (F-10, F-21, REQ-093, REQ-097). Attendees sign in too and do not count.
 * Refusals: meeting/closed, meeting/not-participant, meeting/not-secretary, meeting/already-present,
 * meeting/not-present, meeting/wrong-code.
 */
export const attendanceRules: Rules<'check-in' | 'check-out' | 'take-leave' | 'renew-code' | 'take-out'> = {
  'check-in'(state, order, { actor }) {
    const personId = order.personId ?? actor.personId
    const refused = mustNotHaveEnded(state) ?? mustMayActFor(state, actor.personId, personId)
    if (refused) return refused
    if (isPresent(state, personId)) return refuse('meeting/already-present')
    const forAnother = personId !== actor.personId
    if (!forAnother && order.code !== null && !isCheckInCode(state.checkInCode, order.code))
      return refuse('meeting/wrong-code')
    const way = forAnother ? 'secretary' : order.code === null ? 'self' : 'code'
    return [{ type: 'meeting/member-checked-in', payload: { personId, way } }]
  },

  'check-out'(state, order, { actor }) {
    const personId = order.personId ?? actor.personId
    const refused =
      mustNotHaveEnded(state) ??
      mustMayActFor(state, actor.personId, personId) ??
      mustBePresent(state, personId)
    if (refused) return refused
    return [
      ...leaveFloor(state.floor, personId),
      { type: 'meeting/member-checked-out', payload: { personId } },
    ]
  },

  /** An instruction of services: who cannot act any more does not count as present (M-28, M-30). */
  'take-out'(state, { personId, because }) {
    const refused = mustNotHaveEnded(state) ?? mustBePresent(state, personId)
    if (refused) return refused
    return [
      ...leaveFloor(state.floor, personId),
      {
        type: 'meeting/member-checked-out',
        payload: { personId, ...(because === 'disabled' ? { disabled: true } : { roleEnded: true }) },
      },
    ]
  },

  'take-leave'(state, order, { actor }) {
    const personId = order.personId ?? actor.personId
    const refused = mustNotHaveEnded(state) ?? mustMayActFor(state, actor.personId, personId)
    if (refused) return refused
    if (isPresent(state, personId)) return refuse('meeting/already-present')
    return [{ type: 'meeting/leave-taken', payload: { personId, reason: order.reason } }]
  },

  'renew-code'(state, _order, context) {
    const refused = mustNotHaveEnded(state) ?? mustBeOfficer(state, context.actor.personId)
    if (refused) return refused
    return [
      { type: 'meeting/code-renewed', payload: { checkInCode: newCheckInCode(() => context.chance()) } },
    ]
  },
}
