import type { Naming } from '#domain/dossiers/versions.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Recorded } from '#domain/record/entry.ts'
import type { Refusal } from '#domain/record/refusal.ts'
import type { Amendment, Proposed } from '#domain/remarks/types.ts'

/**
 * What services need of the live record. `server/record` implements it.
 * `Tx` is the store's transaction handle; services hand it on and never look inside.
 */
export interface RecordPort<Tx> {
  /** The state of a stream, caught up with the store; a stream without entries gives its initial state (seq 0). */
  load<State>(stream: string): Promise<State>
  /** The entries of a stream, oldest first. */
  entries(stream: string): Promise<readonly Recorded[]>
  /**
   * Decide, append with projections in one transaction, then announce. A command sent twice answers the same; a Refusal in
   * its place is the answer where it stands in the record not yet.
   */
  execute(input: {
    stream: string
    actor: Actor
    commandId: string
    command: object
  }): Promise<{ seq: number } | Refusal>
  /**
   * Several streams in one transaction: all or nothing. Each step's command may need what the steps before
   * did or what only the transaction sees (a counter, a ballot box); a Refusal in its place ends it all.
   */
  executeAll(input: {
    actor: Actor
    commandId: string
    steps: readonly {
      stream: string
      command: object | ((tx: Tx, before: readonly Recorded[]) => Promise<unknown>)
    }[]
    /** Further writes of the same transaction, after all entries are appended. */
    alsoWrite?: (tx: Tx, entries: readonly Recorded[]) => Promise<void>
  }): Promise<{ seqs: readonly number[]; entries: readonly Recorded[] } | Refusal>
}

/** A live document at one moment. `content` is the canonical ProseMirror JSON; the hash is taken over it. */
export interface DocumentText {
  readonly state: Uint8Array
  readonly content: string
  readonly isEmpty: boolean
  /** The number of the last committed change that is in it. */
  readonly upTo: number
}

/** What services need of the live documents. `server/realtime/documents` implements it. */
export interface LiveDocuments {
  /** The text as it is now, with everything acknowledged so far. */
  read(name: string): Promise<DocumentText>
  /**
   * Holds new writes back, waits for those under way, hands out the text and keeps holding until `during` is
   * done; afterwards every peer is asked anew what it may do. So nothing is acknowledged after what was frozen.
   */
  freeze<T>(name: string, during: (text: DocumentText) => Promise<T>): Promise<T>
  /** The server's own edit (drafts of minutes); peers receive it like any other. */
  replaceText(name: string, content: unknown, personId: string): Promise<void>
  /** ProseMirror JSON of the text as it is now, with what is proposed in it under the marks `insertion` and `deletion`. */
  revised(name: string, proposed: readonly Proposed[]): Promise<string>
  /**
   * Puts the words of accepted suggestions into the text, as a change of the person and with his access at that moment; answers
   * which of them stand there now. Refusals: those of the document, document/read-only, record/unavailable.
   */
  amend(name: string, actor: Actor, amendments: readonly Amendment[]): Promise<readonly boolean[] | Refusal>
  /**
   * A person's edit of the whole text, taken like what he types: `may` is asked where no freezing can come between its
   * answer and the edit. Answers the text right before it: nothing that was acknowledged lies between. `unless` looks at that text, with nothing
   * between it and the edit. Refusals: those of `may`, of `unless` and of any edit.
   */
  rewrite(
    name: string,
    content: unknown,
    personId: string,
    may: () => Promise<Refusal | null>,
    unless?: (before: DocumentText) => Refusal | null,
  ): Promise<{ readonly before: DocumentText } | Refusal>
  /** The Yjs update by which an empty text comes to say this. */
  saying(content: unknown): Uint8Array
}

export interface NewVersion {
  readonly id: string
  readonly name: string
  /** At a procedural point; before it was drafted anew; at a pause; by hand; by bringing an earlier one back; from a template. */
  readonly reason:
    'submitted' | 'pinned' | 'signed' | 'regenerated' | 'pause' | 'named' | 'restored' | 'template'
  /** The name given by hand; of a restored one the id of the version that came back; the template's version; else empty. */
  readonly label: string
  readonly at: string
  readonly personId: string
  readonly state: Uint8Array
  readonly content: string
  readonly hash: string
  /** Changes of the document that it covers; 0 where there is no live document behind it. */
  readonly upTo: number
}

/** As it is kept. */
export type StoredVersion = Omit<NewVersion, 'state'> & {
  /** Who wrote since the version before it, the latest first. */
  readonly authors: readonly string[]
  /** Given after it was kept, the latest last. */
  readonly names: readonly Naming[]
}

/** A name for a version of the document `name`. */
export interface NewNaming extends Naming {
  readonly id: string
  readonly name: string
  readonly versionId: string
}

export interface VersionStore<Tx> {
  /** Who wrote since the version before is found by the store, in the rows that the writers' own sessions stamped. */
  insert(tx: Tx, version: NewVersion): Promise<void>
  /** Alone, in a transaction of its own. */
  keep(version: NewVersion): Promise<void>
  /** The same unless the newest version says it already, or another node was first; answers whether it was kept. */
  keepIfNew(version: NewVersion): Promise<boolean>
  /** Adds a name; the version and its earlier names stay as they are. */
  giveName(naming: NewNaming): Promise<void>
  /** In the order of their making. */
  list(name: string): Promise<readonly Omit<StoredVersion, 'content'>[]>
  get(id: string): Promise<StoredVersion | null>
  /** Who wrote last since the newest version, and when; null where nothing was written since. */
  lastWritten(name: string): Promise<{ readonly personId: string; readonly at: string } | null>
  /** Documents of cases that were folded since their newest version. */
  folded(): Promise<readonly string[]>
}

export interface CounterStore<Tx> {
  /** The next number of a series, without gaps: 1, 2, 3 … */
  next(tx: Tx, name: string): Promise<number>
}

/** Names for what a state holds as ids. */
export interface NameStore {
  people(): Promise<Readonly<Record<string, string>>>
  bodies(): Promise<Readonly<Record<string, string>>>
  /** 机关代字 of case numbers and minutes numbers, and whose they are. */
  jurisdiction(): Promise<{ readonly name: string; readonly caseMark: string; readonly minutesMark: string }>
}

export interface RecusalStore {
  /** Persons whose recusal from this case is in force now. */
  recusedFromCase(caseId: string): Promise<readonly string[]>
  /** The same asked the other way and for all: the cases from which each person is recused now. */
  closedCases(): Promise<ReadonlyMap<string, readonly string[]>>
  /** Persons who take part in a meeting, not cancelled, with this case on its agenda. */
  participantsOfCase(caseId: string): Promise<readonly string[]>
}

/** Time, ids and chance, given in by the composition. */
export interface Surroundings {
  now(): Date
  newId(): string
  chance(): number
  /** IANA name of the jurisdiction's time zone: years and dates are counted in it. */
  readonly timeZone: string
}
