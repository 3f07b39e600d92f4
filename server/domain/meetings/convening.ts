import { isAhead } from '#domain/proceedings/times.ts'
import { refuse } from '#domain/record/refusal.ts'
import { newCheckInCode } from './check-in-code.ts'
import { mayConvene } from './may.ts'
import { hasDuplicates } from './lists.ts'
import type { Rules } from './order.ts'
import { isSecretary } from './participants.ts'

/**
 * Convening freezes who is due and with which name and body, and pins the papers (REQ-093, REQ-055). The chair
 * must be due, each required department must have a member due (else the meeting could never open), and enough
 * members must be due for a vote to mean something (F-18).
 * Refusals: access/denied, record/conflict (it exists), meeting/time-not-ahead, input/invalid (somebody twice), meeting/chair-must-be-due,
 * meeting/too-few-members, meeting/bodies-missing, agenda/already-listed.
 */
export const conveningRules: Rules<'convene' | 'draft-minutes'> = {
  convene(state, { convocation, rules, membersDue, attendees, items }, context) {
    if (!mayConvene(context.actor)) return refuse('access/denied')
    if (state.seq > 0) return refuse('record/conflict')
    if (!isAhead(convocation.startsAt, context.now)) return refuse('meeting/time-not-ahead')
    if (hasDuplicates([...membersDue, ...attendees].map((one) => one.personId)))
      return refuse('input/invalid')
    if (!membersDue.some((member) => member.personId === convocation.chairId))
      return refuse('meeting/chair-must-be-due')
    if (membersDue.length < rules.minimumVoters) return refuse('meeting/too-few-members')
    const missing = convocation.requiredBodyIds.filter(
      (bodyId) => !membersDue.some((member) => member.bodyId === bodyId),
    )
    if (missing.length > 0) return refuse('meeting/bodies-missing')
    if (hasDuplicates(items.map((item) => item.caseId))) return refuse('agenda/already-listed')
    return [
      {
        type: 'meeting/convened',
        payload: {
          ...convocation,
          rules,
          membersDue,
          attendees,
          items,
          checkInCode: newCheckInCode(() => context.chance()),
        },
      },
    ]
  },

  /** The minutes start once, from a closed meeting. Refusals: meeting/not-secretary, minutes/meeting-open, minutes/exists. */
  'draft-minutes'(state, { minutesId }, { actor }) {
    if (!isSecretary(state, actor.personId) && !mayConvene(actor)) return refuse('meeting/not-secretary')
    if (state.status !== 'closed') return refuse('minutes/meeting-open')
    if (state.minutesId !== null) return refuse('minutes/exists')
    return [{ type: 'meeting/minutes-drafted', payload: { minutesId } }]
  },
}
