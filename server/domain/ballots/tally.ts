import type { Outcome } from '#domain/decisions/outcome.ts'
import type { Choice, Counts } from './types.ts'

/**
 * Counts the choices: one integer per option put and for ABSTAIN, 0 included, so that every cell is shown.
 * Choices that were not put are left out; the box refuses them before (`checkedBox`).
 */
export function tally(options: readonly Outcome[], choices: Iterable<Choice>): Counts {
  const cells = [...options, 'ABSTAIN'] as const
  const counts: Partial<Record<Choice, number>> = Object.fromEntries(cells.map((cell) => [cell, 0]))
  for (const choice of choices) {
    const before = counts[choice]
    if (before !== undefined) counts[choice] = before + 1
  }
  return counts
}

/** The same counts with every cell of the ballot in it, in the order of the options. */
export function withEveryCell(options: readonly Outcome[], counts: Counts): Counts {
  return Object.fromEntries([...options, 'ABSTAIN' as const].map((cell) => [cell, counts[cell] ?? 0]))
}
