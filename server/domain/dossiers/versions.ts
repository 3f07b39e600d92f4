import { isApplicant } from '#domain/cases/standing.ts'
import type { CaseState } from '#domain/cases/types.ts'
import type { Actor } from '#domain/people/actor.ts'
import { actsFor } from '#domain/people/acts-for.ts'
import { bodyOfOpinion } from './parts.ts'

/**
 * Whether somebody who may read the text now may see one of its versions. Of an opinion everybody but its body sees
 * what was submitted and nothing of how it was written (D-07); an applicant is told of no meeting (D-12).
 */
export function versionVisible(
  actor: Actor,
  state: CaseState,
  part: string,
  version: { readonly id: string; readonly reason: string },
): boolean {
  const bodyId = bodyOfOpinion(part)
  if (bodyId !== null && !actsFor(actor, bodyId))
    return state.opinions.find((opinion) => opinion.bodyId === bodyId)?.versionId === version.id
  return version.reason !== 'pinned' || !isApplicant(actor, state)
}

/** Characters of the name that a version is given by hand. */
export const VERSION_LABEL = 60

/** A name that a version was given, by whom and when. */
export interface Naming {
  readonly label: string
  readonly at: string
  readonly personId: string
}

/** Every name of a version, the one that it bears last: a new one takes none of the earlier ones away. */
export function namesOf(
  version: Naming & { readonly reason: string; readonly names: readonly Naming[] },
): readonly Naming[] {
  const { reason, label, at, personId, names } = version
  return reason === 'named' ? [{ label, at, personId }, ...names] : names
}
