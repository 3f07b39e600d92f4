import type { Socket as TcpSocket } from 'node:net'
import type { SharedFrame } from '#protocol/frames.ts'
import { FrameDecoder, type TakeUpdate } from '#protocol/frame-parser.ts'
import type { SharedEvent } from '#protocol/shared-event.ts'
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
      readonly _sender?: Sender
    }
  }
}
interface Sender {
  readonly _state?: number
  readonly _bufferedBytes?: number
}

const OPEN = 1
const IDLE = 0
const TEXT_AND_LAST = 0x81
const BINARY_AND_LAST = 0x82
const frames = new WeakMap<SharedFrame, Buffer>()
const events = new WeakMap<SharedEvent, Buffer>()

/**
 * The way out to one client. Where nothing else waits for it bytes go straight to the connection, framed once for all:
 * through socket.io, engine.io and `ws` each receiver would cost three times as much (docs/benchmarks.md). Otherwise,
 * and where a library has changed inside, the ordinary way; a test fails then (test/realtime/frames.test.ts).
 */
export class Line {
  private readonly inside: Inside
  /** Looked up once: with five hundred readers every object on the way to the connection is a wait for the memory. */
  private readonly tcp: TcpSocket | null
  private readonly sender: Sender | null

  constructor(private readonly conn: EngineSocket) {
    this.inside = conn as unknown as Inside
    const { transport } = this.inside
    const { _socket: tcp, _sender: sender, readyState } = transport?.socket ?? {}
    const isKnown = transport?.name === 'websocket' && readyState === OPEN && tcp && sender
    this.tcp = isKnown ? tcp : null
    this.sender = isKnown ? sender : null
  }

  /** The connection below, while no other message is on its way through the libraries; else null. */
  get direct(): TcpSocket | null {
    const { inside, sender, tcp } = this
    if (!tcp || inside.readyState !== 'open' || inside.writeBuffer?.length !== 0) return null
    if (inside.transport?.writable !== true || !tcp.writable) return null
    return sender?._state === IDLE && sender._bufferedBytes === 0 ? tcp : null
  }

  /** Bytes that wait for the receiver; 0 where nobody can tell. */
  get waitingBytes(): number {
    return this.tcp?.writableLength ?? this.inside.transport?.socket?.bufferedAmount ?? 0
  }

  /** A frame made for many. */
  write(frame: SharedFrame): void {
    const { direct } = this
    if (direct) direct.write(framed(frame))
    else this.conn.write(asBuffer(frame.bytes), { compress: false })
  }

  /** An event made for many. */
  tell(event: SharedEvent): void {
    const { direct } = this
    if (direct) direct.write(packed(event))
    else this.conn.write(event.packet, { compress: false })
  }

  /** Answers the request number `ask` as socket.io would. */
  answer(ask: number, answer: object): void {
    const packet = `3${ask}${JSON.stringify([answer])}`
    const { direct } = this
    if (!direct) {
      this.conn.write(packet, { compress: false })
      return
    }
    direct.write(textFrame(packet))
  }
}

/**
 * Changes that a socket sends as frames go to `take`, at once and past socket.io's events. False where socket.io keeps
 * its decoder elsewhere: then they come as events.
 */
export function takeUpdateFrames(socket: OurSocket, take: TakeUpdate): boolean {
  const { decoder } = socket.client as unknown as { readonly decoder?: unknown }
  if (!(decoder instanceof FrameDecoder)) return false
  decoder.onUpdate = take
  return true
}

const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function framed(frame: SharedFrame): Buffer {
  const known = frames.get(frame)
  if (known) return known
  const made = Buffer.concat([header(BINARY_AND_LAST, frame.bytes.byteLength), frame.bytes])
  frames.set(frame, made)
  return made
}

function packed(event: SharedEvent): Buffer {
  const known = events.get(event)
  if (known) return known
  const made = textFrame(event.packet)
  events.set(event, made)
  return made
}

/** A message of engine.io begins with a 4. */
function textFrame(packet: string): Buffer {
  const bytes = Buffer.from(`4${packet}`)
  return Buffer.concat([header(TEXT_AND_LAST, bytes.byteLength), bytes])
}

/** Of one unmasked, final WebSocket frame (RFC 6455, 5.2). */
function header(kind: number, length: number): Buffer {
  if (length < 126) return Buffer.from([kind, length])
  const long = length > 0xffff
  const made = Buffer.alloc(long ? 10 : 4)
  made[0] = kind
  made[1] = long ? 127 : 126
  if (long) made.writeBigUInt64BE(BigInt(length), 2)
  else made.writeUInt16BE(length, 2)
  return made
}
