import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, type Refusal } from '#domain/record/refusal.ts'
import { demoBodies, demoPeople } from './people.ts'

export function actorOf(userName: string): Actor {
  const found = demoPeople.find((person) => person.userName === userName)
  if (!found?.bodyId) throw new Error(`no demo account ${userName} with a body`)
  const { bodyId } = found
  return {
    personId: found.userName,
    name: found.name,
    bodyId,
    bodyName: demoBodies.find((body) => body.id === bodyId)?.name ?? null,
    roles: found.roles.map((role) => ({ role, bodyId })),
  }
}

/** The demo is real data made by the real services: a refusal here is a fault of the demo, so it stops. */
export function must<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`demo data refused: ${answer.refused}`)
  return answer
}

/** The first quarter of an hour that is at least fifteen minutes ahead: the demo's meeting is today's. */
export function soon(now: Date): Date {
  const quarter = 15 * 60_000
  return new Date((Math.floor(now.getTime() / quarter) + 2) * quarter)
}
