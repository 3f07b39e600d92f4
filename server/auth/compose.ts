import type { Redis } from 'ioredis'
import type { Env } from '#server/env.ts'
import type { Adapter } from 'lucia'
import type { AccessLog } from '#server/services/access-log.ts'
import type { PeopleStore, SessionsEnded } from '#server/services/people.ts'
import type { Surroundings } from '#server/services/ports.ts'
import { createActorFrom } from './actor.ts'
import { createSignInLimits } from './limits.ts'
import { createSessions } from './lucia.ts'
import { createPasswords } from './passwords.ts'
import { createSignIn } from './sign-in.ts'

/** However busy, one signs in once a day (F-115). */
const ABSOLUTE_HOURS = 12

export interface AuthParts {
  readonly env: Pick<Env, 'demo' | 'secure' | 'idleMinutes'>
  readonly stores: { readonly people: PeopleStore; readonly sessions: Adapter; readonly accessLog: AccessLog }
  readonly surroundings: Surroundings
  /** A fresh unguessable text, nobody's password. */
  readonly chanceText: string
  readonly onSessionsEnded: SessionsEnded
  /** Where all nodes count failures; null for one node alone. */
  readonly redis: Redis | null
}

/** Everything between a cookie or a password and a person. */
export function createAuth({ env, stores, surroundings, chanceText, onSessionsEnded, redis }: AuthParts) {
  const { people } = stores
  const sessions = createSessions(stores.sessions, {
    idleMinutes: env.idleMinutes,
    absoluteHours: ABSOLUTE_HOURS,
    secure: env.secure,
  })
  const passwords = createPasswords(chanceText)
  const { actorFrom, actorForSocket } = createActorFrom({
    sessions,
    people,
    timezone: surroundings.timeZone,
    now: surroundings.now,
  })
  const signIn = createSignIn({
    sessions,
    limits: createSignInLimits(redis),
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
    actorForSocket,
    onSessionsEnded,
  }
}
