import { refuse, type Refusal, type RefusalCode } from '#domain/record/refusal.ts'

export type Authority = 'chair' | 'superior'

/**
 * Who rules on a recusal: the chair, but nobody rules on himself: on the chair the superior organ rules, and whoever keeps
 * the record enters its ruling (F-18: the head's recusal is decided by the superior).
 */
export function authorityOver(personId: string, chairId: string | null): Authority {
  return personId === chairId ? 'superior' : 'chair'
}

/** Whether the person may enter a ruling of this authority on somebody else. */
export function mustMayRule(
  authority: Authority,
  actorId: string,
  { personId, chairId, keeps }: { personId: string; chairId: string | null; keeps: boolean },
  refusals: { readonly notChair: RefusalCode; readonly notKeeper: RefusalCode },
): Refusal | null {
  if (authority === 'chair') return actorId === chairId ? null : refuse(refusals.notChair)
  return keeps && actorId !== personId ? null : refuse(refusals.notKeeper)
}
