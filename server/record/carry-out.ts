import type { Actor } from '#domain/people/actor.ts'
import type { Context, Recorded } from '#domain/record/entry.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { RecordPort } from '#server/services/ports.ts'
import { NotStorable } from '#server/services/canonical-json.ts'
import { recorded } from './chain.ts'
import { changedRows } from './changed-rows.ts'
import { definitionOf } from './definitions.ts'
import { joined, planSteps, type Plan, type Step } from './plan.ts'
import { AppendConflict, RecordUnavailable } from './ports.ts'
import type { ProjectionRows } from './projections.ts'
import type { RecordParts } from './record.ts'
import type { Loaded } from './stream-cache.ts'
import { StreamLocks } from './stream-locks.ts'
import { WaitingCommands } from './waiting-commands.ts'

const ATTEMPTS = 8

/** What listeners have to do before a command is answered. */
export type Told = readonly Promise<void>[]

/** Carries a refusal out of the transaction, so that it is rolled back. */
class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.refused)
  }
}

interface Surroundings<Tx> {
  readonly parts: RecordParts<Tx>
  /** A stream as it stands in the database now. */
  readonly current: (stream: string) => Promise<Loaded>
  /** After the commit, in its turn. */
  readonly announce: (plan: Plan) => Told
  /** Whom a stream concerns, though nothing is new. */
  readonly retell: (stream: string, loaded: Loaded | undefined) => Told
}

