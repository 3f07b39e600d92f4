export interface Opened {
  /** What `write` and `present` name the document by on this link. */
  readonly channel: number
  /** What the asker lacked; empty where the server keeps no document. */
  readonly update: Uint8Array
  /** What is to be applied behind it. A page applies them in one go; joining them is not the server's work. */
  readonly rest?: readonly Uint8Array[]
}

/** One connection of one person, in the words of one server's protocol. */
export interface Link {
  open(name: string, stateVector?: Uint8Array): Promise<Opened>
  write(channel: number, update: Uint8Array): void
  /** `bytes` is an awareness update of y-protocols. */
  present(channel: number, bytes: Uint8Array): void
  /** Updates that were sent and are not acknowledged; 0 where the protocol acknowledges nothing. */
  readonly unacknowledged: number
  close(): void
}

export interface Listener {
  /** Every binary payload that came after the opening; stamps are looked for in it. */
  receive(payload: Buffer): void
  /** Something that should not come: a refusal, an early end. */
  complain(what: string): void
}

export interface Target {
  readonly port: number
  /** The session of the n-th person; undefined where a server knows no sessions. */
  cookie(person: number): string | undefined
}

export type Connect = (target: Target, person: number, listener: Listener) => Promise<Link>

/** The state vector of somebody who has nothing. */
export const NOTHING = new Uint8Array([0])
