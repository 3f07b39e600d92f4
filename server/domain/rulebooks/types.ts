/** One clause as its instrument words it; the id is the same in every version of the book. */
export interface Clause {
  readonly id: string
  /** Its place in the instrument, as papers cite it. */
  readonly place: string
  readonly text: string
}

/** A version that was published is never edited; what changes is a further version (REQ-172). */
export interface RulebookVersion {
  readonly id: string
  /** As officials call it, e.g. `2016年`. */
  readonly name: string
  /** YYYY-MM-DD: the last day on which it was in force; null as long as none is known. */
  readonly until: string | null
  readonly clauses: readonly Clause[]
}

export interface Rulebook {
  readonly id: string
  /** The instrument's name with its 《》. */
  readonly instrument: string
  /** Oldest first. */
  readonly versions: readonly [RulebookVersion, ...RulebookVersion[]]
}
