import type { KeptRecord, PendingEdits } from './pending-edits.ts'

/**
 * What one document's session keeps in the browser's storage, and what it found there. Storage that fails
 * costs safety against a closed page, never the session: all of it is in memory as well.
 */
export class KeptEdits {
  isLoaded = false
  /** Of earlier pages and of other open ones. */
  private found: readonly KeptRecord[] = []
  /** Found, and on its way to the server. */
  private underWay: readonly KeptRecord[] = []
  /** Typed on this page, while it may not be sent. */
  private aside: Uint8Array[] = []
  private writing: Promise<void> | null = null
  private next: readonly Uint8Array[] | null = null

  constructor(
    private readonly pending: PendingEdits,
    private readonly personId: string,
    private readonly name: string,
  ) {}

  async load(): Promise<void> {
    this.found = await this.pending.load(this.personId, this.name).catch(() => [])
    this.isLoaded = true
  }

  /** Everything kept, in order, for sending. */
  take(): readonly Uint8Array[] {
    const updates = this.waiting()
    this.underWay = [...this.underWay, ...this.found]
    this.found = []
    this.aside = []
    return updates
  }

  waiting(): readonly Uint8Array[] {
    return [...this.found.flatMap(({ updates }) => updates), ...this.aside]
  }

  keep(unsent: readonly Uint8Array[]): void {
    this.write([...this.aside, ...unsent])
  }

  setAside(unsent: readonly Uint8Array[]): void {
    this.aside.push(...unsent)
    // What was found and was being sent goes back: it may not have arrived.
    this.found = [...this.underWay, ...this.found]
    this.underWay = []
    if (this.aside.length > 0) this.write(this.aside)
  }

  /** The server has everything but the rest. */
  acknowledged(rest: readonly Uint8Array[]): void {
    this.keep(rest)
    if (rest.length > 0) return
    const done = this.underWay
    this.underWay = []
    this.drop(done)
  }

  discard(): void {
    this.drop(this.found)
    this.found = []
    this.aside = []
    this.write([])
  }

  private drop(records: readonly KeptRecord[]): void {
    for (const record of records) void this.pending.drop(record).catch(() => undefined)
  }

  /** One transaction at a time; of what changes meanwhile only the newest is written. */
  private write(updates: readonly Uint8Array[]): void {
    this.next = [...updates]
    this.writing ??= this.writeAll().finally(() => (this.writing = null))
  }

  private async writeAll(): Promise<void> {
    while (this.next) {
      const updates = this.next
      this.next = null
      await this.pending.keep(this.personId, this.name, updates).catch(() => undefined)
    }
  }
}
