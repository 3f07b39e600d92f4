import type { Actor } from '#domain/people/actor.ts'
import { covers } from '#domain/people/terms.ts'
import type { Visitor } from '#server/app.ts'
import { calendarDateIn } from '#server/services/time-zone.ts'
import type { PeopleStore, StoredPerson } from '#server/services/people.ts'
import type { Invited } from './invited.ts'
import type { Sessions } from './lucia.ts'

export interface KnownVisitor extends Visitor {
  readonly sessionId: string
  readonly mustChangePassword: boolean
}

export interface ActorParts {
  readonly sessions: Sessions
  readonly people: Pick<PeopleStore, 'person' | 'bodies'>
  readonly invited: Pick<Invited, 'isIn'>
  /** Of the jurisdiction: a term's last day ends at its midnight. */
  readonly timezone: string
  readonly now: () => Date
}

/**
 * The one road from a cookie to a person, for pages and sockets alike. Roles are read anew each time: a term
 * that ended, or a role taken away, ends at the next request.
 */
export function createActorFrom({ sessions, people, invited, timezone, now }: ActorParts) {
  let bodyNames = new Map<string, string>()

  async function bodyName(bodyId: string | null): Promise<string | null> {
    if (bodyId === null) return null
    // Bodies are only ever added and keep their names.
    if (!bodyNames.has(bodyId))
      bodyNames = new Map((await people.bodies()).map((body) => [body.id, body.name]))
    return bodyNames.get(bodyId) ?? null
  }

  async function actorOf(person: StoredPerson): Promise<Actor> {
    const today = calendarDateIn(now(), timezone)
    return {
      personId: person.id,
      name: person.name,
      bodyId: person.bodyId,
      bodyName: await bodyName(person.bodyId),
      roles: person.roles
        .filter((term) => covers(term, today))
        .map(({ role, bodyId }) => ({ role, bodyId: bodyId ?? '' })),
      ...(person.guestOf !== undefined && { guestOf: person.guestOf }),
    }
  }

  async function visitor(
    session: { personId: string; sessionId: string } | null,
  ): Promise<KnownVisitor | null> {
    if (!session) return null
    const person = await people.person(session.personId)
    if (!person?.active) return null
    // Revoked, run out, issued anew or entered elsewhere: asked each time, so none of it waits for anything.
    if (person.guestOf !== undefined && !(await invited.isIn(person.id, session.sessionId))) return null
    return {
      actor: await actorOf(person),
      language: person.language,
      mustChangePassword: person.mustChange,
      sessionId: session.sessionId,
    }
  }

  return {
    /** Counts as activity. Null: nobody is signed in, or the account is disabled. */
    actorFrom: async (cookieHeader: string | null) => visitor(await sessions.personOf(cookieHeader)),
    /**
     * For sockets. `active`: in a room, where sitting and listening is being there (F-115); otherwise a page
     * left open asks without keeping its session alive. Null also while the password must be changed.
     */
    async actorForSocket(cookieHeader: string | null, active: boolean): Promise<KnownVisitor | null> {
      const found = await visitor(await (active ? sessions.personOf : sessions.peek)(cookieHeader))
      return found?.mustChangePassword ? null : found
    },
    /** The actor a person would be, for work that no session asked for. Null: unknown or disabled. */
    async actorById(personId: string): Promise<Actor | null> {
      const person = await people.person(personId)
      return person?.active ? actorOf(person) : null
    },
  }
}
