import { DEMO_PASSWORD } from '#domain/people/demo-password.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { AccessLog } from '#server/services/access-log.ts'
import type { PeopleStore, SessionsEnded } from '#server/services/people.ts'
import type { Invited } from './invited.ts'
import type { SignInLimits } from './limits.ts'
import type { Sessions } from './lucia.ts'
import type { Passwords } from './passwords.ts'

/** Sign-in with user name and password; the cookie is a `Set-Cookie` header value. */
export interface SignIn {
  withPassword(input: {
    userName: string
    password: string
    address: string
  }): Promise<{ cookie: string } | Refusal>
  /** The password of who is signed in, or a guest's code, entered again to sign a paper. Null: it is his. */
  confirm(input: { personId: string; password: string; address: string }): Promise<Refusal | null>
  signOut(cookieHeader: string | null): Promise<{ cookie: string }>
  signOutEverywhere(personId: string): Promise<{ cookie: string }>
}

export interface SignInParts {
  readonly sessions: Sessions
  readonly limits: SignInLimits
  readonly passwords: Passwords
  readonly people: Pick<PeopleStore, 'person' | 'personByUserName' | 'passwordHash'>
  readonly invited: Pick<Invited, 'confirm'>
  readonly log: AccessLog
  readonly demo: boolean
  /** Closes the live sockets of the ended sessions. */
  readonly onSessionsEnded: SessionsEnded
}

/**
 * Unknown user, disabled account and wrong password get one answer after the same work: nobody learns here
 * who has an account. A locked account refuses the right password too.
 */
export function createSignIn({
  sessions,
  limits,
  passwords,
  people,
  invited,
  log,
  demo,
  onSessionsEnded,
}: SignInParts): SignIn {
  /** Whose password it is, by name; every failure counts towards the lock. */
  async function tried(
    userName: string,
    password: string,
    address: string,
  ): Promise<{ personId: string; storedHash: string | null } | Refusal> {
    const limited = await limits.refusalFor(userName, address)
    if (limited) return limited
    const found = await people.personByUserName(userName)
    // Who comes by invitation has no name to sign in by.
    const person = found?.guestOf === undefined ? found : null
    const storedHash = person?.active ? await people.passwordHash(person.id) : null
    const right = await passwords.matches(storedHash, password)
    if (!person || !right) {
      const locked = await limits.failed(userName, address)
      await log.note({ personId: '', action: 'account/sign-in-refused', subject: userName, detail: address })
      if (locked)
        await log.note({ personId: '', action: 'account/locked', subject: userName, detail: address })
      return locked ?? refuse('auth/wrong-credentials')
    }
    await limits.succeeded(userName)
    return { personId: person.id, storedHash }
  }

  async function attempt(
    userName: string,
    password: string,
    address: string,
  ): Promise<{ cookie: string } | Refusal> {
    const answer = await tried(userName, password, address)
    if (isRefusal(answer)) return answer
    const { personId, storedHash } = answer
    const cookie = await sessions.start(personId)
    // A password reset while this one was checked ended every session but the one just begun.
    if ((await people.passwordHash(personId)) !== storedHash) {
      await sessions.end(cookie)
      return refuse('auth/wrong-credentials')
    }
    await log.note({ personId, action: 'account/signed-in', subject: userName, detail: address })
    return { cookie }
  }

  return {
    /** @returns `auth/wrong-credentials`, `auth/locked`, `auth/too-many-attempts`, `auth/demo-password` or the cookie. */
    async withPassword({ userName, password, address }) {
      if (!demo && password === DEMO_PASSWORD) return refuse('auth/demo-password')
      const name = userName.trim().toLowerCase()
      return limits.inTurn(name, () => attempt(name, password, address))
    },
    /** @returns `auth/wrong-credentials`, `auth/locked`, `auth/too-many-attempts`, those of a guest's code, or null. */
    async confirm({ personId, password, address }) {
      const person = await people.person(personId)
      if (!person) return refuse('auth/wrong-credentials')
      if (person.guestOf !== undefined) return invited.confirm(personId, password, address)
      const answer = await limits.inTurn(person.userName, () => tried(person.userName, password, address))
      return isRefusal(answer) ? answer : null
    },
    async signOut(cookieHeader) {
      const ended = await sessions.end(cookieHeader)
      if (ended) {
        await onSessionsEnded({ ...ended, reason: 'signed-out' })
        await log.note({ personId: ended.personId, action: 'account/signed-out', subject: ended.personId })
      }
      return { cookie: sessions.blankCookie() }
    },
    async signOutEverywhere(personId) {
      await sessions.endAllOf(personId)
      await onSessionsEnded({ personId, sessionId: null, reason: 'signed-out' })
      await log.note({ personId, action: 'account/signed-out-everywhere', subject: personId })
      return { cookie: sessions.blankCookie() }
    },
  }
}
