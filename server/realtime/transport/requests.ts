import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import { LIMITS } from '#protocol/limits.ts'
import type { Answer } from '#protocol/messages.ts'
import { CutOff } from '../cluster/port.ts'
import type { RealtimeLog, RealtimeMetrics } from '../surroundings.ts'
import type { Quota } from './quotas.ts'
import type { SocketPeer } from './socket-peer.ts'

export interface Desk {
  readonly log: RealtimeLog
  readonly metrics: RealtimeMetrics
  /** Requests that are not answered yet; a graceful stop waits for them. */
  readonly open: Set<Promise<unknown>>
  /** The other nodes cannot be told anything: nothing is taken that they must know of. */
  readonly isCutOff: () => boolean
}

interface Frame<Message extends z.ZodType, T> {
  readonly event: string
  readonly schema: Message
  readonly message: unknown
  readonly answer: unknown
  readonly quota: Quota
  /**
   * What the frame asks for. Null says that `answerNow` was used: where frames follow the answer at once,
   * it must be sent in the same turn.
   */
  readonly work: (message: z.infer<Message>, answerNow: (result: T) => void) => Promise<T | Refusal | null>
}

/**
 * Every frame that wants an answer goes through here: haste, form, the work, and what came of it. Unknown
 * errors are logged under an incident's number, which is all the sender learns of them.
 */
export async function answerRequest<Message extends z.ZodType, T extends object>(
  desk: Desk,
  peer: SocketPeer,
  frame: Frame<Message, T>,
): Promise<void> {
  const started = performance.now()
  const done = (answer: Answer<T>) => {
    desk.metrics.answered(frame.event, (performance.now() - started) / 1000, answer.ok)
    // Raw sockets may send anything in place of the answer function.
    if (typeof frame.answer === 'function') (frame.answer as (answer: Answer<T>) => void)(answer)
  }
  const hasty = !peer.mayAsk(frame.quota)
  if (hasty) desk.metrics.limited(frame.quota)
  const parsed = hasty ? null : frame.schema.safeParse(frame.message)
  if (!parsed?.success) {
    done({ ok: false, refusal: refuse(hasty ? 'input/too-often' : 'input/invalid') })
    countRefused(desk, peer)
    return
  }
  if (desk.isCutOff()) {
    done({ ok: false, refusal: refuse('record/unavailable') })
    return
  }
  const working = frame.work(parsed.data, (result) => done({ ok: true, ...result }))
  desk.open.add(working)
  try {
    const result = await working
    if (isRefusal(result)) {
      done({ ok: false, refusal: result })
      if (result.refused.startsWith('input/')) countRefused(desk, peer)
    } else if (result) done({ ok: true, ...result })
  } catch (error) {
    if (error instanceof CutOff) {
      done({ ok: false, refusal: refuse('record/unavailable') })
      return
    }
    const incident = randomUUID().slice(0, 8)
    desk.log.error({ err: error, incident, event: frame.event, personId: peer.personId }, 'a request failed')
    done({ ok: false, refusal: refuse('record/unavailable'), incident })
  } finally {
    desk.open.delete(working)
  }
}

/** Frames that are wrong in form or haste add up; past the limit the socket is closed as `flooding`. */
export function countRefused(desk: Pick<Desk, 'metrics'>, peer: SocketPeer): void {
  peer.refusedFrames++
  if (peer.refusedFrames < LIMITS.refusedFrames) return
  desk.metrics.limited('refusedFrames')
  peer.end('flooding')
}
