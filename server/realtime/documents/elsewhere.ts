import * as Y from 'yjs'
import type { Cluster } from '../cluster/port.ts'
import type { News } from '../cluster/messages.ts'
import type { RealtimeLog } from '../surroundings.ts'
import type { Announcer } from './announcer.ts'
import type { LiveDocument } from './live-document.ts'
import type { DocumentRegistry } from './registry.ts'
import type { DocumentsStore } from './store-port.ts'

export type Rows = Extract<News, { kind: 'rows' }>['changes'][number]

interface ElsewhereOptions {
  readonly cluster: Cluster
  readonly registry: DocumentRegistry
  readonly store: DocumentsStore
  readonly announcer: Announcer
  readonly log: RealtimeLog
  /** More bytes lie in memory than before. */
  readonly onMerged: (live: LiveDocument) => void
}

/** Updates of one commit beyond this are read from the database: the stream is for news, not for freight. */
const MOST_TOLD_BYTES = 16_384
/** A row that is missing is usually on its way; then asking the database costs more than waiting. */
const PATIENCE_MS = 30
/** And when the database does not answer. */
const AGAIN_MS = 1_000

/**
 * What other nodes write into documents that are open here. Rows are taken in the order of their numbers: the
 * database numbers them, and a row may build on any row before it.
 */
export class Elsewhere {
  /** Came before a row that they may build on. */
  private readonly early = new WeakMap<LiveDocument, Rows[]>()
  private readonly catching = new WeakMap<LiveDocument, Promise<void>>()

  constructor(private readonly options: ElsewhereOptions) {}

  /** Resolves when the others will know. Rejects with `CutOff`. */
  tell(changes: readonly Rows[]): Promise<void> {
    let bytes = 0
    const told = changes.map((change) => {
      for (const { update } of change.rows ?? []) bytes += update.byteLength
      return bytes > MOST_TOLD_BYTES ? { ...change, rows: null } : change
    })
    return this.options.cluster.tell({ kind: 'rows', changes: told })
  }

  /** Rows that another node committed. */
  hear(change: Rows): void {
    // Also while it is being loaded: the database may have been read before the commit.
    this.options.registry.peek(change.name)?.then(
      (live) => this.take(live, change),
      () => undefined,
    )
  }

  /** After a commit of our own: it may lie behind rows of others that have not come yet. */
  afterCommit(live: LiveDocument): void {
    this.takeEarly(live)
    if (live.rows.hasHole) this.catchUpSoon(live, PATIENCE_MS)
  }

  /** Everything committed anywhere until now is in memory when it resolves. Rejects when the store cannot be read. */
  async catchUp(live: LiveDocument): Promise<void> {
    if (this.options.cluster.isAlone) return
    // One that began before may have read too early.
    await this.catching.get(live)?.catch(() => undefined)
    const catching = this.catching.get(live) ?? this.readOn(live).finally(() => this.catching.delete(live))
    this.catching.set(live, catching)
    await catching
  }

  catchUpAll(): void {
    for (const loading of this.options.registry.all())
      loading.then(
        (live) => this.catchUpSoon(live, 0),
        () => undefined,
      )
  }

  private take(live: LiveDocument, change: Rows): void {
    if (change.last <= live.upTo) return
    this.early.set(live, [...(this.early.get(live) ?? []), change])
    this.takeEarly(live)
    if (this.early.has(live)) this.catchUpSoon(live, change.rows ? PATIENCE_MS : 0)
  }

  private takeEarly(live: LiveDocument): void {
    for (;;) {
      const waiting = this.early.get(live)?.filter(({ last }) => last > live.upTo) ?? []
      const next = waiting.find(({ first, rows }) => rows && first <= live.upTo + 1)
      if (waiting.length === 0) this.early.delete(live)
      else this.early.set(live, waiting)
      if (!next?.rows) return
      const { rows, first, last } = next
      for (const { update, personId } of rows) noteOwners(live, update, personId)
      this.merge(
        live,
        rows.map(({ update }) => update),
        first,
        last,
      )
    }
  }

  private async readOn(live: LiveDocument): Promise<void> {
    const first = live.upTo + 1
    const stored = await this.options.store.since(live.name, live.upTo)
    if (stored.damaged?.length) {
      live.damaged = true
      this.options.log.error({ document: live.name, rows: stored.damaged }, 'rows of a document are damaged')
    }
    const vector = live.stateVector
    const news = stored.updates.map((update) => Y.diffUpdate(update, vector))
    if (stored.upTo >= first) this.merge(live, news, first, stored.upTo)
    this.takeEarly(live)
  }

  private merge(live: LiveDocument, updates: readonly Uint8Array[], first: number, last: number): void {
    live.merge(updates, first, last)
    this.options.announcer.announce(
      live,
      updates.map((update) => ({ update, from: null })),
    )
    this.options.onMerged(live)
  }

  private catchUpSoon(live: LiveDocument, afterMs: number): void {
    const timer = setTimeout(() => {
      if (afterMs === PATIENCE_MS && !live.rows.hasHole && !this.early.has(live)) return
      this.catchUp(live).catch((error: unknown) => {
        this.options.log.warn({ err: error, document: live.name }, 'rows of other nodes could not be read')
        this.catchUpSoon(live, AGAIN_MS)
      })
    }, afterMs)
    timer.unref()
  }
}

/** See `acceptUpdate`: one client id belongs to one person, whichever node it speaks to. */
function noteOwners(live: LiveDocument, update: Uint8Array, personId: string): void {
  for (const clientId of Y.parseUpdateMeta(update).from.keys())
    if (!live.owners.has(clientId)) live.owners.set(clientId, personId)
}
