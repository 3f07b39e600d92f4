import type { DocumentsStore, DocumentWrite, StoredDocument } from '#server/realtime/documents/store-port.ts'

interface Row {
  readonly seq: number
  readonly update: Uint8Array
}

/** A store in memory that can be made slow, failing, or stuck: what a test needs to see the port's rules kept. */
export class MemoryDocumentsStore implements DocumentsStore {
  readonly rows = new Map<string, Row[]>()
  readonly snapshots = new Map<string, { upTo: number; data: Uint8Array }>()
  readonly writers = new Map<string, string[]>()
  isFailing = false
  isFoldFailing = false
  appendMs = 0
  loadMs = 0
  loads = 0
  appends = 0
  folds = 0

  async load(name: string): Promise<StoredDocument> {
    this.loads++
    await pause(this.loadMs)
    if (this.isFailing) throw new Error('the disk is gone')
    const snapshot = this.snapshots.get(name)
    const rows = this.rows.get(name) ?? []
    return {
      updates: [...(snapshot ? [snapshot.data] : []), ...rows.map(({ update }) => update)],
      upTo: rows.at(-1)?.seq ?? snapshot?.upTo ?? 0,
    }
  }

  since(name: string): Promise<StoredDocument> {
    return this.load(name)
  }

  async append(batch: readonly DocumentWrite[]): Promise<ReadonlyMap<string, number>> {
    this.appends++
    await pause(this.appendMs)
    if (this.isFailing) throw new Error('the disk is full')
    const last = new Map<string, number>()
    for (const { name, update, personId } of batch) {
      const rows = this.rows.get(name) ?? []
      const seq = (rows.at(-1)?.seq ?? this.snapshots.get(name)?.upTo ?? 0) + 1
      // A copy: the wire's buffer is used again.
      this.rows.set(name, [...rows, { seq, update: Uint8Array.from(update) }])
      this.writers.set(name, [...(this.writers.get(name) ?? []), personId])
      last.set(name, seq)
    }
    return last
  }

  async fold(name: string, upTo: number, snapshot: Uint8Array): Promise<void> {
    this.folds++
    await pause(this.appendMs)
    if (this.isFailing || this.isFoldFailing) throw new Error('the disk is full')
    this.snapshots.set(name, { upTo, data: snapshot })
    this.rows.set(
      name,
      (this.rows.get(name) ?? []).filter(({ seq }) => seq > upTo),
    )
  }
}

function pause(milliseconds: number): Promise<void> {
  return milliseconds > 0 ? new Promise((resolve) => setTimeout(resolve, milliseconds)) : Promise.resolve()
}
