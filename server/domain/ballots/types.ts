import type { Outcome } from '#domain/decisions/outcome.ts'

export const BALLOT_METHODS = ['named', 'secret', 'show-of-hands'] as const
export type BallotMethod = (typeof BALLOT_METHODS)[number]

/** What a voter may choose: one of the outcomes put to the vote, or abstain (弃权). */
export type Choice = Outcome | 'ABSTAIN'

/** One line of the roll, frozen when the ballot opens (architecture §5). */
export interface RollLine {
  readonly personId: string
  readonly name: string
  readonly bodyId: string
  readonly present: boolean
  readonly recused: boolean
  /** Present, not recused, a member due: may vote in this ballot. */
  readonly entitled: boolean
}

/** The rule a result was computed by, stored with it. All arithmetic is on integers (F-03, F-04). */
export interface VoteRule {
  /** Numerator and denominator of the quorum: present * of >= due * least. */
  readonly quorum: { readonly least: number; readonly of: number }
  /** Votes for must exceed half of the members due: for * 2 > base. */
  readonly majority: 'more-than-half-of-due'
  readonly recusedCountAsDue: boolean
  /** Members due of this item: the roll, less the recused unless they count. */
  readonly base: number
}

export type Counts = Readonly<Partial<Record<Choice, number>>>

export interface HandsEntry {
  readonly counts: Counts
  readonly enteredBy: string
  readonly confirmedBy: readonly string[]
}

export type PollStatus = 'open' | 'closed' | 'announced' | 'void'

/** What the ballot comes to; computed, never typed in. */
export interface Result {
  readonly counts: Counts
  readonly cast: number
  readonly present: number
  readonly due: number
  readonly quorumMet: boolean
  /** The outcome with more than half of the base, or null: not passed. */
  readonly passed: Outcome | null
  readonly rule: VoteRule
}

/**
 * Why a ballot whose count is known may be voided and taken again (B-24): what makes a count worthless, whatever it says.
 * A count that nobody likes is none of them.
 */
export const VOID_GROUNDS = [
  'roll-wrong',
  'question-wrong',
  'technical-fault',
  'recused-voted',
  'votes-exceed-voters',
  'quorum-lost',
] as const
export type VoidGround = (typeof VOID_GROUNDS)[number]

export interface Poll {
  readonly id: string
  readonly itemId: string
  readonly subjectId: string
  readonly question: string
  readonly options: readonly Outcome[]
  readonly method: BallotMethod
  readonly round: 1 | 2
  /** Set when more than half consented to vote on this subject anew (F-09). */
  readonly reconsiders: string | null
  readonly status: PollStatus
  readonly roll: readonly RollLine[]
  readonly rule: VoteRule
  readonly openedAt: string
  readonly closedAt: string | null
  /** In roll order; known at the close. */
  readonly votedIds: readonly string[]
  /** Named ballots only, at the close; empty in a secret one for ever. */
  readonly choices: Readonly<Record<string, Choice>>
  readonly hands: HandsEntry | null
  /** Scrutineers who confirmed the count of a secret ballot. */
  readonly confirmedBy: readonly string[]
  readonly result: Result | null
  readonly announcedAt: string | null
  readonly voidReason: string | null
  readonly voidGround: VoidGround | null
  /** The chair asks to void a count that is known; waits for a secretary or a scrutineer. */
  readonly voidAsked: {
    readonly by: string
    readonly ground: VoidGround
    readonly reason: string
    readonly at: string
  } | null
}
