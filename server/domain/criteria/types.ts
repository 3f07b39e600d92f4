import type { FindingSide } from '#domain/cases/types.ts'

/** One question of a criteria set; the id is what a finding refers to and does not depend on the wording. */
export interface Criterion {
  readonly id: string
  /** What it looks at, in the words of the measure. */
  readonly name: string
  /** The two sides it tells apart; null where the measure names only what is looked at. */
  readonly sides: Readonly<Record<Exclude<FindingSide, 'unclear'>, string>> | null
}

/** One measure's wording of a criteria set (process A.5 row 10: the wording is data). */
export interface Wording {
  readonly key: string
  /** The measure it is quoted from. */
  readonly instrument: string
  readonly criteria: readonly Criterion[]
}

export interface CriteriaSet {
  readonly id: string
  readonly name: string
  /** Every department finds on each of these; other sets are at hand, not required (REQ-187). */
  readonly mandatory: boolean
  /** The first is what a jurisdiction gets that chooses none. */
  readonly wordings: readonly [Wording, ...Wording[]]
}
