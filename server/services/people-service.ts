import { DEMO_PASSWORD } from '#domain/people/demo-password.ts'
import { ADMINISTRATORS, type Actor, type Body } from '#domain/people/actor.ts'
import { refusalToEndRole, refusalToGrant, refusalToSetActive } from '#domain/people/duties.ts'
import {
  mayAdministerBodies,
  mayAdministerPasswords,
  mayAdministerPeople,
  mayReadAccessLog,
  mayReadAccounts,
  mayUseDirectory,
} from '#domain/people/may.ts'
import { covers } from '#domain/people/terms.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { AccessLog } from './access-log.ts'
import { setUpOf } from './people-set-up.ts'
import type { LeaveMeetings } from './leave-meetings.ts'
import type { PeopleService, PeopleStore, PersonRow, Proof, SessionsEnded, StoredPerson } from './people.ts'

const AUDIT_PAGE_SIZE = 50

export interface PeoplePorts {
  readonly store: PeopleStore
  readonly log: AccessLog
  readonly passwords: {
    hash(password: string): Promise<string>
  }
  /** Null: it is this person's password. Guesses at an unattended page count like those at the sign-in. */
  readonly confirmPassword: (personId: string, proof: Proof) => Promise<Refusal | null>
  readonly sessions: {
    endAllOf(personId: string): Promise<void>
  }
  /** The day in the jurisdiction's calendar, YYYY-MM-DD. */
  readonly today: () => string
  readonly newId: () => string
  readonly demo: boolean
  /** After an account was disabled or its password reset: closes its live sockets. */
  readonly onSessionsEnded: SessionsEnded
  /** After an account was disabled or a role ended: its person is in no meeting any more where he cannot be. */
  readonly leaveMeetings: LeaveMeetings['everyMeeting']
  /** After a role began or ended: the person's rooms and documents ask again who he is. */
  readonly onRolesChanged: (personId: string) => Promise<void> | void
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

/** Accounts, bodies, roles and the record of access: three administrators, each with his own part (F-110). */
export function createPeopleService(ports: PeoplePorts): PeopleService {
  const { store, log, passwords } = ports
  let standing = false

  const note = (actor: Actor, action: string, subject: string, detail = '') =>
    log.note({ personId: actor.personId, action, subject, detail })

  function rowOf(bodies: readonly Body[]): (person: StoredPerson) => PersonRow {
    const names = new Map(bodies.map((body) => [body.id, body.name]))
    return ({ id, userName, name, bodyId, office, active, roles }) => ({
      id,
      userName,
      name,
      bodyId,
      bodyName: bodyId === null ? null : (names.get(bodyId) ?? null),
      office,
      active,
      roles: roles.map((term) => ({ ...term, bodyId: term.bodyId ?? '' })),
    })
  }

  async function endSessions(personId: string, reason: 'signed-out' | 'disabled'): Promise<void> {
    await ports.sessions.endAllOf(personId)
    await ports.onSessionsEnded({ personId, sessionId: null, reason })
  }

  /** A guest is no account: his hearing keeps him. */
  const isAccount = (person: StoredPerson) => person.guestOf === undefined
  const accounts = async () => (await store.people()).filter(isAccount)
  async function account(personId: string): Promise<StoredPerson | null> {
    const person = await store.person(personId)
    return person && isAccount(person) ? person : null
  }

  const refusesPassword = (password: string) => password === DEMO_PASSWORD && !ports.demo

  return {
    async isSetUp() {
      // A jurisdiction is never taken away again, so one "yes" holds for good.
      standing ||= (await store.jurisdiction()) !== null
      return standing
    },

    /** @returns `people/already-set-up`, `people/duties-not-separate`, `auth/demo-password`. */
    async setUp(input) {
      if (input.administrators.some(({ password }) => refusesPassword(password)))
        return refuse('auth/demo-password')
      const prepared = await setUpOf(input, passwords, ports.newId, ports.today())
      if (isRefusal(prepared)) return prepared
      if (!(await store.setUp(prepared))) return refuse('people/already-set-up')
      for (const { id, userName } of prepared.people) {
        await log.note({ personId: id, action: 'account/set-up', subject: userName })
      }
      return { ok: true }
    },

    bodies: () => store.bodies(),

    async directory(actor) {
      if (!mayUseDirectory(actor)) return refuse('access/denied')
      const today = ports.today()
      const [people, bodies] = await Promise.all([accounts(), store.bodies()])
      return people
        .filter((person) => person.active && person.bodyId !== null)
        .map((person) => ({ ...person, roles: person.roles.filter((term) => covers(term, today)) }))
        .filter((person) => person.roles.length > 0)
        .map(rowOf(bodies))
    },

    async everybody(actor) {
      if (!mayReadAccounts(actor)) return refuse('access/denied')
      const [people, bodies] = await Promise.all([accounts(), store.bodies()])
      return people.map(rowOf(bodies))
    },

    async addBody(actor, body) {
      if (!mayAdministerBodies(actor)) return refuse('access/denied')
      const bodyId = ports.newId()
      await store.addBody({ id: bodyId, ...body })
      await note(actor, 'body/added', bodyId, body.name)
      return { bodyId }
    },

    /** @returns `people/name-taken`, `people/body-unknown`, `auth/demo-password`. */
    async addPerson(actor, { userName, name, bodyId, office, password }) {
      if (!mayAdministerPeople(actor)) return refuse('access/denied')
      if (refusesPassword(password)) return refuse('auth/demo-password')
      if (bodyId !== null && !(await knowsBody(bodyId))) return refuse('people/body-unknown')
      const personId = ports.newId()
      const added = await store.addPerson({
        id: personId,
        userName,
        name,
        bodyId,
        office,
        active: true,
        language: 'zh-CN',
        mustChange: true,
        passwordHash: await passwords.hash(password),
      })
      if (!added) return refuse('people/name-taken')
      await note(actor, 'account/added', personId, userName)
      return { personId }
    },

    /** @returns `people/last-administrator` where nobody else would hold an administrator's role. */
    async setActive(actor, personId, active) {
      const refusal = refusalToSetActive(actor, personId, active, await accounts(), ports.today())
      if (refusal) return refusal
      await store.setActive(personId, active)
      if (!active) await endSessions(personId, 'disabled')
      await note(actor, active ? 'account/enabled' : 'account/disabled', personId)
      if (!active) await ports.leaveMeetings(actor, personId)
      return { ok: true }
    },

    async resetPassword(actor, personId, password) {
      if (!mayAdministerPasswords(actor)) return refuse('access/denied')
      if (refusesPassword(password)) return refuse('auth/demo-password')
      const person = await account(personId)
      if (!person) return refuse('access/not-found')
      await store.setPassword(personId, await passwords.hash(password), true)
      await endSessions(personId, 'signed-out')
      await note(actor, 'account/password-reset', personId, person.userName)
      return { ok: true }
    },

    /** @returns `people/duties-not-separate`, `people/body-unknown`, `people/other-body`, `input/invalid` (an end before the beginning). */
    async grantRole(actor, grant) {
      const person = await account(grant.personId)
      const refusal = refusalToGrant(actor, grant, person?.roles ?? [])
      if (refusal) return refusal
      if (!person) return refuse('access/not-found')
      const { personId, role, from, until } = grant
      const bodyId = ADMINISTRATORS.includes(role) ? null : grant.bodyId
      if (bodyId !== null && !(await knowsBody(bodyId))) return refuse('people/body-unknown')
      if (bodyId !== person.bodyId && bodyId !== null) return refuse('people/other-body')
      await store.addRole({ id: ports.newId(), personId, role, bodyId, from, until })
      await ports.onRolesChanged(personId)
      await note(actor, 'role/granted', personId, `${role} ${from}/${until ?? ''}`)
      return { ok: true }
    },

    /** Ends with yesterday; a term that began today or later then covers no day. */
    async endRole(actor, roleTermId) {
      const today = ports.today()
      const refusal = refusalToEndRole(actor, roleTermId, await accounts(), today)
      if (refusal) return refusal
      const term = await store.role(roleTermId)
      // One that ended long ago must not be made longer.
      if (!term || (term.until !== null && term.until < today)) return { ok: true }
      await store.endRole(roleTermId, dayBefore(today))
      await ports.onRolesChanged(term.personId)
      await note(actor, 'role/ended', term.personId, term.role)
      await ports.leaveMeetings(actor, term.personId)
      return { ok: true }
    },

    /** @returns those of `confirmPassword` for the present one, `auth/demo-password`, `input/invalid`. */
    async changeOwnPassword(actor, current, next) {
      // A visitor who changes a demo account's password would shut out everybody else.
      if (ports.demo) return refuse('access/denied')
      if (refusesPassword(next)) return refuse('auth/demo-password')
      const unproved = await ports.confirmPassword(actor.personId, current)
      if (unproved) return unproved
      if (next === current.password) return refuse('input/invalid')
      await store.setPassword(actor.personId, await passwords.hash(next), false)
      await endSessions(actor.personId, 'signed-out')
      await note(actor, 'account/password-changed', actor.personId)
      return { ok: true }
    },

    async setLanguage(actor, language) {
      await store.setLanguage(actor.personId, language)
      return { ok: true }
    },

    async demoAccounts() {
      if (!ports.demo) return []
      const [people, bodies] = await Promise.all([accounts(), store.bodies()])
      return people
        .filter((person) => person.active)
        .map(rowOf(bodies))
        .map(({ userName, name, bodyName, office }) => ({ userName, name, bodyName, office }))
    },

    async audit(actor, query) {
      if (!mayReadAccessLog(actor)) return refuse('access/denied')
      const [{ rows, total }, people] = await Promise.all([
        log.page({ ...query, pageSize: AUDIT_PAGE_SIZE }),
        store.people(),
      ])
      const names = new Map(people.map((person) => [person.id, person.name]))
      // Reading the record of access is an access like others (F-112: the audit itself is protected).
      await note(actor, 'audit/read', query.part ?? 'all', query.personId ?? '')
      return {
        rows: rows.map((row) => ({
          ...row,
          personName: names.get(row.personId) ?? row.personId,
          subjectName: names.get(row.subject) ?? row.subject,
        })),
        total,
        pageSize: AUDIT_PAGE_SIZE,
      }
    },
  }

  async function knowsBody(bodyId: string): Promise<boolean> {
    return (await store.bodies()).some((body) => body.id === bodyId)
  }
}
