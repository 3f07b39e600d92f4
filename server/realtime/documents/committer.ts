import { refuse, type Refusal } from '#domain/record/refusal.ts'
import type { Cluster } from '../cluster/port.ts'
import type { RealtimeLog, RealtimeMetrics } from '../surroundings.ts'
import type { LiveDocument } from './live-document.ts'
import type { Announcer } from './announcer.ts'
import type { Member } from './member.ts'
import type { Elsewhere, Rows } from './elsewhere.ts'
import type { DocumentsStore } from './store-port.ts'

interface Write {
  readonly live: LiveDocument
  readonly update: Uint8Array
  readonly personId: string
  readonly at: string
  /** Null for the server's own edits. */
  readonly from: Member | null
  readonly answer: (refusal: Refusal | null) => void
}

/** So that one statement stays short even when a whole building comes back online at once; SQLite takes no thousand names. */
const MOST_WRITES_PER_COMMIT = 500

/** On a slow disk commits take a sixth of the time at most: SQLite commits on the main thread, with everybody waiting. */
const PAUSE_FACTOR = 5
const MOST_PAUSE_MS = 8
/** A timer cannot wait for less. */
const LEAST_PAUSE_MS = 1

/**
 * Group commit: what arrives while a transaction runs, in any document, goes into the next one together, and what the
 * readers would not be told yet (announcer.ts) waits for the commit that they are told after.
 * A lone writer waits for nobody; sixty share one fsync. Only after the commit are the changes applied,
 * acknowledged and sent to the others (architecture §4: write first, announce second).
 */
export class Committer {
  /** By document, in order; the document that waits longest first. Thousands may wait, so nothing looks at each of them. */
  private readonly queue = new Map<LiveDocument, Write[]>()
  private isRunning = false
  private notBefore = 0
  private timer: ReturnType<typeof setTimeout> | null = null
  private wakesAt = Infinity
  private waiters: (() => void)[] = []

  constructor(
    private readonly store: DocumentsStore,
    private readonly log: RealtimeLog,
    private readonly metrics: RealtimeMetrics,
    private readonly announcer: Announcer,
    private readonly onCommitted: (live: LiveDocument) => void,
    private readonly cluster: Cluster,
    private readonly elsewhere: Elsewhere,
  ) {}

  /**
   * Resolves after the commit with null, or with `record/unavailable` when the store failed: then nothing of
   * the update is left on the server and the writer keeps it and sends it again.
   */
  commit(write: Omit<Write, 'answer'>): Promise<Refusal | null> {
    return new Promise((answer) => {
      const waiting = this.queue.get(write.live)
      if (waiting) waiting.push({ ...write, answer })
      else this.queue.set(write.live, [{ ...write, answer }])
      if (!this.isRunning) this.wake(this.announcer.dueAt(write.live))
    })
  }

  /** Resolves when nothing waits to be committed. */
  async flushed(): Promise<void> {
    while (this.isRunning || this.queue.size > 0)
      await new Promise<void>((resolve) => this.waiters.push(resolve))
  }

  /** By the monotonic clock; not later than it was told before. */
  private wake(at: number): void {
    const then = Math.max(at, this.notBefore)
    if (then >= this.wakesAt) return
    this.wakesAt = then
    if (this.timer) clearTimeout(this.timer)
    const left = then - performance.now()
    if (left >= LEAST_PAUSE_MS) {
      this.timer = setTimeout(() => void this.run(), left)
      return
    }
    this.isRunning = true
    // Frames that were read from the sockets in the same turn of the loop join the transaction.
    setImmediate(() => void this.run())
  }

  private async run(): Promise<void> {
    this.isRunning = true
    this.timer = null
    const batch = this.takeDue(performance.now() + LEAST_PAUSE_MS)
    try {
      if (batch.length > 0) await this.commitBatch(batch)
    } finally {
      this.isRunning = false
      this.wakesAt = Infinity
      for (const live of this.queue.keys()) this.wake(this.announcer.dueAt(live))
      for (const go of this.waiters.splice(0)) go()
    }
  }

  private takeDue(now: number): readonly Write[] {
    const batch: Write[] = []
    for (const [live, writes] of this.queue) {
      if (batch.length === MOST_WRITES_PER_COMMIT) break
      if (this.announcer.dueAt(live) >= now) continue
      batch.push(...writes.splice(0, MOST_WRITES_PER_COMMIT - batch.length))
      // What is left goes behind the other documents, or nobody else would be committed beside a flood.
      this.queue.delete(live)
      if (writes.length > 0) this.queue.set(live, writes)
    }
    return batch
  }

  private async commitBatch(batch: readonly Write[]): Promise<void> {
    if (this.cluster.isCutOff()) {
      this.refuse(batch)
      return
    }
    const started = performance.now()
    let numbers: ReadonlyMap<string, number>
    try {
      numbers = await this.store.append(
        batch.map(({ live, update, personId, at }) => ({ name: live.name, update, personId, at })),
      )
    } catch (error) {
      this.log.error({ err: error, writes: batch.length }, 'documents were not committed')
      this.refuse(batch)
      return
    }
    const ended = performance.now()
    this.notBefore = ended + Math.min(MOST_PAUSE_MS, (ended - started) * PAUSE_FACTOR)
    this.metrics.committed((ended - started) / 1000, batch.length)
    const told: Rows[] = []
    for (const [live, writes] of groupByDocument(batch)) {
      try {
        const last = numbers.get(live.name) ?? live.upTo + writes.length
        live.commit(
          writes.map((write) => write.update),
          last,
        )
        const rows = writes.map(({ update, personId }) => ({ update, personId }))
        told.push({ name: live.name, first: last - writes.length + 1, last, rows })
        this.announcer.announce(live, writes)
        this.onCommitted(live)
      } catch (error) {
        // The trial passed, so this is ours; it must not keep the other documents from their answers.
        this.log.error({ err: error, document: live.name }, 'a committed change was not announced')
      }
    }
    if (this.cluster.isAlone) for (const write of batch) write.answer(null)
    else void this.answerWhenTold(batch, told)
  }

  /** What the others cannot know is not acknowledged, though it is committed: sent again, elsewhere, it does nothing. */
  private async answerWhenTold(batch: readonly Write[], rows: readonly Rows[]): Promise<void> {
    const refusal = await this.elsewhere.tell(rows).then(
      () => null,
      () => refuse('record/unavailable'),
    )
    for (const write of batch) write.answer(refusal)
  }

  /** Also what waits behind in the same documents: it may build on what is refused. */
  private refuse(batch: readonly Write[]): void {
    const failed = new Set(batch.map((write) => write.live))
    const behind = [...failed].flatMap((live) => this.queue.get(live) ?? [])
    for (const live of failed) {
      this.queue.delete(live)
      live.refuseAccepted()
    }
    for (const write of [...batch, ...behind]) write.answer(refuse('record/unavailable'))
  }
}

function groupByDocument(batch: readonly Write[]): Map<LiveDocument, Write[]> {
  const groups = new Map<LiveDocument, Write[]>()
  for (const write of batch) {
    const group = groups.get(write.live)
    if (group) group.push(write)
    else groups.set(write.live, [write])
  }
  return groups
}
