import type { Definitions } from './definitions.ts'
import { definitionOf, splitStream } from './definitions.ts'
import { GENESIS, recorded } from './chain.ts'
import type { Head, StoredEntry } from './ports.ts'

/** The entries that one command left in a stream. */
export interface Span {
  readonly first: number
  readonly last: number
  readonly actorId: string
}

/** A stream as far as this process knows it. */
export interface Loaded {
  readonly head: Head
  readonly state: unknown
  /** By command id: what makes a command sent twice happen once. */
  readonly commands: ReadonlyMap<string, Span>
}

export function unwritten(definitions: Definitions, stream: string): Loaded {
  return {
    head: { stream, seq: 0, hash: GENESIS },
    state: definitionOf(definitions, stream).initial(splitStream(stream).id),
    commands: new Map(),
  }
}

/** What the entries make of what was known. Throws where they do not follow: nobody decides on a damaged stream. */
export function advance(definitions: Definitions, known: Loaded, entries: readonly StoredEntry[]): Loaded {
  if (entries.length === 0) return known
  const definition = definitionOf(definitions, known.head.stream)
  const commands = new Map(known.commands)
  let { head, state } = known
  for (const entry of entries) {
    if (entry.seq !== head.seq + 1 || entry.previousHash !== head.hash)
      throw new Error(`the record is damaged at ${entry.stream} ${entry.seq}: run record:verify`)
    const span = commands.get(entry.commandId)
    commands.set(entry.commandId, {
      first: span?.first ?? entry.seq,
      last: entry.seq,
      actorId: entry.actorId,
    })
    state = definition.evolve(state, recorded(entry))
    head = { stream: entry.stream, seq: entry.seq, hash: entry.hash }
  }
  return { head, state, commands }
}

/** The streams used last, at most `limit` of them. */
export class StreamCache {
  private readonly streams = new Map<string, Loaded>()

  constructor(private readonly limit: number) {}

  get(stream: string): Loaded | undefined {
    const found = this.streams.get(stream)
    if (found) this.refresh(stream, found)
    return found
  }

  /** Keeps the newer of the two: a slow reader must not put back what a writer has passed. */
  keep(loaded: Loaded): void {
    const { stream, seq } = loaded.head
    const present = this.streams.get(stream)
    if (seq === 0 || (present && present.head.seq >= seq)) return
    this.refresh(stream, loaded)
    for (const oldest of this.streams.keys()) {
      if (this.streams.size <= this.limit) break
      this.streams.delete(oldest)
    }
  }

  forget(stream: string): void {
    this.streams.delete(stream)
  }

  private refresh(stream: string, loaded: Loaded): void {
    this.streams.delete(stream)
    this.streams.set(stream, loaded)
  }
}
