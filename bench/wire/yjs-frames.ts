import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** The messages of y-protocols that Hocuspocus and y-websocket share. */
export const SYNC = 0
export const AWARENESS = 1
const STEP_1 = 0
const STEP_2 = 1
const UPDATE = 2

export function syncStep1(head: (encoder: encoding.Encoder) => void, stateVector: Uint8Array): Uint8Array {
  return frame(head, STEP_1, stateVector)
}

export function syncUpdate(head: (encoder: encoding.Encoder) => void, update: Uint8Array): Uint8Array {
  return frame(head, UPDATE, update)
}

function frame(head: (encoder: encoding.Encoder) => void, step: number, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  head(encoder)
  encoding.writeVarUint(encoder, step)
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}

/** The update of a second step; null for anything else. The decoder stands behind the message type. */
export function readStep2(decoder: decoding.Decoder): Uint8Array | null {
  return decoding.readVarUint(decoder) === STEP_2 ? decoding.readVarUint8Array(decoder) : null
}
