import type { Clause, Rulebook, RulebookVersion } from './types.ts'
import { xinzhou } from './xinzhou.ts'

/** Whose wording the source texts give; of the others they give a number of items and no words (REQ-174). */
export const rulebooks: readonly Rulebook[] = [xinzhou]

export interface Cited {
  readonly rulebook: Rulebook
  readonly version: RulebookVersion
  readonly clause: Clause
  /** Whether the version is in force on the day; what was cited stays cited in the words of its version (REQ-173). */
  readonly isInForce: boolean
}

/**
 * The clause as the cited version words it, looked at on a day (YYYY-MM-DD); null where there is no such clause or version.
 */
export function cited(
  { clauseId, versionId }: { readonly clauseId: string; readonly versionId: string },
  today: string,
  books: readonly Rulebook[] = rulebooks,
): Cited | null {
  for (const rulebook of books)
    for (const version of rulebook.versions) {
      const clause = version.id === versionId && version.clauses.find(({ id }) => id === clauseId)
      if (clause)
        return { rulebook, version, clause, isInForce: version.until === null || today <= version.until }
    }
  return null
}

/** What can be cited on a day: every clause, in the version in force then. */
export function citable(today: string, books: readonly Rulebook[] = rulebooks): readonly Cited[] {
  return books.flatMap((rulebook) => {
    const version = rulebook.versions.find(({ until }) => until === null || today <= until)
    return version ? version.clauses.map((clause) => ({ rulebook, version, clause, isInForce: true })) : []
  })
}
