import { figuresWithheld, revealResult } from '#domain/ballots/reveal.ts'
import type { Poll, Result } from '#domain/ballots/types.ts'
import type { Outcome } from '#domain/decisions/outcome.ts'

/** A passed ballot in four figures. `deferred` is null where 暂缓 was not put, or is what passed. */
export interface Figures {
  readonly for: number
  readonly against: number
  readonly deferred: number | null
  readonly abstained: number
}

/**
 * The result whose figures may stand in a paper, or null. It is what the room was shown, whoever asks and however
 * much of the meeting he was given: what is frozen are then the words that were reviewed, and no paper tells a
 * secret vote that the room kept (N-41).
 */
export function resultToTell(poll: Poll): Result | null {
  const result = revealResult('member', poll)
  return result && !figuresWithheld(result) ? result : null
}

/**
 * For: the outcome that passed; deferred: 暂缓, where something else passed; against: every other option. Null
 * where the figures are not told.
 */
export function figuresOf(poll: Poll, passed: Outcome): Figures | null {
  const result = resultToTell(poll)
  if (!result) return null
  const votes = (option: Outcome) => result.counts[option] ?? 0
  const others = poll.options.filter((option) => option !== passed && option !== 'SHELVED')
  return {
    for: votes(passed),
    against: others.reduce((sum, option) => sum + votes(option), 0),
    deferred: passed !== 'SHELVED' && poll.options.includes('SHELVED') ? votes('SHELVED') : null,
    abstained: result.counts.ABSTAIN ?? 0,
  }
}
