import { holds, type Actor } from '#domain/people/actor.ts'
import { isParticipant } from './participants.ts'
import type { MeetingState } from './types.ts'

/** Secretaries of the coordination office convene (F-22 leaves the chair to the meeting itself). */
export function mayConvene(actor: Pick<Actor, 'roles'>): boolean {
  return actor.roles.some((held) => held.role === 'secretary')
}

/** Participants, and by office a secretary or a leader, who reads; nobody by an administrator's office (§8). */
export function mayReadMeeting(actor: Actor, state: MeetingState): boolean {
  if (state.seq === 0) return false
  return isParticipant(state, actor.personId) || holds(actor, 'secretary') || holds(actor, 'leader')
}
