/**
 * Commands for one stream wait for each other within the process, so that a full room does not spend its
 * time on conflicts; between processes the record's unique key decides.
 */
export class StreamLocks {
  private readonly tails = new Map<string, Promise<void>>()

  /** Runs `work` alone among those who hold one of the streams. Taken in one go, so nobody can wait in a circle. */
  async hold<T>(streams: readonly string[], work: () => Promise<T>): Promise<T> {
    const before = streams.map((stream) => this.tails.get(stream) ?? Promise.resolve())
    let release = () => {}
    const mine = new Promise<void>((resolve) => (release = resolve))
    for (const stream of streams) this.tails.set(stream, mine)
    try {
      await Promise.all(before)
      return await work()
    } finally {
      for (const stream of streams) if (this.tails.get(stream) === mine) this.tails.delete(stream)
      release()
    }
  }
}
