import type { Actor } from '#domain/people/actor.ts'
import type { SharedFrame } from './frames.ts'
import type { ServerToClient } from './messages.ts'
import type { SharedEvent } from './shared-event.ts'

/**
 * One connection as documents and rooms see it; only `transport/` knows that a socket is behind it, and
 * tests put their own in its place.
 */
export interface Peer {
  readonly id: string
  /** From the session; never changes within one connection. */
  readonly personId: string
  readonly isOpen: boolean
  /** The person with the roles held now; null once the session has ended. */
  actor(): Promise<Actor | null>
  /** Reads frames; otherwise it gets the same as events. */
  readonly takesFrames: boolean
  /** So much waits for this peer's line that more would only grow the server's memory. */
  readonly isBehind: boolean
  /** Writes what many get; false where the peer takes no frames, and `send` must say the same. */
  sendFrame(frame: SharedFrame): boolean
  /** An event that many get. */
  tell(event: SharedEvent): void
  send<E extends keyof ServerToClient>(event: E, message: Parameters<ServerToClient[E]>[0]): void
}
