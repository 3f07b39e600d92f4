import type { Actor } from '#domain/people/actor.ts'
import type { HearingState } from './types.ts'

type Roles = Pick<Actor, 'roles'>

/** Secretaries, and leaders of a body that takes part in the case (REQ-067). */
export function mayOrderHearing(actor: Roles, caseBodyIds: readonly string[]): boolean {
  return actor.roles.some(
    ({ role, bodyId }) => role === 'secretary' || (role === 'leader' && caseBodyIds.includes(bodyId)),
  )
}

/** Names people and serves the notice: secretaries, and leaders of the body that ordered it. */
export function mayPrepare(actor: Roles, state: HearingState): boolean {
  return mayOrderHearing(actor, [state.orderingBodyId])
}
