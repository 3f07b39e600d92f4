import type { BoxContent } from '#domain/meetings/happenings.ts'
import type { BallotMethod, Choice, RollLine } from '#domain/ballots/types.ts'
import type { OwnVote } from '#domain/meetings/types.ts'
import type { Turnout } from '#domain/meetings/view.ts'

export interface Cast {
  readonly pollId: string
  readonly personId: string
  readonly choice: Choice
  readonly commandId: string
  /** Random; proves that a vote was taken from this person, not what it said. */
  readonly receipt: string
  /** Random key of the ballot, so that keys tell no order. */
  readonly ballotId: string
}

/**
 * Where votes lie while a ballot is open (architecture §5). Named and secret votes both go here and enter
 * the record at the close; until then nobody, the database's reader excepted, can know a count.
 */
export interface BallotBox<Tx> {
  open(
    tx: Tx,
    poll: { id: string; stream: string; method: BallotMethod; roll: readonly RollLine[] },
  ): Promise<void>
  /**
   * One conditional statement decides "entitled, open, not yet voted"; the same command id gets the same
   * receipt. Answers after commit.
   */
  cast(vote: Cast): Promise<{ receipt: string } | 'closed' | 'already-voted' | 'not-entitled'>
  turnout(pollId: string): Promise<Turnout>
  /** What each entitled person's own lines say, by person; a secret choice is in nobody's. */
  owns(pollIds: readonly string[]): Promise<ReadonlyMap<string, readonly OwnVote[]>>
  /** Shuts the box against further casts within the transaction and tells what is in it. */
  close(tx: Tx, pollId: string): Promise<BoxContent>
  /**
   * Rewrites ballots and roll of a secret ballot in an order given by chance, with fresh keys, so that rows
   * tell neither the order of casting nor a common transaction with a voter.
   */
  scatter(tx: Tx, pollId: string, surroundings: { chance(): number; newId(): string }): Promise<void>
  discard(tx: Tx, pollId: string): Promise<void>
}
