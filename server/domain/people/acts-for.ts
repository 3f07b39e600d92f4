import { holdsIn, type Actor } from './actor.ts'

/** Speaks for a body: acts for it now and is a member or leader there (REQ-004, C-30). */
export function actsFor(actor: Actor, bodyId: string): boolean {
  return actor.bodyId === bodyId && (holdsIn(actor, 'member', bodyId) || holdsIn(actor, 'leader', bodyId))
}

/** The body of the list that the person speaks for, or null. */
export function bodyActedFor(actor: Actor, bodyIds: readonly string[]): string | null {
  return bodyIds.find((bodyId) => actsFor(actor, bodyId)) ?? null
}
