import type { Connection } from './connection.ts'

const ASK_AGAIN_MS = 1_500

/** Something that a part of the page looks at: joined from the first watcher to the last, and again after a reconnect. */
export abstract class LiveList<Known> {
  private readonly watchers = new Set<() => void>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private stop: readonly (() => void)[] = []

  constructor(
    protected readonly connection: Connection,
    protected known: Known,
  ) {}

  readonly subscribe = (watcher: () => void): (() => void) => {
    if (this.watchers.size === 0) {
      this.stop = [this.connection.onOnline(() => this.join()), ...this.listen()]
      this.join()
    }
    this.watchers.add(watcher)
    return () => {
      this.watchers.delete(watcher)
      if (this.watchers.size > 0) return
      clearTimeout(this.timer)
      for (const stop of this.stop) stop()
      this.leave()
    }
  }

  readonly snapshot = (): Known => this.known

  /** What the server tells of it; each answers how to listen no longer. */
  protected abstract listen(): readonly (() => void)[]
  protected abstract ask(): void
  protected abstract leave(): void

  protected join(): void {
    clearTimeout(this.timer)
    this.ask()
  }

  /** What was seen is gone from the page at once; it is asked for again until it may be seen. */
  protected close(nothing: Known): void {
    this.show(nothing)
    this.timer = setTimeout(() => this.join(), ASK_AGAIN_MS * (1 + Math.random()))
  }

  protected show(known: Known): void {
    this.known = known
    for (const watcher of [...this.watchers]) watcher()
  }
}
