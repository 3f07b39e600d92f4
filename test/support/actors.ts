import type { Actor } from '#domain/people/actor.ts'
import { demoBodies, demoPeople } from '../../prisma/demo/people.ts'

/** A demo account as the session would give it. */
export function demoActor(userName: string): Actor {
  const person = demoPeople.find((candidate) => candidate.userName === userName)
  if (!person) throw new Error(`no demo account ${userName}`)
  return {
    personId: person.userName,
    name: person.name,
    bodyId: person.bodyId,
    bodyName: demoBodies.find((body) => body.id === person.bodyId)?.name ?? null,
    roles: person.roles.map((role) => ({ role, bodyId: person.bodyId ?? '' })),
  }
}
