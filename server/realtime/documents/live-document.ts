import * as Y from 'yjs'
import { SharedFrame } from '#protocol/frames.ts'
import { foldAfter } from './fold-after.ts'
import { KnownRows } from './known-rows.ts'
import type { Member } from './member.ts'

let nextId = 1

/** Where nobody ever stops writing, at so many times the rows it is folded all the same. */
const LATEST_FOLD = 4

/** A Yjs copy takes so many times the bytes it was made of: 17 MB for 962 kB in D-50,000. */
const COPY_FACTOR = 17

/** A text nobody has written yet. */
const NOTHING = Y.encodeStateAsUpdate(new Y.Doc())

/** Somebody at another node. */
export interface Visitor {
  readonly node: string
  readonly state: Readonly<Record<string, unknown>>
}

/** A copy that is brought up to what is committed when somebody asks for it. */
interface Settled {
  readonly doc: Y.Doc
  applied: number
}

/**
 * A document in memory: the committed bytes as the store has them, and a copy on which writes are tried. What joins
 * and reads gets what is committed and nothing else: a change that may yet be lost is shown to nobody.
 */
export class LiveDocument {
  /** The number that peers know it by, as long as it is in memory. */
  readonly id = nextId++
  readonly members = new Set<Member>()
  folding: Promise<void> | null = null
  /** How many pieces the committed bytes may be before they are folded into one. */
  foldAt: number
  /** Who wrote under which Yjs client id first; a second person under the same id would break all copies. */
  readonly owners = new Map<number, string>()
  /** Cursors of people at other nodes, by client id. */
  readonly visitors = new Map<number, Visitor>()
  /** The last presence clock sent per client id: ours, so that nobody's own clock can silence another. */
  readonly presenceClocks = new Map<number, number>()
  /** When the readers were told last, and what telling them takes; by the monotonic clock. */
  toldAt = 0
  tellingMs = 0

  readonly rows: KnownRows
  /** Set when a row could not be read: the rows are kept as they are for whoever repairs them. */
  damaged: boolean

  private committedBytes: number
  /** Accepted, not yet committed, in order. */
  private accepted: Uint8Array[] = []
  /** What is committed alone; only while writes are on their way. */
  private settled: Settled | null = null
  /** What was worked out for those who open; until the next commit. */
  private vector: Uint8Array | null = null
  private tail: SharedFrame | null = null
  private difference: { readonly vector: Uint8Array; readonly update: Uint8Array } | null = null
  private holds = 0
  private waiters: (() => void)[] = []
  private flushes: (() => void)[] = []

  /**
   * @param upTo the number of the last committed row
   * @param committed a snapshot or nothing, then the rows behind it, oldest first
   * @param trial what is committed and the accepted writes: where an update is tried before it is stored. Made when
   * first needed, unless it was made already
   */
  constructor(
    readonly name: string,
    upTo: number,
    private committed: Uint8Array[],
    damaged: boolean,
    private trial: Y.Doc | null = null,
  ) {
    this.foldAt = foldAfter(committed[0]?.byteLength ?? 0)
    this.rows = new KnownRows(upTo)
    this.damaged = damaged
    this.committedBytes = bytesOf(committed)
  }

  /** The number of the last row before which none is missing: a snapshot covers the rows up to it. */
  get upTo(): number {
    return this.rows.upTo
  }

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

  /** Pieces that the committed bytes lie in. */
  get pieces(): number {
    return this.committed.length
  }

  /** Bytes that it takes in memory, about. */
  get memory(): number {
    const copies = (this.trial ? 1 : 0) + (this.settled ? 1 : 0)
    return this.committedBytes * (1 + copies * COPY_FACTOR)
  }

  /** Resolves when every accepted write has been committed or refused. */
  async flushed(): Promise<void> {
    while (this.pending > 0) await new Promise<void>((resolve) => this.flushes.push(resolve))
  }

  /** Exactly what is committed, to read and to compare, not to change. */
  get doc(): Y.Doc {
    if (this.pending === 0) {
      this.settled = null
      return this.ahead()
    }
    const settled = (this.settled ??= { doc: new Y.Doc(), applied: 0 })
    applyAll(settled.doc, this.committed.slice(settled.applied))
    settled.applied = this.committed.length
    return settled.doc
  }

  /** Whether there is time to fold: while writes are on their way, what is committed is in no copy by itself. */
  get mayFold(): boolean {
    return this.pieces >= this.foldAt && (this.pending === 0 || this.pieces >= this.foldAt * LATEST_FOLD)
  }

  /**
   * Everything committed, in pieces to be applied one after the other: bytes, for which no document is made, and the
   * pieces behind the first in a frame, made once for all who come.
   */
  get bytes(): { readonly first: Uint8Array; readonly rest: SharedFrame | null } {
    const [first = NOTHING, ...updates] = this.committed
    if (updates.length > 0) this.tail ??= new SharedFrame({ kind: 'updates', id: this.id, updates })
    return { first, rest: this.tail }
  }

  /** What somebody lacks who has `vector`; when the network is back they all have the same. Throws on bytes that are none. */
  missingFrom(vector: Uint8Array): Uint8Array {
    if (!this.difference || !isEqual(this.difference.vector, vector))
      this.difference = { vector: vector.slice(), update: Y.encodeStateAsUpdate(this.doc, vector) }
    return this.difference.update
  }

  /** How far what is committed goes. */
  get stateVector(): Uint8Array {
    return (this.vector ??= Y.encodeStateVector(this.doc))
  }

  /** The document as it will be once everything accepted is committed. */
  ahead(): Y.Doc {
    if (this.trial) return this.trial
    const trial = new Y.Doc()
    applyAll(trial, [...this.committed, ...this.accepted])
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

  /** The oldest accepted writes are committed: now they are the document. `last` is the number of the last of their rows. */
  commit(updates: readonly Uint8Array[], last: number): void {
    this.take(updates, last - updates.length + 1, last)
    this.settle(updates.length)
  }

  /** Rows `first` to `last` that another node committed; bytes known already do no harm. */
  merge(updates: readonly Uint8Array[], first: number, last: number): void {
    if (this.trial) applyAll(this.trial, updates)
    this.take(updates, first, last)
  }

  /** All accepted writes are refused; later ones built on them. */
  refuseAccepted(): void {
    this.settle(this.accepted.length)
    this.forgetTrial()
  }

  /** One piece for the first so many. */
  folded(pieces: number, snapshot: Uint8Array): void {
    const replaced = this.committed.splice(0, pieces, snapshot)
    this.committedBytes += snapshot.byteLength - bytesOf(replaced)
    this.tail = null
    if (this.settled) this.settled.applied -= pieces - 1
  }

  private take(updates: readonly Uint8Array[], first: number, last: number): void {
    this.committed.push(...updates)
    this.committedBytes += bytesOf(updates)
    this.vector = this.tail = this.difference = null
    this.rows.add(first, last)
  }

  private settle(writes: number): void {
    this.accepted.splice(0, writes)
    if (this.pending === 0) for (const go of this.flushes.splice(0)) go()
  }

  destroy(): void {
    this.forgetTrial()
    this.settled?.doc.destroy()
    this.settled = null
  }
}

/** In one transaction: Yjs tidies up once, not after each. */
function applyAll(doc: Y.Doc, updates: readonly Uint8Array[]): void {
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
}

const bytesOf = (updates: readonly Uint8Array[]) =>
  updates.reduce((sum, { byteLength }) => sum + byteLength, 0)

const isEqual = (one: Uint8Array, other: Uint8Array) =>
  one.byteLength === other.byteLength && one.every((byte, place) => byte === other[place])
