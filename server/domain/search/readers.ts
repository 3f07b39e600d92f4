import { officeRole } from '#domain/hearings/may.ts'
import { holds, type Actor } from '#domain/people/actor.ts'
import { actsFor } from '#domain/people/acts-for.ts'
import type { Audience } from './entry.ts'

/** Readers by role: see every case and meeting but those closed to them. */
export const OFFICE = ['role:secretary', 'role:leader'] as const
export const person = (personId: string) => `person:${personId}`
export const body = (bodyId: string) => `body:${bodyId}`
export const meeting = (meetingId: string) => `meeting:${meetingId}`
export const hearing = (hearingId: string) => `hearing:${hearingId}`
/** A role in a body, as hearings name their readers by office. */
export const office = (role: string) => `office:${role}`
/** Not for whoever is recused from this case now. */
export const unlessRecused = (caseId: string) => `case:${caseId}`

/** What a person takes part in and is shut out of now; asked of the tables at every search. */
export interface Standing {
  readonly meetingIds: readonly string[]
  /** On their agendas. */
  readonly meetingCaseIds: readonly string[]
  readonly hearingIds: readonly string[]
  readonly closedCaseIds: readonly string[]
}

/** As whom somebody asks: roles and recusals of this moment. Administrators are nobody here (P-06). */
export function audienceOf(actor: Actor, standing: Standing): Audience {
  const { bodyId, personId } = actor
  return {
    readers: [
      person(personId),
      ...(holds(actor, 'secretary') ? ['role:secretary'] : []),
      ...(holds(actor, 'leader') ? ['role:leader'] : []),
      ...actor.roles.map((held) => office(officeRole(held.role, held.bodyId))),
      ...(bodyId !== null && actsFor(actor, bodyId) ? [body(bodyId)] : []),
      ...standing.meetingIds.map(meeting),
      ...standing.hearingIds.map(hearing),
    ],
    without: [person(personId), ...standing.closedCaseIds.map(unlessRecused)],
  }
}
