import type { WorkingCalendar } from '#domain/calendar/types.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Recorded } from '#domain/record/entry.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { RecordPort } from '#server/services/ports.ts'
import { sharedReading } from '#server/services/shared-reading.ts'
import { NotStorable } from '#server/services/canonical-json.ts'
import { recorded } from './chain.ts'
import type { Definitions } from './definitions.ts'
import { definitionOf } from './definitions.ts'
import { planSteps, type Plan, type Step } from './plan.ts'
import { AppendConflict, RecordUnavailable, type RecordStore } from './ports.ts'
import { changedRows } from './changed-rows.ts'
import { rebuildProjections, type Difference } from './rebuild.ts'
import { advance, StreamCache, unwritten, type Loaded } from './stream-cache.ts'
import type { ProjectionRows } from './projections.ts'
import { StreamLocks } from './stream-locks.ts'

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

const STREAM_NAME = /^[a-z]+\/[A-Za-z0-9_.-]{1,64}$/
const ATTEMPTS = 8
const CACHED_STREAMS = 500

/** What listeners have to do before a command is answered. */
type Told = readonly Promise<void>[]

/** Carries a refusal out of the transaction, so that it is rolled back. */
class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.refused)
  }
}

/**
 * The live record (architecture §3): load, decide, append with the read tables in one transaction, and only
 * then announce. Refusals: what the rules refuse; `record/conflict` after too many lost races or for a command
 * id that belongs to somebody else's entry; `record/unavailable`; `input/invalid` for text no database keeps.
 */
export function createRecord<Tx>(parts: RecordParts<Tx>): Record<Tx> {
  const { definitions, store, observe } = parts
  const cache = new StreamCache(parts.cachedStreams ?? CACHED_STREAMS)
  const locks = new StreamLocks()
  /** What a state comes to in the read tables: the state after one command is the one before the next. */
  const projected = new WeakMap<object, ProjectionRows>()
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

  /** The answer of a command that stands in the record already; null for a new one. */
  async function answered(
    actor: Actor,
    commandId: string,
    loaded: ReadonlyMap<string, Loaded>,
    steps: readonly Step<Tx>[],
  ) {
    const streams = [...new Set(steps.map((step) => step.stream))]
    const spans = streams.map((stream) => loaded.get(stream)?.commands.get(commandId))
    if (spans.every((span) => !span)) return null
    if (spans.some((span) => span && span.actorId !== actor.personId)) return refuse('record/conflict')
    const entries: Recorded[] = []
    for (const [index, stream] of streams.entries()) {
      const span = spans[index]
      if (!span) continue
      const found = await store.entries(stream, span.first - 1)
      entries.push(...found.filter((entry) => entry.seq <= span.last).map(recorded))
    }
    return { seqs: steps.map(({ stream }) => seqOf(loaded, commandId, stream)), entries }
  }

  function rowsOf(stream: string, { state }: Loaded): ProjectionRows {
    const known = projected.get(state as object)
    if (known) return known
    const rows = definitionOf(definitions, stream).project(stream, state)
    projected.set(state as object, rows)
    return rows
  }

  async function write(plan: Plan, tx: Tx, alsoWrite: Input['alsoWrite']): Promise<void> {
    await store.append(tx, plan.stored)
    for (const [stream, { before, after }] of plan.streams) {
      if (before === after) continue
      const { removed, put } = changedRows(rowsOf(stream, before), rowsOf(stream, after))
      for (const { table, ids } of removed) await store.removeProjected(tx, table, ids)
      await store.insertProjected(tx, put)
    }
    await alsoWrite?.(tx, plan.entries)
  }

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

  type Input = Parameters<RecordPort<Tx>['executeAll']>[0]

  async function attempt({ actor, commandId, steps, alsoWrite }: Input, streams: readonly string[]) {
    const loaded = new Map<string, Loaded>()
    for (const stream of streams) loaded.set(stream, await current(stream))
    const before = await answered(actor, commandId, loaded, steps)
    if (before) {
      const { entries } = isRefusal(before) ? { entries: [] } : before
      const told = [...new Set(entries.map(({ stream }) => stream))].flatMap((stream) =>
        tell({ stream, entries: [], state: loaded.get(stream)?.state }),
      )
      return { answer: before, told }
    }
    const calendar = await parts.calendar()
    const now = parts.now()
    const context = { now, actor, newId: parts.newId, chance: parts.chance, calendar }
    const decide = (tx: Tx | null) => planSteps({ definitions, loaded, steps, context, commandId, tx })
    // What needs nothing of the transaction is decided before it: a refusal then costs no lock.
    const early = steps.some((step) => typeof step.command === 'function') ? null : await decide(null)
    if (early && isRefusal(early)) return { answer: early, told: [] }
    const started = performance.now()
    const plan = await store.transaction(async (tx) => {
      const decided = early ?? (await decide(tx))
      if (isRefusal(decided)) throw new Refused(decided)
      await write(decided, tx, alsoWrite)
      return decided
    })
    observe?.committed((performance.now() - started) / 1000, plan.entries.length)
    const told = announce(plan)
    const after = new Map([...plan.streams].map(([stream, moved]) => [stream, moved.after]))
    const seqs = steps.map(({ stream }) => seqOf(after, commandId, stream))
    return { answer: { seqs, entries: plan.entries }, told }
  }

  async function executeAll(input: Input) {
    const streams = [...new Set(input.steps.map((step) => step.stream))].sort()
    const { answer, told } = await locks.hold(streams, async () => {
      for (let tried = 1; ; tried++) {
        try {
          return await attempt(input, streams)
        } catch (error) {
          const refusal = refusalOf(error)
          if (refusal) return { answer: refusal, told: [] }
          if (!(error instanceof AppendConflict)) throw error
          observe?.conflicted(streams)
          if (tried === ATTEMPTS) return { answer: refuse('record/conflict'), told: [] }
          // Those who collided would collide again in step.
          await new Promise((resolve) => setTimeout(resolve, parts.chance() * Math.min(5 * 2 ** tried, 100)))
        }
      }
    })
    // Outside of the locks: the next command of the stream need not wait until others have heard of this one.
    if (told.length === 0) return answer
    const heard = await Promise.allSettled(told)
    return heard.every(({ status }) => status === 'fulfilled') ? answer : refuse('record/unavailable')
  }

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

function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refused) return error.refusal
  if (error instanceof NotStorable) return refuse('input/invalid')
  return error instanceof RecordUnavailable ? refuse('record/unavailable') : null
}

/** The last number the command gave in the stream; where it appended nothing, the stream's present one. */
function seqOf(streams: ReadonlyMap<string, Loaded>, commandId: string, stream: string): number {
  const loaded = streams.get(stream)
  return loaded?.commands.get(commandId)?.last ?? loaded?.head.seq ?? 0
}
