import type { Socket as TcpSocket } from 'node:net'
import type { SharedFrame } from '#protocol/frames.ts'
import type { OurSocket } from './socket-peer.ts'

type EngineSocket = OurSocket['conn']

/** What `ws` and engine.io keep to themselves and we look at; every part may be missing in another release. */
interface Inside {
  readonly readyState?: string
  readonly writeBuffer?: readonly unknown[]
  readonly transport?: {
    readonly name?: string
    readonly writable?: boolean
    readonly socket?: {
      readonly readyState?: number
      readonly bufferedAmount?: number
      readonly _socket?: TcpSocket | null
      readonly _sender?: { readonly _state?: number; readonly _bufferedBytes?: number }
    }
  }
}

const OPEN = 1
const IDLE = 0
const BINARY_AND_LAST = 0x82
const frames = new WeakMap<SharedFrame, Buffer>()

/**
 * Writes a frame made for many. Where nothing else waits for the socket its bytes go straight to the connection,
 * framed once for all: through socket.io, engine.io and `ws` each receiver would cost three times as much
 * (docs/benchmarks.md). Otherwise, and where a library has changed inside, the ordinary way; a test fails then
 * (test/realtime/frames.test.ts).
 */
export function writeFrame(conn: EngineSocket, frame: SharedFrame): void {
  const direct = directLine(conn)
  if (direct) direct.write(framed(frame))
  else conn.write(asBuffer(frame.bytes), { compress: false })
}

/** The connection below, while no other message is on its way through the libraries; else null. */
export function directLine(conn: EngineSocket): TcpSocket | null {
  const { readyState, writeBuffer, transport } = conn as unknown as Inside
  if (readyState !== 'open' || writeBuffer?.length !== 0 || transport?.name !== 'websocket') return null
  const { socket } = transport
  if (transport.writable !== true || socket?.readyState !== OPEN) return null
  const sender = socket._sender
  return sender?._state === IDLE && sender._bufferedBytes === 0 ? (socket._socket ?? null) : null
}

/** Bytes that wait for the receiver; 0 where nobody can tell. */
export function waitingBytes(conn: EngineSocket): number {
  return (conn as unknown as Inside).transport?.socket?.bufferedAmount ?? 0
}

const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** One unmasked, final, binary WebSocket frame (RFC 6455, 5.2). */
function framed(frame: SharedFrame): Buffer {
  const known = frames.get(frame)
  if (known) return known
  const made = Buffer.concat([header(frame.bytes.byteLength), frame.bytes])
  frames.set(frame, made)
  return made
}

function header(length: number): Buffer {
  if (length < 126) return Buffer.from([BINARY_AND_LAST, length])
  const long = length > 0xffff
  const made = Buffer.alloc(long ? 10 : 4)
  made[0] = BINARY_AND_LAST
  made[1] = long ? 127 : 126
  if (long) made.writeBigUInt64BE(BigInt(length), 2)
  else made.writeUInt16BE(length, 2)
  return made
}
