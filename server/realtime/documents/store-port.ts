/** One accepted change of one document, as it is stored. */
export interface DocumentWrite {
  readonly name: string
  /** A Yjs update, version 1 encoding. */
  readonly update: Uint8Array
  readonly personId: string
  /** ISO 8601 in UTC. */
  readonly at: string
}

export interface StoredDocument {
  /** The snapshot if there is one, then the updates after it, oldest first. Empty for a document never written. */
  readonly updates: readonly Uint8Array[]
  /** The number of the last row that `updates` covers; 0 for none. */
  readonly upTo: number
  /** Numbers of rows whose checksum did not match and that are left out. Such a document is never folded. */
  readonly damaged?: readonly number[]
}

/** What live documents need of a database. Every method may fail; nothing it did is then relied on. */
export interface DocumentsStore {
  load(name: string): Promise<StoredDocument>
  /** What lies behind row `upTo`: those rows alone, or the whole where a snapshot has taken their place. */
  since(name: string, upTo: number): Promise<StoredDocument>
  /**
   * All or nothing, in one transaction, durable when it resolves. Rows of a name are numbered 1, 2, 3 …
   * in the order of the batch; answers the last number given to each name of the batch.
   */
  append(batch: readonly DocumentWrite[]): Promise<ReadonlyMap<string, number>>
  /** Replaces the rows up to and with `upTo` by one snapshot, in one transaction; later rows stay. */
  fold(name: string, upTo: number, snapshot: Uint8Array): Promise<void>
}
