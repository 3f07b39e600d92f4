import type { WorkingCalendar } from '#domain/calendar/types.ts'
import type { Actor } from '#domain/people/actor.ts'

/** What a rule says happened, before the record gives it a place in its stream. */
export interface Happening {
  readonly type: string
  readonly payload: unknown
}

/** A happening that stands in the record. `at` is the server's time, ISO 8601 in UTC. */
export type Recorded<H extends Happening = Happening> = H & {
  readonly stream: string
  /** 1, 2, 3 … without gaps within a stream. */
  readonly seq: number
  readonly actorId: string
  readonly at: string
  readonly commandId: string
  /** Place among the entries of one command: 0, 1, 2 … */
  readonly commandPart: number
  /** SHA-256 (hex) of the entry before, 64 zeros for the first. */
  readonly previousHash: string
  readonly hash: string
}

/** What a rule needs and the state does not hold: time, person, ids and chance are passed in. */
export interface Context {
  readonly now: Date
  readonly actor: Actor
  /** A fresh unguessable id. */
  newId(): string
  /** A fraction in [0, 1) from a cryptographic source. */
  chance(): number
  /** The years of working days that are known; a rule that needs another is refused (REQ-011). */
  readonly calendar: WorkingCalendar
}
