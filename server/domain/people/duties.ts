import { refuse, type Refusal } from '#domain/record/refusal.ts'
import type { RoleGrant } from './account.ts'
import { ADMINISTRATORS, type Actor, type Role } from './actor.ts'
import { mayAdministerPeople, mayAdministerRoles } from './may.ts'
import { covers } from './terms.ts'

/** A role held for a term; both days belong to it (YYYY-MM-DD), `until` null means without an end. */
export interface RoleTerm {
  readonly id: string
  readonly personId: string
  readonly role: Role
  readonly bodyId: string | null
  readonly from: string
  readonly until: string | null
}

export interface Account {
  readonly id: string
  readonly active: boolean
  readonly roles: readonly RoleTerm[]
}

const isAdministrators = (role: Role): boolean => ADMINISTRATORS.includes(role)

function overlap(
  one: { readonly from: string; readonly until: string | null },
  other: { readonly from: string; readonly until: string | null },
): boolean {
  const startsBeforeEnd = one.until === null || other.from <= one.until
  const endsAfterStart = other.until === null || one.from <= other.until
  return startsBeforeEnd && endsAfterStart
}

/**
 * Whether a role may be granted. Who grants is the security administrator; a person is administrator of one
 * kind at most and then holds nothing else, counted over overlapping terms (GB/T 22239, F-110, P-04).
 * Refusals: access/denied, people/body-unknown (a role in no body), people/duties-not-separate, input/invalid.
 */
export function refusalToGrant(actor: Actor, grant: RoleGrant, held: readonly RoleTerm[]): Refusal | null {
  if (!mayAdministerRoles(actor)) return refuse('access/denied')
  if (grant.until !== null && grant.until < grant.from) return refuse('input/invalid')
  if (!isAdministrators(grant.role) && grant.bodyId === null) return refuse('people/body-unknown')
  // A term taken back before it began covers no day.
  const began = held.filter((term) => term.until === null || term.from <= term.until)
  const atTheSameTime = began.filter((term) => overlap(term, grant))
  const apart = isAdministrators(grant.role)
    ? atTheSameTime.length === 0
    : !atTheSameTime.some((term) => isAdministrators(term.role))
  return apart ? null : refuse('people/duties-not-separate')
}

/** The kinds of administrator that nobody active would hold on `day` if the person were gone from them. */
function wouldBeOrphaned(
  accounts: readonly Account[],
  day: string,
  gone: (account: Account, term: RoleTerm) => boolean,
): boolean {
  const heldBy = (kind: Role, without: boolean) =>
    accounts.some(
      (account) =>
        account.active &&
        account.roles.some(
          (term) => term.role === kind && covers(term, day) && !(without && gone(account, term)),
        ),
    )
  return ADMINISTRATORS.some((kind) => heldBy(kind, false) && !heldBy(kind, true))
}

/**
 * Whether a role may be ended today: never that of the last active administrator of a kind, or nobody could
 * give it back (P-05). Refusals: access/denied, access/not-found, people/last-administrator.
 */
export function refusalToEndRole(
  actor: Actor,
  roleTermId: string,
  accounts: readonly Account[],
  today: string,
): Refusal | null {
  if (!mayAdministerRoles(actor)) return refuse('access/denied')
  if (!accounts.some((account) => account.roles.some((term) => term.id === roleTermId)))
    return refuse('access/not-found')
  return wouldBeOrphaned(accounts, today, (_account, term) => term.id === roleTermId)
    ? refuse('people/last-administrator')
    : null
}

/**
 * Whether an account may be switched on or off; off never for the last active administrator of a kind (P-05).
 * Refusals: access/denied, access/not-found, people/last-administrator.
 */
export function refusalToSetActive(
  actor: Actor,
  personId: string,
  active: boolean,
  accounts: readonly Account[],
  today: string,
): Refusal | null {
  if (!mayAdministerPeople(actor)) return refuse('access/denied')
  if (!accounts.some((account) => account.id === personId)) return refuse('access/not-found')
  if (active) return null
  return wouldBeOrphaned(accounts, today, (account) => account.id === personId)
    ? refuse('people/last-administrator')
    : null
}
