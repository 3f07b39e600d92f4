import { CutOff } from './port.ts'

interface Wait {
  readonly n: number
  /** Null until the message came back: only then all are known who must hear it. */
  missing: Set<string> | null
  readonly resolve: () => void
  readonly reject: (error: Error) => void
}

/** Messages whose senders wait until every neighbour has acted on them. */
export class Waits {
  private readonly waits = new Set<Wait>()

  /** Resolves when all have heard message `n`. */
  for(n: number): Promise<void> {
    return new Promise((resolve, reject) => void this.waits.add({ n, missing: null, resolve, reject }))
  }

  /** Everything up to `n` came back; `neighbours` are those who were there before it. */
  echoed(n: number, neighbours: readonly string[]): void {
    for (const wait of this.waits) {
      if (wait.missing || wait.n > n) continue
      wait.missing = new Set(neighbours)
      this.settle(wait)
    }
  }

  /** It comes behind the message in the one order, so what came back first is the message. */
  heard(n: number, by: string): void {
    for (const wait of this.waits) {
      if (wait.n !== n) continue
      wait.missing?.delete(by)
      this.settle(wait)
    }
  }

  /** Nobody waits for the dead. */
  gone(id: string): void {
    for (const wait of this.waits) {
      wait.missing?.delete(id)
      this.settle(wait)
    }
  }

  giveUp(n?: number): void {
    for (const wait of this.waits) {
      if (n !== undefined && wait.n !== n) continue
      this.waits.delete(wait)
      wait.reject(new CutOff())
    }
  }

  private settle(wait: Wait): void {
    if (wait.missing?.size !== 0) return
    this.waits.delete(wait)
    wait.resolve()
  }
}
