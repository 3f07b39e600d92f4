import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** One line of a presence frame as it lies on the wire: the byte form of y-protocols' awareness. */
export interface PresenceLine {
  readonly clientId: number
  readonly clock: number
  readonly json: string
}

/** Throws on bytes that end before their time. */
export function readPresence(frame: Uint8Array): PresenceLine[] {
  const decoder = decoding.createDecoder(frame)
  const length = decoding.readVarUint(decoder)
  // A line takes three bytes at least: a length beyond that is a lie that would cost a long loop.
  if (length * 3 > frame.byteLength) throw new Error('presence frame shorter than it says')
  return Array.from({ length }, () => ({
    clientId: decoding.readVarUint(decoder),
    clock: decoding.readVarUint(decoder),
    json: decoding.readVarString(decoder),
  }))
}

export function writePresence(lines: readonly PresenceLine[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, lines.length)
    for (const { clientId, clock, json } of lines) {
      encoding.writeVarUint(encoder, clientId)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, json)
    }
  })
}
