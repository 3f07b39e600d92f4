import { ours } from '../servers/ours.ts'
import type { Contender, Running } from '../servers/contender.ts'
import { editingRound } from './editing.ts'
import type { Round } from './interleave.ts'

/** The wire takes 200 updates a second from one socket (PROTOCOL.md, "Limits"): ours is asked for no more. */
const OUR_LIMIT = 200
const STEPS = [10, 20, 30, 40, 60, 80, 120, 160, 200, 240, 320]
const LIMIT_MS = 200
const SECONDS = 2

/** Raises everybody's rate until it is too much; tells the last step that was not. */
export async function risingRound(
  contender: Contender,
  running: Running,
  writers: number,
  firstDocument: number,
): Promise<Round> {
  let best = { rate: 0, deliveries: 0, p99: Number.NaN }
  const notes: string[] = []
  let equal: boolean | null = contender.keepsDocuments ? true : null
  for (const [step, rate] of STEPS.entries()) {
    if (contender.key === ours.key && rate > OUR_LIMIT) {
      notes.push(`stopped at the wire's own limit of ${OUR_LIMIT} updates a second and socket, not by delay`)
      break
    }
    const load = { documents: 1, writers, readers: 0, rate, seconds: SECONDS }
    const done = await editingRound(contender, running, load, firstDocument + step)
    if (done.equal === false) equal = false
    if (done.complaints.length > 0) notes.push(`at ${rate}: ${done.complaints.join(', ')}`)
    if (done.p99 > LIMIT_MS || done.lost > 0) break
    best = { rate, deliveries: done.deliveriesPerSecond, p99: done.p99 }
  }
  return { figures: { rate: best.rate, deliveries: best.deliveries, p99: best.p99 }, equal, notes }
}

export const STEPS_A_ROUND = STEPS.length
