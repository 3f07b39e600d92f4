import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
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
    this.rows.set(name, (this.rows.get(name) ?? []).filter(({ seq }) => seq > upTo))
  }
}

/** One line per update in one file, synced: the smallest store that survives SIGKILL. Half a last line is no line. */
export class FileDocumentsStore implements DocumentsStore {
  private readonly rows = new Map<string, Uint8Array[]>()
  private readonly file: number

  constructor(path: string) {
    if (existsSync(path)) {
      for (const line of readFileSync(path, 'utf8').split('\n')) {
        const [name, base64, sum] = line.split(' ')
        if (!name || !base64 || sum !== checksum(name + base64)) continue
        this.rows.set(name, [...(this.rows.get(name) ?? []), new Uint8Array(Buffer.from(base64, 'base64'))])
      }
    }
    this.file = openSync(path, 'a')
    writeSync(this.file, '\n')
  }

  load(name: string): Promise<StoredDocument> {
    const updates = this.rows.get(name) ?? []
    return Promise.resolve({ updates: [...updates], upTo: updates.length })
  }

  append(batch: readonly DocumentWrite[]): Promise<ReadonlyMap<string, number>> {
    const last = new Map<string, number>()
    let lines = ''
    for (const { name, update } of batch) {
      const base64 = Buffer.from(update).toString('base64')
      lines += `${name} ${base64} ${checksum(name + base64)}\n`
      const updates = [...(this.rows.get(name) ?? []), Uint8Array.from(update)]
      this.rows.set(name, updates)
      last.set(name, updates.length)
    }
    writeSync(this.file, lines)
    fsyncSync(this.file)
    return Promise.resolve(last)
  }

  fold(): Promise<void> {
    return Promise.resolve()
  }

  close(): void {
    closeSync(this.file)
  }
}

function checksum(text: string): string {
  return createHash('sha1').update(text).digest('hex')
}

function pause(milliseconds: number): Promise<void> {
  return milliseconds > 0 ? new Promise((resolve) => setTimeout(resolve, milliseconds)) : Promise.resolve()
}
