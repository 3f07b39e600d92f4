import type { Happening, Recorded } from '#domain/record/entry.ts'
import type { ProjectionRows, ProjectionTable } from './projections.ts'

/** An entry as it is stored: the payload is the canonical JSON over which the hash was taken. */
export type StoredEntry = Omit<Recorded<Happening>, 'payload'> & { readonly payload: string }

export interface Head {
  readonly stream: string
  readonly seq: number
  readonly hash: string
}

/** Somebody else appended first, or the command stands in the record already: load again and decide again. */
export class AppendConflict extends Error {
  override readonly name = 'AppendConflict'
}

/** The database does not take anything now; whoever asked may ask again with the same command id. */
export class RecordUnavailable extends Error {
  override readonly name = 'RecordUnavailable'
}

/** What the record needs of a database. `Tx` is handed on and never looked into. */
export interface RecordStore<Tx> {
  /** Entries after `afterSeq` (0: all), oldest first; with `tx`, as that transaction sees them. */
  entries(stream: string, afterSeq: number, tx?: Tx): Promise<readonly StoredEntry[]>
  /** Heads in the order of their names, after one name ('' to begin). */
  heads(afterStream: string, limit: number): Promise<readonly Head[]>
  /**
   * All or nothing. What `work` throws rolls back and is thrown on; a unique key in the way or a lock lost
   * becomes `AppendConflict`, a database that is away `RecordUnavailable`.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Moves the head of each stream on by a conditional update, then adds the entries. */
  append(tx: Tx, entries: readonly StoredEntry[]): Promise<void>
  /** Keeps other writers away from a stream until the end of the transaction. */
  lock(tx: Tx, stream: string): Promise<void>
  /** The rows of the read tables that belong to a stream, by id. */
  projected(stream: string, tx?: Tx): Promise<ProjectionRows>
  /** Replaces the stream's rows in the tables named. */
  project(tx: Tx, stream: string, rows: ProjectionRows, tables: readonly ProjectionTable[]): Promise<void>
  /** Adds rows to the tables; there are none with their ids. */
  insertProjected(tx: Tx, rows: ProjectionRows): Promise<void>
  /** Ids of all rows of a table, for finding the ones that belong to no stream. */
  projectedIds(table: ProjectionTable): Promise<readonly string[]>
  removeProjected(tx: Tx, table: ProjectionTable, ids: readonly string[]): Promise<void>
}

/** The whole record in pages, for checking it: in the order of (stream, seq), without a model in between. */
export interface RecordPages {
  entries(pageSize: number): AsyncIterable<readonly StoredEntry[]>
  heads(pageSize: number): AsyncIterable<readonly Head[]>
}
