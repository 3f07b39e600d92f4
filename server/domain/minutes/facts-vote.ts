import type { BallotMethod, Poll } from '#domain/ballots/types.ts'
import { OUTCOME_NAMES } from '#domain/decisions/official-names.ts'
import type { Outcome } from '#domain/decisions/outcome.ts'
import { figuresOf, resultToTell } from './figures.ts'

export const METHOD_NAMES: Readonly<Record<BallotMethod, string>> = {
  named: '记名投票',
  secret: '无记名投票',
  'show-of-hands': '举手表决',
}

/** How the majority was counted; said only where it is not simply half of everybody on the roll (F-18). */
function majorityOf(poll: Poll, recused: number): string {
  const left = recused > 0 && !poll.rule.recusedCountAsDue
  return left ? `应到会成员（不计回避${recused}人）半数` : '应到会成员半数'
}

const WITHHELD = '为保密，各项票数不予公布'

/** A ballot that passed nothing shows what every option got. */
function perOption(poll: Poll): readonly string[] {
  const result = resultToTell(poll)
  if (!result) return [WITHHELD]
  const options = poll.options.map((option) => `${OUTCOME_NAMES[option]}${result.counts[option] ?? 0}票`)
  return [...options, `弃权${result.counts.ABSTAIN ?? 0}票`]
}

function forAndAgainst(poll: Poll, passed: Outcome): readonly string[] {
  const figures = figuresOf(poll, passed)
  if (!figures) return [WITHHELD]
  return [
    `同意${figures.for}票`,
    `不同意${figures.against}票`,
    ...(figures.deferred === null ? [] : [`暂缓${figures.deferred}票`]),
    `弃权${figures.abstained}票`,
  ]
}

/**
 * `应到9人，实到8人，回避1人。同意6票，不同意1票，暂缓1票，弃权0票，超过应到会成员半数，表决通过。`
 * Counts only, never who (F-65); none at all where they would tell a secret vote. A ballot that is not announced
 * gives an empty text: before that nothing leaves the room.
 */
export function voteLine(poll: Poll): string {
  if (poll.status !== 'announced' || !poll.result) return ''
  const { due, present, passed } = poll.result
  const recused = poll.roll.filter((line) => line.recused).length
  const attendance = [`应到${due}人`, `实到${present}人`, ...(recused > 0 ? [`回避${recused}人`] : [])]
  const majority = majorityOf(poll, recused)
  const told = passed
    ? [...forAndAgainst(poll, passed), `超过${majority}，表决通过`]
    : [...perOption(poll), `没有意见超过${majority}，未获通过`]
  return `${attendance.join('，')}。${told.join('，')}。`
}
