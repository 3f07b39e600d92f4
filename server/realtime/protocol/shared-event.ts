import type { ServerToClient } from './messages.ts'

/** An event for many receivers, in the words of socket.io's text packets; they are made once, for the first of them. */
export class SharedEvent<E extends keyof ServerToClient = keyof ServerToClient> {
  private made: string | null = null

  constructor(
    readonly event: E,
    readonly message: Parameters<ServerToClient[E]>[0],
  ) {}

  /** A 2 begins an event of the default namespace. */
  get packet(): string {
    return (this.made ??= `2${JSON.stringify([this.event, this.message])}`)
  }
}
