import type { z } from 'zod'
import type { newBody, newPerson, RoleGrant } from '#domain/people/account.ts'
import type { Actor, Body, Role, RoleHeld } from '#domain/people/actor.ts'
import type { Refusal } from '#domain/record/refusal.ts'
import type { AccessLine, AccessQuery } from './access-log.ts'

/** The password that somebody enters again, and from where. */
export interface Proof {
  readonly password: string
  readonly address: string
}

export interface RoleTermRow extends RoleHeld {
  readonly id: string
  /** YYYY-MM-DD, both days included. */
  readonly from: string
  readonly until: string | null
}

export interface PersonRow {
  readonly id: string
  readonly userName: string
  readonly name: string
  readonly bodyId: string | null
  readonly bodyName: string | null
  readonly office: string
  readonly active: boolean
  readonly roles: readonly RoleTermRow[]
}

export interface SetUpInput {
  readonly jurisdiction: string
  readonly caseMark: string
  readonly minutesMark: string
  readonly administrators: readonly {
    userName: string
    name: string
    password: string
    role: 'system-administrator' | 'security-administrator' | 'audit-administrator'
  }[]
}

export interface AuditPage {
  /** A person's subject is shown by his name. */
  readonly rows: readonly (AccessLine & { readonly personName: string; readonly subjectName: string })[]
  readonly total: number
  readonly pageSize: number
}

/** A session's end is told to the live sockets; `sessionId` null means all sessions of the person. */
export type SessionsEnded = (ended: {
  readonly personId: string
  readonly sessionId: string | null
  /** Of guests: he entered with another device, or his invitation was revoked or issued anew. */
  readonly reason: 'signed-out' | 'expired' | 'disabled' | 'other-device' | 'uninvited'
}) => Promise<void> | void

/** A demo account as the sign-in page of the demo shows it. */
export interface DemoAccount {
  readonly userName: string
  readonly name: string
  readonly bodyName: string | null
  readonly office: string
}

export interface PeopleService {
  isSetUp(): Promise<boolean>
  /** First start on an empty database: jurisdiction, the three administrators, standard bodies. */
  setUp(input: SetUpInput): Promise<{ ok: true } | Refusal>
  bodies(): Promise<readonly Body[]>
  /** For choosing members, handlers, attendees: active people with a role in a body. */
  directory(actor: Actor): Promise<readonly PersonRow[] | Refusal>
  /** For the system and the security administrator: every account (guests have none), disabled ones too, all terms. */
  everybody(actor: Actor): Promise<readonly PersonRow[] | Refusal>
  addBody(actor: Actor, body: z.infer<typeof newBody>): Promise<{ bodyId: string } | Refusal>
  addPerson(actor: Actor, person: z.infer<typeof newPerson>): Promise<{ personId: string } | Refusal>
  setActive(actor: Actor, personId: string, active: boolean): Promise<{ ok: true } | Refusal>
  resetPassword(actor: Actor, personId: string, password: string): Promise<{ ok: true } | Refusal>
  grantRole(actor: Actor, grant: RoleGrant): Promise<{ ok: true } | Refusal>
  endRole(actor: Actor, roleTermId: string): Promise<{ ok: true } | Refusal>
  changeOwnPassword(actor: Actor, current: Proof, next: string): Promise<{ ok: true } | Refusal>
  setLanguage(actor: Pick<Actor, 'personId'>, language: 'zh-CN' | 'en'): Promise<{ ok: true }>
  /** Empty outside the demo. */
  demoAccounts(): Promise<readonly DemoAccount[]>
  /** For the audit administrator: who did what, newest first (F-112). */
  audit(actor: Actor, query: Omit<AccessQuery, 'pageSize'>): Promise<AuditPage | Refusal>
}

export interface StoredRole {
  readonly id: string
  readonly personId: string
  readonly role: Role
  /** Null for the three administrators. */
  readonly bodyId: string | null
  readonly from: string
  readonly until: string | null
}

export interface StoredPerson {
  readonly id: string
  readonly userName: string
  readonly name: string
  readonly bodyId: string | null
  readonly office: string
  readonly active: boolean
  readonly language: 'zh-CN' | 'en'
  /** Somebody else chose the password: it must be changed at the next sign-in (F-113). */
  readonly mustChange: boolean
  /** Somebody without an account: the hearing that invited him. He has no password and holds no role. */
  readonly guestOf?: string
  readonly roles: readonly StoredRole[]
}

export type NewStoredPerson = Omit<StoredPerson, 'roles' | 'guestOf'> & { readonly passwordHash: string }

export interface StoredJurisdiction {
  readonly id: string
  readonly name: string
  readonly caseMark: string
  readonly minutesMark: string
  readonly demo: boolean
}

/** What people and sign-in need of the tables; the store implements it. */
export interface PeopleStore {
  /** Null on an empty database. */
  jurisdiction(): Promise<StoredJurisdiction | null>
  /** All in one transaction; false, and nothing written, where a jurisdiction or person stands already. */
  setUp(input: {
    readonly jurisdiction: StoredJurisdiction
    readonly bodies: readonly Body[]
    readonly people: readonly NewStoredPerson[]
    readonly roles: readonly StoredRole[]
  }): Promise<boolean>
  /** By ordinal, then name. */
  bodies(): Promise<readonly Body[]>
  addBody(body: Body): Promise<void>
  /** Everybody, by user name, guests too. */
  people(): Promise<readonly StoredPerson[]>
  person(personId: string): Promise<StoredPerson | null>
  personByUserName(userName: string): Promise<StoredPerson | null>
  /** Null also of a guest. */
  passwordHash(personId: string): Promise<string | null>
  /** False where the user name is taken (decided by the unique key, not by a look before). */
  addPerson(person: NewStoredPerson): Promise<boolean>
  setActive(personId: string, active: boolean): Promise<void>
  setPassword(personId: string, passwordHash: string, mustChange: boolean): Promise<void>
  setLanguage(personId: string, language: 'zh-CN' | 'en'): Promise<void>
  role(roleTermId: string): Promise<StoredRole | null>
  addRole(role: StoredRole): Promise<void>
  /** Last day of the term, YYYY-MM-DD. */
  endRole(roleTermId: string, until: string): Promise<void>
}
