import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { z } from 'zod'
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
  const decoder = decoding.createDecoder(frame)
  const length = decoding.readVarUint(decoder)
  // An entry takes three bytes at least: a length beyond that is a lie that would cost a long loop.
  if (length * 3 > frame.byteLength) throw new Error('presence frame shorter than it says')
  const entries: PresenceEntry[] = []
  for (let index = 0; index < length; index++) {
    const clientId = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    const state = presenceState.parse(JSON.parse(decoding.readVarString(decoder)))
    entries.push({ clientId, clock, state })
  }
  return entries
}

export function encodePresence(entries: readonly PresenceEntry[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, entries.length)
  for (const { clientId, clock, state } of entries) {
    encoding.writeVarUint(encoder, clientId)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, JSON.stringify(state))
  }
  return encoding.toUint8Array(encoder)
}
