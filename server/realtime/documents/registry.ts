import * as Y from 'yjs'
import type { RealtimeLog, RealtimeMetrics } from '../surroundings.ts'
import { foldInto } from './fold.ts'
import { LiveDocument } from './live-document.ts'
import type { DocumentsStore } from './store-port.ts'

/** A right to use a document; it stays in memory until every claim is given back. */
export interface Claim {
  readonly live: LiveDocument
  release(): void
}

interface Entry {
  readonly name: string
  readonly loading: Promise<LiveDocument>
  /** Users, those still waiting for `loading` included. Counted before any await. */
  claims: number
  /** Null while it is loading. */
  live: LiveDocument | null
  /** What of `bytes` is its part. */
  bytes: number
}

export interface RegistryOptions {
  readonly store: DocumentsStore
  readonly log: RealtimeLog
  readonly metrics: RealtimeMetrics
  /** How long an unused document stays, so that a page reload does not load it anew. */
  readonly idleMs: number
  /** That all documents together may take in memory, about; what is in use may take more. */
  readonly mostBytes: number
  /** Before anybody gets it. */
  readonly onLoaded?: (live: LiveDocument) => void
}

/**
 * One live document per name. The map holds the loading promise, not the loaded document: of two first
 * visitors at once the second gets the first one's. A document is unloaded only when nobody claims it,
 * asked again after every await.
 */
export class DocumentRegistry {
  private readonly entries = new Map<string, Entry>()
  /** Used by nobody, the longest unused first; with the timers that put them away. */
  private readonly idle = new Map<Entry, ReturnType<typeof setTimeout>>()
  private bytes = 0
  private isMakingRoom = false
  private isOver = false

  constructor(private readonly options: RegistryOptions) {}

  /** Rejects when the store cannot be read; the next claim tries again. */
  async claim(name: string): Promise<Claim> {
    const entry = this.entries.get(name) ?? this.load(name)
    entry.claims++
    this.wake(entry)
    let live: LiveDocument
    try {
      live = await entry.loading
    } catch (error) {
      entry.claims--
      throw error
    }
    let claimed = true
    return {
      live,
      release: () => {
        if (!claimed) return
        claimed = false
        entry.claims--
        if (entry.claims === 0) this.leaveIdle(entry, live)
      },
    }
  }

  /** What is in memory or on its way there; unlike a claim it keeps nothing from being unloaded. */
  peek(name: string): Promise<LiveDocument> | undefined {
    return this.entries.get(name)?.loading
  }

  all(): readonly Promise<LiveDocument>[] {
    return [...this.entries.values()].map(({ loading }) => loading)
  }

  /** It has become larger or smaller. */
  weigh(live: LiveDocument): void {
    const entry = this.entries.get(live.name)
    if (entry?.live !== live) return
    this.bytes += live.memory - entry.bytes
    entry.bytes = live.memory
    void this.keepWithin()
  }

  /** Lets go of every timer; documents need no saving, all of them is committed. */
  stop(): void {
    for (const timer of this.idle.values()) clearTimeout(timer)
    this.idle.clear()
  }

  private load(name: string): Entry {
    const entry: Entry = { name, loading: this.read(name), claims: 0, live: null, bytes: 0 }
    this.entries.set(name, entry)
    this.tell()
    entry.loading.then(
      (live) => {
        entry.live = live
        this.weigh(live)
      },
      () => {
        if (this.entries.get(name) === entry) this.entries.delete(name)
        this.tell()
      },
    )
    return entry
  }

  private async read(name: string): Promise<LiveDocument> {
    const { store, log } = this.options
    const stored = await store.load(name)
    if (stored.damaged?.length)
      log.error({ document: name, rows: stored.damaged }, 'rows of a document are damaged and left out')
    const { sound, doc } = this.applicable(name, stored.updates)
    const isDamaged = sound.length < stored.updates.length || Boolean(stored.damaged?.length)
    const live = new LiveDocument(name, stored.upTo, sound, isDamaged, doc)
    this.options.onLoaded?.(live)
    return live
  }

  /**
   * Without the rows that Yjs cannot carry out. One alone is what we made ourselves, a snapshot or a tried update, and
   * its checksum is right: a document that was put away in order opens without being read.
   */
  private applicable(
    name: string,
    updates: readonly Uint8Array[],
  ): { readonly sound: Uint8Array[]; readonly doc: Y.Doc | null } {
    if (updates.length <= 1) return { sound: [...updates], doc: null }
    const doc = new Y.Doc()
    // One transaction: Yjs tidies up once, not after each.
    const sound = doc.transact(() =>
      updates.filter((update, index) => {
        try {
          Y.applyUpdate(doc, update)
          return true
        } catch (error) {
          this.options.log.error(
            { err: error, document: name, index },
            'a stored change cannot be applied and is left out',
          )
          return false
        }
      }),
    )
    // What failed half-way left its half behind.
    return { sound, doc: sound.length === updates.length ? doc : null }
  }

  private leaveIdle(entry: Entry, live: LiveDocument): void {
    const timer = setTimeout(() => void this.unload(entry, live), this.options.idleMs)
    timer.unref()
    this.idle.set(entry, timer)
    this.weigh(live)
  }

  private wake(entry: Entry): void {
    clearTimeout(this.idle.get(entry))
    this.idle.delete(entry)
  }

  private async unload(entry: Entry, live: LiveDocument): Promise<void> {
    this.wake(entry)
    const isGone = () => this.entries.get(entry.name) !== entry
    const mustStay = () => entry.claims > 0 || live.pending > 0
    // Folding may fail: every row is committed all the same, and the next load reads them one by one.
    if (!mustStay() && live.pieces > 1) await foldInto(this.options.store, live, this.options.log)
    if (isGone()) return
    if (mustStay()) {
      // Its last writer has left, and what he wrote is on its way to the disk.
      if (entry.claims === 0 && !this.idle.has(entry)) this.leaveIdle(entry, live)
      return
    }
    this.wake(entry)
    this.entries.delete(entry.name)
    this.bytes -= entry.bytes
    live.destroy()
    this.tell()
  }

  /** One at a time: to be folded a document may need a copy. Those that are in use stay, whatever they take. */
  private async keepWithin(): Promise<void> {
    if (this.isMakingRoom) return
    this.isMakingRoom = true
    const isTooMuch = () => this.bytes > this.options.mostBytes
    try {
      for (const entry of isTooMuch() ? [...this.idle.keys()] : [])
        if (isTooMuch() && entry.live && this.idle.has(entry)) await this.unload(entry, entry.live)
    } finally {
      this.isMakingRoom = false
      this.tell()
    }
  }

  private tell(): void {
    const { mostBytes, log, metrics } = this.options
    const wasOver = this.isOver
    if (!this.isMakingRoom) this.isOver = this.bytes > mostBytes
    if (this.isOver && !wasOver)
      log.warn({ bytes: this.bytes, mostBytes }, 'documents in use take more memory than they may')
    metrics.documents(this.entries.size, this.bytes, this.isOver)
  }
}
