import { sixLooks } from './six-looks.ts'
import { threeDistinctions } from './three-distinctions.ts'
import type { CriteriaSet, Criterion } from './types.ts'

/** What departments find on, in the order of the page. */
export const criteriaSets: readonly CriteriaSet[] = [threeDistinctions, sixLooks]

/** The criteria of a set in one measure's wording; an unknown key gives the first wording. */
export function criteriaIn(set: CriteriaSet, wordingKey: string): readonly Criterion[] {
  return (set.wordings.find((wording) => wording.key === wordingKey) ?? set.wordings[0]).criteria
}

/** Whether a finding may refer to it (C-21). */
export function isCriterion(criterionId: string): boolean {
  return criteriaSets.some((set) =>
    set.wordings[0].criteria.some((criterion) => criterion.id === criterionId),
  )
}
