import { refuse, type Refusal } from '#domain/record/refusal.ts'
import { presentOn, sumOf } from './rules.ts'
import { tally, withEveryCell } from './tally.ts'
import type { Choice, Counts, Poll } from './types.ts'

/** What the box is found to hold at the close. */
interface Content {
  readonly votedIds: readonly string[]
  readonly counts: Counts
  readonly choices: Readonly<Record<string, Choice>>
}

/**
 * The box against the roll: everybody in it was entitled and voted once, the counts add up to the voters and
 * name only what was put, named votes give the same counts. Voters come out in roll order, because the order of
 * casting would tie a secret vote to a person; a secret ballot's choices by name are dropped whatever came.
 * Refusal: ballot/counts-do-not-match (nothing is recorded; somebody must look at the box).
 */
export function checkedBox(poll: Pick<Poll, 'options' | 'roll' | 'method'>, box: Content): Content | Refusal {
  const doesNotMatch = refuse('ballot/counts-do-not-match')
  const voted = new Set(box.votedIds)
  const votedIds = poll.roll
    .filter((line) => line.entitled && voted.has(line.personId))
    .map((line) => line.personId)
  if (votedIds.length !== box.votedIds.length) return doesNotMatch
  if (!countsFit(poll, box.counts) || sumOf(box.counts) !== votedIds.length) return doesNotMatch
  const counts = withEveryCell(poll.options, box.counts)
  if (poll.method === 'secret') return { votedIds, counts, choices: {} }

  const named = Object.entries(box.choices)
  if (named.length !== votedIds.length || named.some(([personId]) => !voted.has(personId)))
    return doesNotMatch
  const recount = tally(poll.options, Object.values(box.choices))
  const same = [...poll.options, 'ABSTAIN' as const].every((cell) => recount[cell] === counts[cell])
  if (!same) return doesNotMatch
  // In roll order as well: the order of keys must not tell the order of casting.
  const choices = Object.fromEntries(
    votedIds.flatMap((personId) => {
      const choice = box.choices[personId]
      return choice === undefined ? [] : [[personId, choice] as const]
    }),
  )
  return { votedIds, counts, choices }
}

/** Whole numbers from 0, only for what was put or ABSTAIN, together at most the entitled of the roll. */
export function countsFit(poll: Pick<Poll, 'options' | 'roll'>, counts: Counts): boolean {
  const cells = new Set<string>([...poll.options, 'ABSTAIN'])
  const sound = Object.entries(counts).every(
    ([cell, count]) => cells.has(cell) && Number.isSafeInteger(count) && count >= 0,
  )
  return sound && sumOf(counts) <= presentOn(poll.roll)
}
