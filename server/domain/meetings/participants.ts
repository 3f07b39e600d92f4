import { isIn } from '#domain/proceedings/spans.ts'
import type { MeetingState } from './types.ts'

export function isMemberDue(state: MeetingState, personId: string): boolean {
  return state.membersDue.some((member) => member.personId === personId)
}

/** 列席: speaks, never votes (F-11, REQ-060). */
export function isAttendee(state: MeetingState, personId: string): boolean {
  return state.attendees.some((attendee) => attendee.personId === personId)
}

export function isSecretary(state: MeetingState, personId: string): boolean {
  return state.secretaryIds.includes(personId)
}

/** The chair and the secretaries: who run the meeting and keep its record. */
export function isOfficer(state: MeetingState, personId: string): boolean {
  return state.chairId === personId || isSecretary(state, personId)
}

/** Everybody the meeting was convened with, in whatever capacity. */
export function isParticipant(state: MeetingState, personId: string): boolean {
  return (
    isMemberDue(state, personId) ||
    isAttendee(state, personId) ||
    isOfficer(state, personId) ||
    state.scrutineerIds.includes(personId)
  )
}

export function participantIds(state: MeetingState): readonly string[] {
  const people = [
    ...state.membersDue.map((member) => member.personId),
    ...state.attendees.map((attendee) => attendee.personId),
    state.chairId,
    ...state.secretaryIds,
    ...state.scrutineerIds,
  ]
  return [...new Set(people)].filter((personId) => personId !== '')
}

/** Checked in and not out again. */
export function isPresent(state: MeetingState, personId: string): boolean {
  const presence = state.presences.find((one) => one.personId === personId)
  return presence !== undefined && isIn(presence.spans)
}

export function presentIds(state: MeetingState): ReadonlySet<string> {
  return new Set(state.presences.filter((one) => isIn(one.spans)).map((one) => one.personId))
}

/** From which body somebody was called; null for a secretary or scrutineer who is neither due nor attends. */
export function bodyOf(state: MeetingState, personId: string): string | null {
  const called = [...state.membersDue, ...state.attendees].find((one) => one.personId === personId)
  return called?.bodyId ?? null
}
