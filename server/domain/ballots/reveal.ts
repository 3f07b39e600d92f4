import type { Poll, Result } from './types.ts'

/**
 * In what capacity somebody looks at figures: a scrutineer of the meeting, the chair or a secretary (who lead
 * and keep the record), or anybody else in the room, the big screen included.
 */
export type FigureReader = 'scrutineer' | 'officer' | 'member'

/**
 * Whether the figures of a secret ballot would tell somebody's vote: an option nobody chose says what everybody
 * did not choose, one that all chose says what everybody did (architecture §5; neighbours warn of neither).
 */
export function figuresTell(poll: Pick<Poll, 'options'>, result: Pick<Result, 'counts' | 'cast'>): boolean {
  return poll.options.some((option) => {
    const votes = result.counts[option] ?? 0
    return votes === 0 || votes === result.cast
  })
}

/**
 * What of a result goes to whom. Before the announcement: the scrutineers who confirm it and the officers who
 * announce and record it, nobody else. A void ballot shows nothing to anybody. Of a secret ballot whose figures
 * would tell a vote everybody but the scrutineers gets passed or not passed: `counts` is then empty.
 */
export function revealResult(
  reader: FigureReader,
  poll: Pick<Poll, 'status' | 'method' | 'options' | 'result'>,
): Result | null {
  const { result, status } = poll
  if (!result || status === 'open' || status === 'void') return null
  if (status === 'closed' && reader === 'member') return null
  if (reader === 'scrutineer' || poll.method !== 'secret' || !figuresTell(poll, result)) return result
  return { ...result, counts: {} }
}

/** Whether a revealed result keeps its figures back: the page then says passed or not passed only. */
export function figuresWithheld(result: Result): boolean {
  return Object.keys(result.counts).length === 0
}
