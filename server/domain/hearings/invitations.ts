import { calendarDay, daysAfter, momentOf } from '#domain/calendar/dates.ts'
import type { Actor } from '#domain/people/actor.ts'
import { leaveFloor } from '#domain/proceedings/floor.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import { isEnded, mustMayPrepare } from './guards.ts'
import type { Rules } from './order.ts'
import { isPresent, isRecorder, participantOf } from './people.ts'
import { yetToSign } from './signing.ts'
import type { HearingState, Invitation, Participant } from './types.ts'

/** However long a hearing takes, an invitation is issued anew after so many days: a lost paper opens nothing for ever. */
export const LONGEST_DAYS = 90

/** Who prepares the hearing, and the recorder, who is at the door when somebody has lost his paper. */
export function mustMayInvite(state: HearingState, actor: Actor): Refusal | null {
  return isRecorder(state, actor.personId) ? null : mustMayPrepare(state, actor)
}

const endOf = (day: string) => momentOf(daysAfter(day, 1), '00:00')

/**
 * The moment (ISO 8601) at which it is over: with the last day for corrections, as long as no signature of his is waited for;
 * with the day on which the hearing was called off or broken off; at the latest as it was issued.
 */
export function endOfInvitation(state: HearingState, personId: string, { latestAt }: Invitation): string {
  const { frozen } = state.transcript
  if (state.ended) return earlier(latestAt, endOf(calendarDay(state.ended.at)))
  const waitedFor = state.status === 'closed' && yetToSign(state).includes(personId)
  return frozen && !waitedFor ? earlier(latestAt, endOf(frozen.latestCorrectionOn)) : latestAt
}

const earlier = (one: string, other: string) => (Date.parse(one) <= Date.parse(other) ? one : other)

/** Where somebody without an account stands; `entered`: he was let in, `in-room`: and is there now. */
export type InvitationStanding = 'none' | 'issued' | 'entered' | 'in-room' | 'revoked' | 'expired'

export function standingOfInvitation(
  state: HearingState,
  one: Participant,
  now: Date,
): InvitationStanding | null {
  const { invitation, personId } = one
  if (!invitation) return null
  if (invitation.issuedAt === null) return 'none'
  if (invitation.revokedAt !== null) return 'revoked'
  if (now.getTime() >= Date.parse(endOfInvitation(state, personId, invitation))) return 'expired'
  if (invitation.enteredAt === null) return 'issued'
  return isPresent(one) ? 'in-room' : 'entered'
}

/** Whether link, code and session of a guest open the hearing to him now. */
export function invitationHolds(state: HearingState, personId: string, now: Date): boolean {
  const one = participantOf(state, personId)
  const standing = one ? standingOfInvitation(state, one, now) : null
  return standing === 'issued' || standing === 'entered' || standing === 'in-room'
}

/** Refusals: hearing/not-participant, invitation/has-account. */
function mustBeGuest(state: HearingState, personId: string): Refusal | null {
  const one = participantOf(state, personId)
  if (!one) return refuse('hearing/not-participant')
  return one.invitation ? null : refuse('invitation/has-account')
}

/** Invitations of people without an account (REQ-083). Refusals: access/denied, those above and those named. */
export const invitationRules: Rules<'issue-invitation' | 'enter-invited' | 'revoke-invitation'> = {
  /** The first, or another in its place. Refusal: hearing/ended. */
  'issue-invitation'(state, { personId }, { actor, now }) {
    const refused = mustMayInvite(state, actor) ?? mustBeGuest(state, personId)
    if (refused) return refused
    if (isEnded(state.status)) return refuse('hearing/ended')
    const latestAt = endOf(daysAfter(calendarDay(now.toISOString()), LONGEST_DAYS))
    const fresh: Invitation = { issuedAt: now.toISOString(), latestAt, enteredAt: null, revokedAt: null }
    // Over before it began: what there was to read and correct has been.
    if (now.getTime() >= Date.parse(endOfInvitation(state, personId, fresh))) return refuse('hearing/ended')
    return [{ type: 'invitation/issued', payload: { personId, latestAt } }]
  },

  /** Refusal: invitation/not-valid, whatever the reason. */
  'enter-invited'(state, { way }, { actor, now }) {
    return invitationHolds(state, actor.personId, now)
      ? [{ type: 'invitation/entered', payload: { way } }]
      : refuse('invitation/not-valid')
  },

  /** He is out of the room with it. Refusal: invitation/none. */
  'revoke-invitation'(state, { personId, reason }, { actor, now }) {
    const refused = mustMayInvite(state, actor) ?? mustBeGuest(state, personId)
    if (refused) return refused
    if (!invitationHolds(state, personId, now)) return refuse('invitation/none')
    const one = participantOf(state, personId)
    const leaves = one && isPresent(one) && !isEnded(state.status)
    return [
      { type: 'invitation/revoked', payload: { personId, reason } },
      ...(leaves
        ? [
            ...leaveFloor(state.floor, personId),
            { type: 'participant/went-out' as const, payload: { personId } },
          ]
        : []),
    ]
  },
}
