import type { Redis } from 'ioredis'
import type { Env } from '#server/env.ts'
import type { Adapter } from 'lucia'
import type { AccessLog } from '#server/services/access-log.ts'
import type { InvitationStore } from '#server/services/invitations.ts'
import type { PeopleStore, SessionsEnded } from '#server/services/people.ts'
import type { RecordPort, Surroundings } from '#server/services/ports.ts'
import { createActorFrom } from './actor.ts'
import { createInvited } from './invited.ts'
import { createSignInLimits } from './limits.ts'
import { createSessions } from './lucia.ts'
import { createPasswords } from './passwords.ts'
import { createSignIn } from './sign-in.ts'

/** However busy, one signs in once a day (F-115). */
const ABSOLUTE_HOURS = 12

export interface AuthParts<Tx> {
  readonly env: Pick<Env, 'demo' | 'secure' | 'idleMinutes'>
  readonly stores: {
    readonly people: PeopleStore
    readonly sessions: Adapter
    readonly accessLog: AccessLog
    readonly invitations: InvitationStore<Tx>
  }
  /** Guests' comings stand in their hearing's record. */
  readonly record: RecordPort<Tx>
  readonly surroundings: Surroundings
  /** A fresh unguessable text, nobody's password. */
  readonly chanceText: string
  readonly onSessionsEnded: SessionsEnded
  /** Where all nodes count failures; null for one node alone. */
  readonly redis: Redis | null
}

/** Everything between a cookie, a password or an invitation and a person. */
export function createAuth<Tx>(parts: AuthParts<Tx>) {
  const { env, stores, record, surroundings, onSessionsEnded } = parts
  const { people } = stores
  const sessions = createSessions(stores.sessions, {
    idleMinutes: env.idleMinutes,
    absoluteHours: ABSOLUTE_HOURS,
    secure: env.secure,
  })
  const passwords = createPasswords(parts.chanceText)
  const limits = createSignInLimits(parts.redis)
  const invited = createInvited({
    ...surroundings,
    store: stores.invitations,
    record,
    sessions,
    limits,
    passwords,
    log: stores.accessLog,
    onSessionsEnded,
  })
  const { actorFrom, actorForSocket } = createActorFrom({
    sessions,
    people,
    invited,
    timezone: surroundings.timeZone,
    now: surroundings.now,
  })
  const signIn = createSignIn({
    sessions,
    limits,
    passwords,
    people,
    invited,
    log: stores.accessLog,
    demo: env.demo,
    onSessionsEnded,
  })
  return {
    sessions,
    passwords,
    signIn,
    invited,
    actorFrom,
    actorForSocket,
    onSessionsEnded,
  }
}
