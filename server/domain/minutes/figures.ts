import type { Poll } from '#domain/ballots/types.ts'
import type { Outcome } from '#domain/decisions/outcome.ts'

/** A passed ballot in four figures. `deferred` is null where 暂缓 was not put, or is what passed. */
export interface Figures {
  readonly for: number
  readonly against: number
  readonly deferred: number | null
  readonly abstained: number
}

/**
 * For: the outcome that passed; deferred: 暂缓, where something else passed; against: every other option. Null
 * where a figure of a secret ballot would tell somebody's vote: one that nobody chose, or all (architecture §5).
 * The four figures tell less than the options' own counts, so more can be told of them.
 */
export function figuresOf(poll: Poll, passed: Outcome): Figures | null {
  const { counts = {}, cast = 0 } = poll.result ?? {}
  const votes = (option: Outcome) => counts[option] ?? 0
  const others = poll.options.filter((option) => option !== passed && option !== 'SHELVED')
  const against = others.reduce((sum, option) => sum + votes(option), 0)
  const deferred = passed !== 'SHELVED' && poll.options.includes('SHELVED') ? votes('SHELVED') : null
  const figures = { for: votes(passed), against, deferred, abstained: counts.ABSTAIN ?? 0 }
  const cells = [
    figures.for,
    ...(others.length > 0 ? [against] : []),
    ...(deferred === null ? [] : [deferred]),
  ]
  const tells = poll.method === 'secret' && cells.some((cell) => cell === 0 || cell === cast)
  return tells || Object.keys(counts).length === 0 ? null : figures
}
