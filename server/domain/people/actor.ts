/** Kinds of bodies that take part (REQ-002). */
export const BODY_KINDS = [
  'discipline',
  'organization',
  'political-legal',
  'coordination',
  'party-committee',
  'government',
  'invited',
  'unit',
] as const
export type BodyKind = (typeof BODY_KINDS)[number]

/**
 * Roles are held in a body for a term (REQ-004). Chair, scrutineer, attendee and handler are not here:
 * they are capacities within one meeting or case and stand in its record.
 */
export const ROLES = [
  'secretary',
  'member',
  'leader',
  'applicant',
  'hearing-chair',
  'hearing-member',
  'recorder',
  'investigator',
  'third-party',
  'witness',
  'expert',
  'observer',
  'system-administrator',
  'security-administrator',
  'audit-administrator',
] as const
export type Role = (typeof ROLES)[number]

export const ADMINISTRATORS: readonly Role[] = [
  'system-administrator',
  'security-administrator',
  'audit-administrator',
]

export interface Body {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly kind: BodyKind
}

export interface RoleHeld {
  readonly role: Role
  readonly bodyId: string
}

/** Who asks: made from the session alone, with only the roles whose term covers now. */
export interface Actor {
  readonly personId: string
  readonly name: string
  /** The body the person acts for; null for the three administrators. */
  readonly bodyId: string | null
  readonly bodyName: string | null
  readonly roles: readonly RoleHeld[]
  /** Of somebody without an account: the one hearing that his session reaches. */
  readonly guestOf?: string
}

export function holds(actor: Actor, role: Role): boolean {
  return actor.roles.some((held) => held.role === role)
}

export function holdsIn(actor: Actor, role: Role, bodyId: string): boolean {
  return actor.roles.some((held) => held.role === role && held.bodyId === bodyId)
}
