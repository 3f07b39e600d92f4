import { ADMINISTRATORS, holds, type Actor, type Role } from './actor.ts'

/** The system administrator keeps bodies, people and passwords (REQ-247, F-110). */
export function mayAdministerPeople(actor: Actor): boolean {
  return holds(actor, 'system-administrator')
}

export function mayAdministerBodies(actor: Actor): boolean {
  return holds(actor, 'system-administrator')
}

export function mayAdministerPasswords(actor: Actor): boolean {
  return holds(actor, 'system-administrator')
}

/** The working-day calendar is the installation's affair, like its bodies (K-08). */
export function mayImportCalendar(actor: Actor): boolean {
  return holds(actor, 'system-administrator')
}

/** The security administrator grants and ends roles, and does nothing else (REQ-247, F-110). */
export function mayAdministerRoles(actor: Actor): boolean {
  return holds(actor, 'security-administrator')
}

/** The audit administrator reads the record of access, and changes nothing (REQ-247, F-110, F-112). */
export function mayReadAccessLog(actor: Actor): boolean {
  return holds(actor, 'audit-administrator')
}

/** Every account with all its terms: who creates accounts and who grants roles must see them. */
export function mayReadAccounts(actor: Actor): boolean {
  return mayAdministerPeople(actor) || mayAdministerRoles(actor)
}

/** Names to choose handlers, members and attendees from: whoever convenes, registers or presides, never an outsider. */
export function mayUseDirectory(actor: Actor): boolean {
  const working: readonly Role[] = ['secretary', 'member', 'leader', 'hearing-chair']
  return mayReadAccounts(actor) || working.some((role) => holds(actor, role))
}

export function isAdministrator(actor: Actor): boolean {
  return ADMINISTRATORS.some((role) => holds(actor, role))
}
