import type { CaseState, Finding } from '#domain/cases/types.ts'
import { agreementOf, type Agreement } from './agreement.ts'
import { criteriaSets } from './sets.ts'
import type { Criterion } from './types.ts'

/** What the departments find on one criterion. */
export interface MatrixRow {
  readonly criterion: Criterion
  readonly setId: string
  /** In the order of the case's bodies, one each. */
  readonly cells: readonly { readonly bodyId: string; readonly finding: Finding | null }[]
  readonly agreement: Agreement
  /** Who has said nothing yet. */
  readonly missing: readonly string[]
}

export type Seen = Pick<CaseState, 'bodyIds' | 'findings'>

/** One row of the matrix; null for what is no criterion. */
export function matrixRow({ bodyIds, findings }: Seen, criterionId: string): MatrixRow | null {
  for (const set of criteriaSets) {
    const criterion = set.wordings[0].criteria.find(({ id }) => id === criterionId)
    if (!criterion) continue
    const cells = bodyIds.map((bodyId) => ({
      bodyId,
      finding: findings.find((one) => one.criterion === criterionId && one.bodyId === bodyId) ?? null,
    }))
    return {
      criterion,
      setId: set.id,
      cells,
      agreement: agreementOf(cells.map(({ finding }) => finding?.side ?? null)),
      missing: cells.filter(({ finding }) => finding === null).map(({ bodyId }) => bodyId),
    }
  }
  return null
}

/**
 * Criterion × department, computed from what the departments recorded, as far as the given view of the case shows it. Nothing
 * of a text enters it, so nothing of a sealed opinion can (D-75).
 */
export function matrixOf(seen: Seen): readonly MatrixRow[] {
  return criteriaSets.flatMap((set) =>
    set.wordings[0].criteria.flatMap(({ id }) => matrixRow(seen, id) ?? []),
  )
}
