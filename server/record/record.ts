import type { WorkingCalendar } from '#domain/calendar/types.ts'
import type { Recorded } from '#domain/record/entry.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import type { RecordPort } from '#server/services/ports.ts'
import { sharedReading } from '#server/services/shared-reading.ts'
import { carryingOut, type Told } from './carry-out.ts'
import { recorded } from './chain.ts'
import type { Definitions } from './definitions.ts'
import type { Plan } from './plan.ts'
import type { RecordStore } from './ports.ts'
import { rebuildProjections, type Difference } from './rebuild.ts'
import { advance, StreamCache, unwritten, type Loaded } from './stream-cache.ts'

/** What was committed in one stream, told after the commit. */
export interface Appended {
  readonly stream: string
  readonly entries: readonly Recorded[]
  readonly state: unknown
}

export type Listener = (appended: Appended) => Promise<void> | void

/** What the record tells about its own running. */
export interface RecordObserver {
  /** Seconds from the begin to the commit of a transaction that appended. */
  committed(seconds: number, entries: number): void
  /** Another process was first; the command is decided again. */
  conflicted(streams: readonly string[]): void
  /** A listener threw; the entry stands all the same. */
  listenerFailed(error: unknown): void
}

export interface RecordParts<Tx> {
  readonly definitions: Definitions
  readonly store: RecordStore<Tx>
  readonly now: () => Date
  readonly newId: () => string
  readonly chance: () => number
  /** The years of working days that are known now: asked for every command, so it answers from memory. */
  readonly calendar: () => Promise<WorkingCalendar>
  readonly observe?: RecordObserver
  /** Streams kept in memory. */
  readonly cachedStreams?: number
}

export interface Record<Tx> extends RecordPort<Tx> {
  entries(stream: string, afterSeq?: number): Promise<readonly Recorded[]>
  /**
   * Called after the commit, in order within a stream, and again where a command is answered from the record: who
   * gave it may ask because nobody could be told. What it returns is waited for before the command is answered; where
   * that fails, the answer is `record/unavailable`. Returns how to stop listening.
   */
  onAppended(listener: Listener): () => void
  /** Makes the read tables anew from the record; answers with every difference it found and mended. */
  rebuild(): Promise<readonly Difference[]>
}

/** `<noun>/<id>`; of the remarks on a document `remarks/<the document's name>`. */
const STREAM_NAME = /^[a-z]+\/(?:[a-z]+\/[A-Za-z0-9_.-]{1,64}\/)?[A-Za-z0-9_.-]{1,80}$/
const CACHED_STREAMS = 500

/**
 * The live record (architecture §3): load, decide, append with the read tables in one transaction, and only
 * then announce. Refusals: what the rules refuse; `record/conflict` after too many lost races or for a command
 * id that belongs to somebody else's entry; `record/unavailable`; `input/invalid` for text no database keeps.
 */
export function createRecord<Tx>(parts: RecordParts<Tx>): Record<Tx> {
  const { definitions, store, observe } = parts
  const cache = new StreamCache(parts.cachedStreams ?? CACHED_STREAMS)
  const listeners = new Set<Listener>()

  async function current(stream: string): Promise<Loaded> {
    // Addresses name streams: what cannot be one is not asked for (PostgreSQL fails on NUL).
    if (!STREAM_NAME.test(stream)) return unwritten(definitions, stream)
    const known = cache.get(stream) ?? unwritten(definitions, stream)
    const loaded = advance(definitions, known, await store.entries(stream, known.head.seq))
    cache.keep(loaded)
    return loaded
  }

  /** For those who look; a command reads for itself. */
  const shared = sharedReading(current)

  function announce(plan: Plan): Told {
    const told: Promise<void>[] = []
    for (const [stream, { before, after }] of plan.streams) {
      if (before === after) continue
      cache.keep(after)
      const entries = plan.entries.filter((entry) => entry.stream === stream)
      told.push(...tell({ stream, entries, state: after.state }))
    }
    return told
  }

  function tell(appended: Appended): Told {
    return [...listeners].flatMap((listener) => {
      try {
        return listener(appended) ?? []
      } catch (error) {
        observe?.listenerFailed(error)
        return []
      }
    })
  }

  const executeAll = carryingOut({
    parts,
    current,
    announce,
    retell: (stream, loaded) => tell({ stream, entries: [], state: loaded?.state }),
  })

  return {
    load: async <State>(stream: string) => (await shared(stream)).state as State,
    entries: async (stream, afterSeq = 0) => (await store.entries(stream, afterSeq)).map(recorded),
    executeAll,
    async execute({ stream, actor, commandId, command }) {
      const done = await executeAll({ actor, commandId, steps: [{ stream, command }] })
      return isRefusal(done) ? done : { seq: done.seqs[0] ?? 0 }
    },
    onAppended(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    rebuild: () => rebuildProjections(definitions, store),
  }
}
