import type { Actor, Body } from '#domain/people/actor.ts'
import type { HearingState, OfficeBodies } from './types.ts'

type Roles = Pick<Actor, 'roles'>

/** Secretaries, and leaders of a body that takes part in the case (REQ-067). */
export function mayOrderHearing(actor: Roles, caseBodyIds: readonly string[]): boolean {
  return actor.roles.some(
    ({ role, bodyId }) => role === 'secretary' || (role === 'leader' && caseBodyIds.includes(bodyId)),
  )
}

/**
 * Whose offices have to do with the hearing (H-183): its secretaries sit in the ordering body and in the coordination group,
 * which runs the case; its leaders decide the case, in the bodies that take part in it, the group and the party committee.
 */
export function officeBodiesOf(
  orderingBodyId: string,
  caseBodyIds: readonly string[],
  bodies: readonly Pick<Body, 'id' | 'kind'>[],
): OfficeBodies {
  const ofKind = (kind: Body['kind']) => bodies.filter((body) => body.kind === kind).map(({ id }) => id)
  const secretaries = [orderingBodyId, ...ofKind('coordination')]
  const leaders = [...secretaries, ...caseBodyIds, ...ofKind('party-committee')]
  return { secretaries: [...new Set(secretaries)], leaders: [...new Set(leaders)] }
}

/** Names people and serves the notice: secretaries of the office, and leaders of the body that ordered it. */
export function mayPrepare(actor: Roles, { orderingBodyId, officeBodies }: HearingState): boolean {
  return actor.roles.some(
    ({ role, bodyId }) =>
      (role === 'secretary' && officeBodies.secretaries.includes(bodyId)) ||
      (role === 'leader' && bodyId === orderingBodyId),
  )
}

/** Reads it without taking part. */
export function readsByOffice(actor: Roles, { officeBodies }: HearingState): boolean {
  return actor.roles.some(
    ({ role, bodyId }) =>
      (role === 'secretary' && officeBodies.secretaries.includes(bodyId)) ||
      (role === 'leader' && officeBodies.leaders.includes(bodyId)),
  )
}

/** The same as the read table keeps it: a role in a body, one text each. */
export const officeRole = (role: string, bodyId: string) => `${role}/${bodyId}`

export function officeRoles({ secretaries, leaders }: OfficeBodies): readonly string[] {
  return [
    ...secretaries.map((bodyId) => officeRole('secretary', bodyId)),
    ...leaders.map((bodyId) => officeRole('leader', bodyId)),
  ].sort()
}
