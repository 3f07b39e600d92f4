/** Where the engine says what went wrong; pino has this shape. */
export interface RealtimeLog {
  info(about: object, words: string): void
  warn(about: object, words: string): void
  error(about: object, words: string): void
}

/** What the engine counts; the composition turns it into prom-client's figures. */
export interface RealtimeMetrics {
  sockets(open: number): void
  rooms(open: number): void
  /** In memory, the bytes they take, about, and whether those in use alone take more than all may. */
  documents(loaded: number, bytes: number, isOver: boolean): void
  /** A command, vote, join or open from frame to answer. */
  answered(event: string, seconds: number, ok: boolean): void
  /** A transaction of documents. */
  committed(seconds: number, writes: number): void
  /** A limit of the wire was hit, by its name in `LIMITS`. */
  limited(limit: string): void
}

export const noMetrics: RealtimeMetrics = {
  sockets: () => undefined,
  rooms: () => undefined,
  documents: () => undefined,
  answered: () => undefined,
  committed: () => undefined,
  limited: () => undefined,
}
