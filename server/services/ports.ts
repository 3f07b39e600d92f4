import type { Actor } from '#domain/people/actor.ts'
import type { Recorded } from '#domain/record/entry.ts'
import type { Refusal } from '#domain/record/refusal.ts'

/**
 * What services need of the live record. `server/record` implements it.
 * `Tx` is the store's transaction handle; services hand it on and never look inside.
 */
export interface RecordPort<Tx> {
  /** The state of a stream, caught up with the store; a stream without entries gives its initial state (seq 0). */
  load<State>(stream: string): Promise<State>
  /** The entries of a stream, oldest first. */
  entries(stream: string): Promise<readonly Recorded[]>
  /** Decide, append with projections in one transaction, then announce. A command sent twice answers the same. */
  execute(input: {
    stream: string
    actor: Actor
    commandId: string
    command: object
  }): Promise<{ seq: number } | Refusal>
  /**
   * Several streams in one transaction: all or nothing. Each step's command may need what the steps before
   * did or what only the transaction sees (a counter, a ballot box); returning a Refusal ends it all.
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
}

export interface NewVersion {
  readonly id: string
  readonly name: string
  readonly reason: 'submitted' | 'pinned' | 'signed' | 'regenerated'
  readonly label: string
  readonly at: string
  readonly personId: string
  readonly state: Uint8Array
  readonly content: string
  readonly hash: string
}

export interface VersionStore<Tx> {
  insert(tx: Tx, version: NewVersion): Promise<void>
  list(name: string): Promise<readonly Omit<NewVersion, 'state' | 'content'>[]>
  get(id: string): Promise<Omit<NewVersion, 'state'> | null>
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