/** How commands are decided, appended and answered: `executeAll` of the record. */
export function carryingOut<Tx>({
  parts,
  current,
  announce,
  retell,
}: Surroundings<Tx>): RecordPort<Tx>['executeAll'] {
  type Input = Parameters<RecordPort<Tx>['executeAll']>[0]
  interface Done {
    readonly answer: Awaited<ReturnType<RecordPort<Tx>['executeAll']>>
    readonly told: Told
  }
  const { definitions, store, observe } = parts
  const locks = new StreamLocks()
  /** What a state comes to in the read tables: the state after one command is the one before the next. */
  const projected = new WeakMap<object, ProjectionRows>()

  /** What a command that stands in the record already was answered, with those it concerns told again; null for a new one. */
  async function answered(
    { actor, commandId, steps }: Input,
    loaded: ReadonlyMap<string, Loaded>,
  ): Promise<Done | null> {
    const streams = [...new Set(steps.map((step) => step.stream))]
    const spans = streams.map((stream) => loaded.get(stream)?.commands.get(commandId))
    if (spans.every((span) => !span)) return null
    if (spans.some((span) => span && span.actorId !== actor.personId))
      return { answer: refuse('record/conflict'), told: [] }
    const entries: Recorded[] = []
    for (const [index, stream] of streams.entries()) {
      const span = spans[index]
      if (!span) continue
      const found = await store.entries(stream, span.first - 1)
      entries.push(...found.filter((entry) => entry.seq <= span.last).map(recorded))
    }
    const concerned = new Set(entries.map(({ stream }) => stream))
    return {
      answer: { seqs: steps.map(({ stream }) => seqOf(loaded, commandId, stream)), entries },
      told: [...concerned].flatMap((stream) => retell(stream, loaded.get(stream))),
    }
  }

  function rowsOf(stream: string, { state }: Loaded): ProjectionRows {
    const known = projected.get(state as object)
    if (known) return known
    const rows = definitionOf(definitions, stream).project(stream, state)
    projected.set(state as object, rows)
    return rows
  }

  async function write(plan: Plan, tx: Tx): Promise<void> {
    await store.append(tx, plan.stored)
    for (const [stream, { before, after }] of plan.streams) {
      if (before === after) continue
      const { removed, put } = changedRows(rowsOf(stream, before), rowsOf(stream, after))
      for (const { table, ids } of removed) await store.removeProjected(tx, table, ids)
      await store.insertProjected(tx, put)
    }
  }

  async function commit(work: (tx: Tx) => Promise<Plan>): Promise<Plan> {
    const started = performance.now()
    const plan = await store.transaction(work)
    observe?.committed((performance.now() - started) / 1000, plan.entries.length)
    return plan
  }

  async function contextFor(actor: Actor): Promise<Context> {
    const calendar = await parts.calendar()
    return { now: parts.now(), actor, newId: parts.newId, chance: parts.chance, calendar }
  }

  function answerOf({ entries, streams }: Plan, { commandId, steps }: Input): Done['answer'] {
    const after = new Map([...streams].map(([stream, moved]) => [stream, moved.after]))
    return { seqs: steps.map(({ stream }) => seqOf(after, commandId, stream)), entries }
  }

  async function attempt(input: Input, streams: readonly string[]): Promise<Done> {
    const { actor, commandId, steps, alsoWrite } = input
    const loaded = new Map<string, Loaded>()
    for (const stream of streams) loaded.set(stream, await current(stream))
    const before = await answered(input, loaded)
    if (before) return before
    const context = await contextFor(actor)
    const decide = (tx: Tx | null) => planSteps({ definitions, loaded, steps, context, commandId, tx })
    // What needs nothing of the transaction is decided before it: a refusal then costs no lock.
    const early = steps.some(isLate) ? null : await decide(null)
    if (early && isRefusal(early)) return { answer: early, told: [] }
    const plan = await commit(async (tx) => {
      const decided = early ?? (await decide(tx))
      if (isRefusal(decided)) throw new Refused(decided)
      await write(decided, tx)
      await alsoWrite?.(tx, decided.entries)
      return decided
    })
    return { told: announce(plan), answer: answerOf(plan, input) }
  }

  /** Plain commands of one stream, each decided on what those before it did, in one transaction. */
  async function attemptTogether(stream: string, inputs: readonly Input[]): Promise<readonly Done[]> {
    let state = await current(stream)
    const decided: (Done | { readonly plan: Plan; readonly input: Input })[] = []
    for (const input of inputs) {
      const loaded = new Map([[stream, state]])
      const before = await answered(input, loaded)
      if (before) {
        decided.push(before)
        continue
      }
      const { actor, commandId, steps } = input
      const context = await contextFor(actor)
      const planning = planSteps({ definitions, loaded, steps, context, commandId, tx: null })
      const plan = await planning.catch(asRefusal)
      if (isRefusal(plan)) decided.push({ answer: plan, told: [] })
      else {
        decided.push({ plan, input })
        state = plan.streams.get(stream)?.after ?? state
      }
    }
    const plans = decided.flatMap((one) => ('plan' in one ? one.plan : []))
    if (plans.length === 0) return decided as readonly Done[]
    const whole = joined(stream, plans)
    await commit(async (tx) => {
      await write(whole, tx)
      return whole
    })
    const told = announce(whole)
    return decided.map((one) => ('plan' in one ? { told, answer: answerOf(one.plan, one.input) } : one))
  }

  /** Until it is carried out, or refused as a whole. */
  async function persist<T>(streams: readonly string[], work: () => Promise<T>): Promise<T | Refusal> {
    for (let tried = 1; ; tried++) {
      try {
        return await work()
      } catch (error) {
        if (!(error instanceof AppendConflict)) return asRefusal(error)
        observe?.conflicted(streams)
        if (tried === ATTEMPTS) return refuse('record/conflict')
        // Those who collided would collide again in step.
        await new Promise((resolve) => setTimeout(resolve, parts.chance() * Math.min(5 * 2 ** tried, 100)))
      }
    }
  }

  async function alone(streams: readonly string[], input: Input): Promise<Done> {
    const done = await persist(streams, () => attempt(input, streams))
    return isRefusal(done) ? { answer: done, told: [] } : done
  }

  async function together(stream: string, inputs: readonly Input[]) {
    const done = await persist([stream], () => attemptTogether(stream, inputs))
    return isRefusal(done) ? inputs.map((): Done => ({ answer: done, told: [] })) : done
  }

  const waiting = new WaitingCommands<Input, Done>({
    hold: (stream, work) => locks.hold([stream], work),
    alone: (stream, input) => alone([stream], input),
    together,
  })

  return async (input) => {
    const streams = [...new Set(input.steps.map((step) => step.stream))].sort()
    const [stream] = streams
    const isPlain = input.steps.length === 1 && !input.steps.some(isLate) && !input.alsoWrite
    const { answer, told } =
      stream !== undefined && isPlain
        ? await waiting.add(stream, input)
        : await locks.hold(streams, () => alone(streams, input))
    // Outside of the locks: the next command of the stream need not wait until others have heard of this one.
    if (told.length === 0) return answer
    const heard = await Promise.allSettled(told)
    return heard.every(({ status }) => status === 'fulfilled') ? answer : refuse('record/unavailable')
  }
}

/** Made within the transaction. */
const isLate = <Tx>({ command }: Step<Tx>): boolean => typeof command === 'function'

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refused) return error.refusal
  if (error instanceof NotStorable) return refuse('input/invalid')
  if (error instanceof RecordUnavailable) return refuse('record/unavailable')
  throw error
}

/** The last number the command gave in the stream; where it appended nothing, the stream's present one. */
function seqOf(streams: ReadonlyMap<string, Loaded>, commandId: string, stream: string): number {
  const loaded = streams.get(stream)
  return loaded?.commands.get(commandId)?.last ?? loaded?.head.seq ?? 0
}
