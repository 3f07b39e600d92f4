import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** The first byte of a frame: what it is. */
export const FRAME = { updates: 1, presence: 2, update: 3 } as const

/** What a frame says. `updates`: committed changes, oldest first. `update`: a change to be committed, answered as `ask`. */
export type FrameMessage =
  | { readonly kind: 'updates'; readonly id: number; readonly updates: readonly Uint8Array[] }
  | { readonly kind: 'presence'; readonly id: number; readonly update: Uint8Array }
  | { readonly kind: 'update'; readonly id: number; readonly ask: number; readonly update: Uint8Array }

/** The bytes of a frame, as PROTOCOL.md has them; the same for all who get it. */
export function encodeFrame(message: FrameMessage): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeUint8(encoder, FRAME[message.kind])
    encoding.writeVarUint(encoder, message.id)
    if (message.kind === 'updates') {
      for (const update of message.updates) encoding.writeVarUint8Array(encoder, update)
      return
    }
    if (message.kind === 'update') encoding.writeVarUint(encoder, message.ask)
    encoding.writeUint8Array(encoder, message.update)
  })
}

/**
 * Reads a frame. The parts are views of `frame`, not copies.
 * @throws on an unknown kind and on a length beyond the end.
 */
export function decodeFrame(frame: Uint8Array): FrameMessage {
  const decoder = decoding.createDecoder(frame)
  const kind = decoding.readUint8(decoder)
  const id = decoding.readVarUint(decoder)
  switch (kind) {
    case FRAME.updates: {
      const updates: Uint8Array[] = []
      while (decoding.hasContent(decoder)) updates.push(decoding.readVarUint8Array(decoder))
      return { kind: 'updates', id, updates }
    }
    case FRAME.presence:
      return { kind: 'presence', id, update: decoding.readTailAsUint8Array(decoder) }
    case FRAME.update: {
      const ask = decoding.readVarUint(decoder)
      return { kind: 'update', id, ask, update: decoding.readTailAsUint8Array(decoder) }
    }
    default:
      throw new Error(`a frame of kind ${kind}`)
  }
}

/** A frame for many receivers: its bytes are made once, when the first of them takes frames. */
export class SharedFrame {
  private made: Uint8Array | null = null

  constructor(readonly message: Exclude<FrameMessage, { kind: 'update' }>) {}

  get bytes(): Uint8Array {
    return (this.made ??= encodeFrame(this.message))
  }
}
