import type { Context, Recorded } from '#domain/record/entry.ts'
import { isRefusal, type Refusal } from '#domain/record/refusal.ts'
import type { RecordPort } from '#server/services/ports.ts'
import { recorded, seal } from './chain.ts'
import { definitionOf, type Definitions } from './definitions.ts'
import type { StoredEntry } from './ports.ts'
import { advance, unwritten, type Loaded } from './stream-cache.ts'

export type Step<Tx> = Parameters<RecordPort<Tx>['executeAll']>[0]['steps'][number]

/** Everything a command will append, before anything is written. */
export interface Plan {
  /** In the order of the steps. */
  readonly entries: readonly Recorded[]
  readonly stored: readonly StoredEntry[]
  readonly streams: ReadonlyMap<string, { readonly before: Loaded; readonly after: Loaded }>
}

interface Planning<Tx> {
  readonly definitions: Definitions
  readonly loaded: ReadonlyMap<string, Loaded>
  readonly steps: readonly Step<Tx>[]
  readonly context: Context
  readonly commandId: string
  /** Null only where no step asks for it. */
  readonly tx: Tx | null
}

/** Decides step after step; a later step of a stream sees what the earlier ones made of it. */
export async function planSteps<Tx>(planning: Planning<Tx>): Promise<Plan | Refusal> {
  const { definitions, loaded, steps, context, commandId } = planning
  const streams = new Map([...loaded].map(([stream, before]) => [stream, { before, after: before }]))
  const stored: StoredEntry[] = []
  const entries: Recorded[] = []
  for (const step of steps) {
    const start = unwritten(definitions, step.stream)
    const moved = streams.get(step.stream) ?? { before: start, after: start }
    const command = await commandOf(step, planning.tx, entries)
    if (isRefusal(command)) return command
    const happenings = definitionOf(definitions, step.stream).decide(moved.after.state, command, context)
    if (isRefusal(happenings)) return happenings
    const [actorId, at] = [context.actor.personId, context.now.toISOString()]
    const first = stored.filter((entry) => entry.stream === step.stream).length
    let { head } = moved.after
    const made = happenings.map((happening, index) => {
      const entry = seal(happening, { head, actorId, at, commandId, commandPart: first + index })
      head = entry
      return entry
    })
    stored.push(...made)
    entries.push(...made.map(recorded))
    moved.after = advance(definitions, moved.after, made)
    streams.set(step.stream, moved)
  }
  return { entries, stored, streams }
}

/** Plans of one stream that were made each on what the one before it gives, as one. */
export function joined(stream: string, plans: readonly Plan[]): Plan {
  const [first, last] = [plans[0]?.streams.get(stream), plans.at(-1)?.streams.get(stream)]
  if (!first || !last) throw new Error(`nothing to join in ${stream}`)
  return {
    entries: plans.flatMap(({ entries }) => entries),
    stored: plans.flatMap(({ stored }) => stored),
    streams: new Map([[stream, { before: first.before, after: last.after }]]),
  }
}

async function commandOf<Tx>(step: Step<Tx>, tx: Tx | null, before: readonly Recorded[]): Promise<unknown> {
  if (typeof step.command !== 'function') return step.command
  const build = step.command as (tx: Tx, before: readonly Recorded[]) => Promise<unknown>
  return build(tx as Tx, before)
}
