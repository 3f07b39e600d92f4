import { refuse, type Refusal } from '#domain/record/refusal.ts'
import type { AnswerTo, Connection } from './connection.ts'

type Acting = 'room/command' | 'ballot/cast'

interface Kept<E extends Acting> {
  readonly event: E
  /** Holds the command's id: sent again it is the same command, which the server carries out once. */
  readonly message: object
  readonly settle: (answer: AnswerTo<E> | Refusal) => void
  /** Left this page at least once: it may have been carried out, only its answer was lost. */
  sent: boolean
  readonly deadline: ReturnType<typeof setTimeout>
}

/** What was done without a connection waits this long, then the person is told that it was not sent. */
export const OUTBOX_PATIENCE_MS = 20_000

/**
 * Commands and votes on their way. What is lost with the socket goes again with the same id as soon as it
 * is back; what never left is refused with `connection/offline` after the deadline; what may have arrived
 * waits for its answer however long, because a refusal would be a guess.
 */
export class Outbox {
  private readonly kept = new Set<Kept<Acting>>()

  constructor(
    private readonly connection: Connection,
    private readonly patienceMs = OUTBOX_PATIENCE_MS,
  ) {
    connection.onOnline(() => {
      for (const kept of [...this.kept]) this.post(kept)
    })
    connection.subscribe(() => {
      if (connection.ended) for (const kept of [...this.kept]) this.finish(kept, refuse('auth/required'))
    })
  }

  /** Resolves with the server's answer, or with the refusal it never came to. */
  send<E extends Acting>(event: E, message: object): Promise<AnswerTo<E> | Refusal> {
    if (this.connection.ended) return Promise.resolve(refuse('auth/required'))
    return new Promise((resolve) => {
      const kept: Kept<Acting> = {
        event,
        message,
        settle: (answer) => resolve(answer),
        sent: false,
        deadline: setTimeout(() => {
          if (!kept.sent) this.finish(kept, refuse('connection/offline'))
        }, this.patienceMs),
      }
      this.kept.add(kept)
      if (this.connection.isOnline) this.post(kept)
    })
  }

  private post(kept: Kept<Acting>): void {
    kept.sent = true
    this.connection.ask(kept.event, kept.message, (answer) => {
      if (answer) this.finish(kept, answer)
    })
  }

  private finish(kept: Kept<Acting>, answer: AnswerTo<Acting> | Refusal): void {
    clearTimeout(kept.deadline)
    if (this.kept.delete(kept)) kept.settle(answer)
  }
}
