import * as Y from 'yjs'
import { FOLD_AFTER } from './fold-after.ts'
import type { Member } from './member.ts'

let nextId = 1

/**
 * A document in memory. `doc` holds exactly what is committed: a change is applied only after its
 * transaction, so a failed one leaves no trace and nobody who joins sees what may yet be lost.
 */
export class LiveDocument {
  /** The number that peers know it by, as long as it is in memory. */
  readonly id = nextId++
  readonly doc = new Y.Doc()
  readonly members = new Set<Member>()
  /** A row could not be read: the rows are kept as they are for whoever repairs them. */
  damaged = false
  folding: Promise<void> | null = null
  /** How long the tail may grow before it is folded. */
  foldAt = FOLD_AFTER
  /** Who wrote under which Yjs client id first; a second person under the same id would break all copies. */
  readonly owners = new Map<number, string>()
  /** The last presence clock sent per client id: ours, so that nobody's own clock can silence another. */
  readonly presenceClocks = new Map<number, number>()

  /** When the readers were told last, and what telling them takes; by the monotonic clock. */
  toldAt = 0
  tellingMs = 0

  /** Accepted, not yet committed, in order. */
  private accepted: Uint8Array[] = []
  /** `doc` and the accepted writes: where an update is tried before it is stored. Made when first needed. */
  private trial: Y.Doc | null = null
  private holds = 0
  private waiters: (() => void)[] = []
  private settled: (() => void)[] = []

  constructor(
    readonly name: string,
    /** The number of the last committed row. */
    public upTo: number,
    /** Rows of the store behind the last snapshot. */
    public tail: number,
  ) {}

  /** Writes wait from now on; each call needs its own release. */
  hold(): () => void {
    this.holds++
    let held = true
    return () => {
      if (!held) return
      held = false
      this.holds--
      if (this.holds === 0) for (const go of this.waiters.splice(0)) go()
    }
  }

  get isHeld(): boolean {
    return this.holds > 0
  }

  released(): Promise<void> {
    return new Promise((resolve) => this.waiters.push(resolve))
  }

  get pending(): number {
    return this.accepted.length
  }

  /** Resolves when every accepted write has been committed or refused. */
  async flushed(): Promise<void> {
    while (this.pending > 0) await new Promise<void>((resolve) => this.settled.push(resolve))
  }

  /** The document as it will be once everything accepted is committed. */
  ahead(): Y.Doc {
    if (this.trial) return this.trial
    const trial = new Y.Doc()
    Y.applyUpdate(trial, Y.encodeStateAsUpdate(this.doc))
    for (const update of this.accepted) Y.applyUpdate(trial, update)
    this.trial = trial
    return trial
  }

  /** After an update that went wrong half-way: the next trial starts from what is known to be good. */
  forgetTrial(): void {
    this.trial?.destroy()
    this.trial = null
  }

  accept(update: Uint8Array): void {
    this.accepted.push(update)
  }

  /** The oldest accepted writes are committed: now they are the document. */
  commit(updates: readonly Uint8Array[], upTo: number): void {
    for (const update of updates) Y.applyUpdate(this.doc, update)
    this.upTo = upTo
    this.tail += updates.length
    this.settle(updates.length)
  }

  /** All accepted writes are refused; later ones built on them. */
  refuseAccepted(): void {
    this.settle(this.accepted.length)
    this.forgetTrial()
  }

  private settle(writes: number): void {
    this.accepted.splice(0, writes)
    if (this.pending === 0) for (const go of this.settled.splice(0)) go()
  }

  destroy(): void {
    this.forgetTrial()
    this.doc.destroy()
  }
}
