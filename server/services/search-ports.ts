import type { IndexedEntry, SearchEntry } from '#domain/search/entry.ts'
import type { WordedType } from '#domain/search/file-types.ts'
import type { Standing } from '#domain/search/readers.ts'

/** What is asked of the index: tokens of words and facets, for an audience. */
export interface SearchAsk {
  /** All of these. */
  readonly tokens: readonly string[]
  /** One of these, and none of those. */
  readonly readers: readonly string[]
  readonly without: readonly string[]
  /** Behind this place; null: from the newest. */
  readonly after: number | null
  readonly limit: number
}

/** What may be a hit: the words decide, and what the searcher's own view says. */
export interface Proposal {
  /** Grows with `at`; the same after the index was made anew. */
  readonly place: number
  readonly entry: SearchEntry
  /** Up to what the index knows the entry's text (`SearchTexts`), or whose words it has (`fileMark`); '' for what is neither. */
  readonly mark: string
}

/** Of an entry whose words are those of a file: they are kept once for each content. */
export const fileMark = (sha256: string) => `file ${sha256}`

export interface StoredSearchEntry {
  readonly entry: IndexedEntry
  readonly mark: string
}

/** How the entries of one stream are to stand from now on. */
export interface SearchChange {
  readonly put: readonly StoredSearchEntry[]
  readonly gone: readonly string[]
  /** Names of streams and documents, each with how far it was read. */
  readonly marks: ReadonlyMap<string, string>
}

/** A page of names behind one ('' to begin), in the database's own order. */
type PageOf<Row> = (after: string, limit: number) => Promise<readonly (Row & { readonly name: string })[]>

/** Words and who may be shown them, kept apart from the record and made anew from it at any time. */
export interface SearchIndex {
  propose(ask: SearchAsk): Promise<readonly Proposal[]>
  /** How far each of these streams and documents was read; those never read are missing. */
  marksOf(names: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Nobody else changes the entries of this stream between `make`'s reading and the write. */
  update(stream: string, make: (stored: readonly StoredSearchEntry[]) => Promise<SearchChange>): Promise<void>
  /** Which of these files (SHA-256) were read, each with whether words were found. */
  filesRead(files: readonly string[]): Promise<ReadonlyMap<string, boolean>>
  /** What stands in a file; null: nobody could read it. Once for each content. */
  keepFile(sha256: string, text: string | null): Promise<void>
  /** So that what nobody could read is tried again. */
  forgetUnreadable(): Promise<void>
  /** Streams that have entries, in the order of their names, behind one ('' to begin). */
  readonly streams: PageOf<object>
  close(): Promise<void>
}

/** Texts of documents as they are committed. */
export interface SearchTexts {
  /** The number of the last committed change of each; those never written are missing. */
  lastChanges(names: readonly string[]): Promise<ReadonlyMap<string, number>>
  /** The words alone, a block a line. */
  committed(name: string): Promise<string>
}

/** What the index is made from, for catching up after a stop. */
export interface SearchSources {
  /** The mark is the hash of the last entry. */
  readonly streams: PageOf<{ readonly mark: string }>
  /** Those with changes of their own, and those with a snapshot: a document may be in both. */
  readonly documents: readonly PageOf<{ readonly lastChange: number }>[]
}

/** A content whose words are looked for. */
export interface WordedFile {
  readonly sha256: string
  readonly type: WordedType
}

/** Reads the words out of a file's pages (`pages.ts`); null where nobody can. Rejects where the file cannot be had, and when aborted. */
export type ReadFile = (file: WordedFile, signal: AbortSignal) => Promise<string | null>

export interface StandingStore {
  standingOf(personId: string): Promise<Standing>
}
