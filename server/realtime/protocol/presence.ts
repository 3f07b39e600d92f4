import { z } from 'zod'
import { readPresence, writePresence } from './presence-bytes.ts'
import { TEXT_FIELD } from './text-field.ts'

/** One line of a presence frame, in the byte form of y-protocols' awareness: who has the cursor where. */
export interface PresenceEntry {
  readonly clientId: number
  readonly clock: number
  /** Null says: gone. */
  readonly state: Readonly<Record<string, unknown>> | null
}

const presenceState = z.record(z.string(), z.unknown()).nullable()

const struct = z.object({ client: z.number().int().min(0), clock: z.number().int().min(0) })
/** A place as Yjs writes it. Yjs throws where none of the three says which text it is in. */
const place = z
  .object({
    type: struct.nullish(),
    tname: z.literal(TEXT_FIELD).nullish(),
    item: struct.nullish(),
    assoc: z.number().int().optional(),
  })
  .refine(({ type, tname, item }) => (type ?? tname ?? item ?? null) !== null)
/** Where somebody writes; every editor looks it up whenever anything changes, so nothing else may reach one. */
export const cursor = z.object({ anchor: place, head: place }).nullish()

/** Throws on anything that is not a well-formed presence frame; the caller refuses the frame. */
export function decodePresence(frame: Uint8Array): PresenceEntry[] {
  return readPresence(frame).map(({ clientId, clock, json }) => ({
    clientId,
    clock,
    state: presenceState.parse(JSON.parse(json)),
  }))
}

export function encodePresence(entries: readonly PresenceEntry[]): Uint8Array {
  return writePresence(entries.map(({ state, ...line }) => ({ ...line, json: JSON.stringify(state) })))
}
