import { Decoder, Encoder, PacketType, type Packet } from 'socket.io-parser'
import { decodeFrame, encodeFrame, type FrameMessage } from './frames.ts'

/**
 * socket.io's parser with one addition: what live texts send over and over (changes and cursors) is one binary
 * message instead of a JSON header and an attachment. Whatever is not such a frame is socket.io's own, in both
 * directions, so that a client without this parser is understood as well.
 */

/** A change as it came, for whoever takes it past socket.io's events. */
export type TakeUpdate = (message: Extract<FrameMessage, { kind: 'update' }>) => void

/** Takes frames as packets of the same events. */
export class FrameDecoder extends Decoder {
  /** Takes changes instead of the event, which costs more than reading them does. */
  onUpdate: TakeUpdate | null = null

  override add(data: unknown): void {
    const bytes = bytesOf(data)
    // A binary message that no header announced is a frame: attachments follow their header at once.
    const { reconstructor } = this as unknown as { readonly reconstructor?: object | null }
    if (!bytes || reconstructor) {
      super.add(data)
      return
    }
    const frame = decodeFrame(bytes)
    if (frame.kind === 'update' && this.onUpdate) this.onUpdate(frame)
    else this.emitReserved('decoded', packetOf(frame))
  }
}

/** What the browser sends of a live text. */
class FrameEncoder extends Encoder {
  override encode(packet: Packet): ReturnType<Encoder['encode']> {
    const frame = frameOf(packet)
    return frame ? [encodeFrame(frame)] : super.encode(packet)
  }
}

/** For the server, which writes its frames itself, once for all receivers. */
export const serverParser = { Encoder, Decoder: FrameDecoder }
/** For a client that greets with `frames`. */
export const clientParser = { Encoder: FrameEncoder, Decoder: FrameDecoder }

function bytesOf(data: unknown): Uint8Array | null {
  if (data instanceof Uint8Array) return data
  return data instanceof ArrayBuffer ? new Uint8Array(data) : null
}

function packetOf(frame: FrameMessage): Packet {
  const { kind, id } = frame
  const about = { type: PacketType.EVENT, nsp: '/' }
  switch (kind) {
    case 'updates':
      return { ...about, data: ['document/updates', { id, updates: frame.updates }] }
    case 'presence':
      return { ...about, data: ['document/presence', { id, update: frame.update }] }
    case 'update':
      return { ...about, id: frame.ask, data: ['document/update', { id, update: frame.update }] }
  }
}

function frameOf({ type, nsp, id: ask, data }: Packet): FrameMessage | null {
  if (type !== PacketType.EVENT || nsp !== '/' || !Array.isArray(data)) return null
  const [event, message] = data as [unknown, { id: number; update: Uint8Array }]
  if (event === 'document/presence') return { kind: 'presence', id: message.id, update: message.update }
  if (event === 'document/update' && ask !== undefined)
    return { kind: 'update', id: message.id, ask, update: message.update }
  return null
}
