import type { Outcome } from '#domain/decisions/outcome.ts'
import type { Counts, Poll, Result, RollLine, VoteRule } from './types.ts'

export interface Fraction {
  readonly least: number
  readonly of: number
}

/**
 * How many of `due` must be there: ceil(due * least / of), by integers. One well-known system got 7 for two
 * thirds of 9 by floats; it is 6 (F-01, F-02, F-04: 以上 includes the number).
 */
export function neededOf(due: number, { least, of }: Fraction): number {
  return Math.trunc((due * least + of - 1) / of)
}

/** Whether `present` of `due` are enough (F-01, F-02). Nobody of nobody is never enough. */
export function areEnough(present: number, due: number, { least, of }: Fraction): boolean {
  return due > 0 && present * of >= due * least
}

/** More than half of those due: 超过 does not include the half, so a tie never passes (F-03, F-04, REQ-096). */
export function isMajority(votes: number, base: number): boolean {
  return base > 0 && votes * 2 > base
}

/** The smallest number of votes that passes with `base` members due: floor(base / 2) + 1. */
export function votesNeeded(base: number): number {
  return Math.trunc(base / 2) + 1
}

export function sumOf(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

/**
 * What a ballot comes to, from the frozen roll, the frozen rule and the counts alone; never typed in by anybody.
 * `present` and `quorumMet` are those of the moment of opening. ABSTAIN and absence count for nothing (F-03).
 */
export function resultOf(poll: Pick<Poll, 'options' | 'roll' | 'rule'>, counts: Counts): Result {
  const present = presentOn(poll.roll)
  const quorumMet = areEnough(present, poll.rule.base, poll.rule.quorum)
  const winner = poll.options.find((option) => isMajority(counts[option] ?? 0, poll.rule.base))
  return {
    counts,
    cast: sumOf(counts),
    present,
    due: poll.roll.length,
    quorumMet,
    passed: quorumMet && winner !== undefined ? winner : null,
    rule: poll.rule,
  }
}

/** Present and not recused: who may vote. */
export function presentOn(roll: readonly RollLine[]): number {
  return roll.filter((line) => line.entitled).length
}

/** The rule as it is stored with the ballot: fraction of the quorum, base, switch (F-18). */
export function ruleFor(roll: readonly RollLine[], quorum: Fraction, recusedCountAsDue: boolean): VoteRule {
  const base = recusedCountAsDue ? roll.length : roll.filter((line) => !line.recused).length
  return {
    quorum: { least: quorum.least, of: quorum.of },
    majority: 'more-than-half-of-due',
    recusedCountAsDue,
    base,
  }
}

/**
 * The options of a second round, in the order of the first: the two with the most votes. Whoever ties with
 * the second goes in as well, since nothing but votes may choose between them; so do all who tie at the top.
 * Options without a vote never go in; fewer than two candidates means there is no second round (empty list).
 */
export function secondRoundOptions(options: readonly Outcome[], counts: Counts): readonly Outcome[] {
  const votes = (option: Outcome) => counts[option] ?? 0
  const voted = options.filter((option) => votes(option) > 0)
  const second = voted.map(votes).sort((a, b) => b - a)[1]
  return second === undefined ? [] : voted.filter((option) => votes(option) >= second)
}
