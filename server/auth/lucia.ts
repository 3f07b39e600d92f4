import { createHash, randomBytes } from 'node:crypto'
import { Lucia, TimeSpan, type Adapter } from 'lucia'

export interface SessionTerms {
  /** Without a request or a room for so long, a session ends (F-115). */
  readonly idleMinutes: number
  /** However busy, a session ends so long after the sign-in. */
  readonly absoluteHours: number
  /** The public address is https: the cookie never travels in the clear. */
  readonly secure: boolean
}

export interface Sessions {
  /** @returns a `Set-Cookie` value. */
  start(personId: string): Promise<string>
  /** Whose session the cookie is; counts as activity. Null: none, expired, or ended elsewhere. */
  personOf(cookieHeader: string | null): Promise<{ personId: string; sessionId: string } | null>
  /** The same question without counting as activity: a page left open does not keep its person signed in. */
  peek(cookieHeader: string | null): Promise<{ personId: string; sessionId: string } | null>
  end(cookieHeader: string | null): Promise<{ personId: string; sessionId: string } | null>
  endAllOf(personId: string): Promise<void>
  /** A `Set-Cookie` value that takes the cookie away. */
  blankCookie(): string
}

const COOKIE = 'huishang_session'
/** Writing the new expiry at most this often keeps a busy page from writing at every request. */
const SLIDE_EVERY_MS = 60_000
const HOUR_MS = 3_600_000

/** The table keeps only this: who copies the database cannot sign in with what stands there. */
function idOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** When the session began stands in the token; the hash covers it, so nobody can move it. */
function newToken(now: number): string {
  return `${now.toString(36)}.${randomBytes(24).toString('base64url')}`
}

function beganAt(token: string): number {
  return Number.parseInt(token.split('.', 1)[0] ?? '', 36)
}

/** Sessions by Lucia; this file is the only one that knows it, so that it can be replaced in a day. */
export function createSessions(adapter: Adapter, terms: SessionTerms): Sessions {
  const idleMs = terms.idleMinutes * 60_000
  const lucia = new Lucia(adapter, {
    sessionExpiresIn: new TimeSpan(terms.idleMinutes, 'm'),
    sessionCookie: { name: COOKIE, attributes: { secure: terms.secure, sameSite: 'lax', path: '/' } },
  })

  function tokenIn(cookieHeader: string | null): string | null {
    return cookieHeader ? lucia.readSessionCookie(cookieHeader) : null
  }

  async function find(cookieHeader: string | null, active: boolean) {
    const token = tokenIn(cookieHeader)
    if (!token) return null
    const sessionId = idOf(token)
    const now = Date.now()
    const lastMoment = beganAt(token) + terms.absoluteHours * HOUR_MS
    // `NaN` of a made-up token fails the comparison too.
    if (!(now < lastMoment)) {
      await lucia.invalidateSession(sessionId)
      return null
    }
    if (!active) {
      const [session, user] = await adapter.getSessionAndUser(sessionId)
      return session && user && now < session.expiresAt.getTime() ? { personId: user.id, sessionId } : null
    }
    const { session, user } = await lucia.validateSession(sessionId)
    if (!session) return null
    // Lucia slides only in the second half of the idle time, which would end some sessions at half of it.
    const expiresAt = Math.min(now + idleMs, lastMoment)
    if (expiresAt - session.expiresAt.getTime() > SLIDE_EVERY_MS) {
      await adapter.updateSessionExpiration(sessionId, new Date(expiresAt))
    }
    return { personId: user.id, sessionId }
  }

  return {
    async start(personId) {
      const token = newToken(Date.now())
      // A sign-in is rare enough to sweep out what expired meanwhile.
      await lucia.deleteExpiredSessions()
      await lucia.createSession(personId, {}, { sessionId: idOf(token) })
      const cookie = lucia.createSessionCookie(token)
      // The server decides when a session is idle; the browser only forgets it at the latest moment.
      cookie.attributes.maxAge = terms.absoluteHours * 3600
      return cookie.serialize()
    },
    personOf: (cookieHeader) => find(cookieHeader, true),
    peek: (cookieHeader) => find(cookieHeader, false),
    async end(cookieHeader) {
      const session = await find(cookieHeader, false)
      if (session) await lucia.invalidateSession(session.sessionId)
      return session
    },
    endAllOf: (personId) => lucia.invalidateUserSessions(personId),
    blankCookie: () => lucia.createBlankSessionCookie().serialize(),
  }
}
