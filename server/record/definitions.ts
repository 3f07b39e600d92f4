import type { Context, Happening, Recorded } from '#domain/record/entry.ts'
import type { Refusal } from '#domain/record/refusal.ts'
import type { ProjectionRows } from './projections.ts'

/** How one kind of stream lives: the pure functions of its noun and the read rows they give. */
export interface StreamDefinition<State, Command, H extends Happening> {
  initial(id: string): State
  decide(state: State, command: Command, context: Context): readonly H[] | Refusal
  evolve(state: State, entry: Recorded<H>): State
  /** The stream's rows in the read tables; none for a stream without entries. */
  project(stream: string, state: State): ProjectionRows
}

/** By the noun before the slash: `case`, `meeting`, `minutes`. */
export type Definitions = Readonly<Record<string, StreamDefinition<unknown, unknown, Happening>>>

export interface StreamName {
  readonly noun: string
  readonly id: string
}

export function splitStream(stream: string): StreamName {
  const slash = stream.indexOf('/')
  return { noun: stream.slice(0, slash), id: stream.slice(slash + 1) }
}

export function definitionOf(definitions: Definitions, stream: string) {
  const { noun } = splitStream(stream)
  const definition = Object.hasOwn(definitions, noun) ? definitions[noun] : undefined
  if (!definition) throw new Error(`no such kind of stream: ${stream}`)
  return definition
}
