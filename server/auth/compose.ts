import type { Env } from '#server/env.ts'
import type { Adapter } from 'lucia'
import type { AccessLog } from '#server/services/access-log.ts'
import type { PeopleStore, SessionsEnded } from '#server/services/people.ts'
import type { Surroundings } from '#server/services/ports.ts'
import { createActorFrom } from './actor.ts'
import { createSignInLimits } from './limits.ts'
import { createSessions, DEFAULT_TERMS } from './lucia.ts'
import { createPasswords } from './passwords.ts'
import { createSignIn } from './sign-in.ts'

export interface AuthParts {
  readonly env: Pick<Env, 'demo' | 'secure'>
  readonly stores: { readonly people: PeopleStore; readonly sessions: Adapter; readonly accessLog: AccessLog }
  readonly surroundings: Surroundings
  /** A fresh unguessable text, nobody's password. */
  readonly chanceText: string
  readonly onSessionsEnded: SessionsEnded
}

/** Everything between a cookie or a password and a person. */
export function createAuth({ env, stores, surroundings, chanceText, onSessionsEnded }: AuthParts) {
  const { people } = stores
  const sessions = createSessions(stores.sessions, { ...DEFAULT_TERMS, secure: env.secure })
  const passwords = createPasswords(chanceText)
  const { actorFrom, actorForSocket } = createActorFrom({
    sessions,
    people,
    timezone: surroundings.timeZone,
    now: surroundings.now,
  })
  const signIn = createSignIn({
    sessions,
    limits: createSignInLimits(),
    passwords,
    people,
    log: stores.accessLog,
    demo: env.demo,
    onSessionsEnded,
  })
  return {
    sessions,
    passwords,
    signIn,
    actorFrom,
    // Sitting in a room and listening is being there: an open socket counts as activity (F-115).
    actorForSocket: (cookieHeader: string | null) => actorForSocket(cookieHeader, true),
    onSessionsEnded,
  }
}
