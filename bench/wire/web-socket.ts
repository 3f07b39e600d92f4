import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

/** The frames there are (RFC 6455, 5.2). */
const OPCODE = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const

export interface Address {
  readonly port: number
  readonly path: string
  readonly cookie?: string
}

const OPEN_LIMIT_MS = 30_000

/**
 * A WebSocket client with nothing in it: a thousand of them must cost the generator less than they cost the
 * server. It masks with zeros, which the protocol allows and which saves it a pass over every byte.
 */
export class WireSocket {
  onText: (payload: Buffer) => void = () => {}
  onBinary: (payload: Buffer) => void = () => {}
  onClose: () => void = () => {}
  /** Since the upgrade, headers of frames included. */
  receivedBytes = 0
  private chunks: Buffer[] = []
  private held = 0
  private needed = 2

  private constructor(private readonly socket: Socket) {
    socket.on('data', (chunk: Buffer) => this.take(chunk))
    socket.on('close', () => this.onClose())
    socket.on('error', () => socket.destroy())
  }

  static open({ port, path, cookie }: Address): Promise<WireSocket> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true })
      const fail = (error: Error) => {
        socket.destroy()
        reject(error)
      }
      socket.setTimeout(OPEN_LIMIT_MS, () => fail(new Error(`no answer to the upgrade of ${path}`)))
      socket.once('error', fail)
      socket.once('close', () => reject(new Error('closed before the upgrade')))
      const lines = [
        `GET ${path} HTTP/1.1`,
        `Host: 127.0.0.1:${port}`,
        `Origin: http://127.0.0.1:${port}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
        ...(cookie === undefined ? [] : [`Cookie: ${cookie}`]),
      ]
      socket.once('connect', () => socket.write(`${lines.join('\r\n')}\r\n\r\n`))
      let head = Buffer.alloc(0)
      const answer = (chunk: Buffer) => {
        head = Buffer.concat([head, chunk])
        const end = head.indexOf('\r\n\r\n')
        if (end < 0) return
        socket.off('data', answer)
        if (!head.toString('latin1', 0, 12).endsWith('101')) {
          fail(new Error(`refused: ${head.toString('latin1', 0, end).split('\r\n')[0] ?? ''}`))
          return
        }
        socket.setTimeout(0)
        const opened = new WireSocket(socket)
        resolve(opened)
        // What came with the answer waits until whoever asked has put his listeners on.
        const rest = head.subarray(end + 4)
        if (rest.length > 0) queueMicrotask(() => opened.take(rest))
      }
      socket.on('data', answer)
    })
  }

  sendText(text: string): void {
    this.send(OPCODE.text, Buffer.from(text))
  }

  sendBinary(bytes: Uint8Array): void {
    this.send(OPCODE.binary, bytes)
  }

  /** Several frames in one write, as a client library does within a turn of its loop. */
  together(work: () => void): void {
    this.socket.cork()
    work()
    this.socket.uncork()
  }

  /** Bytes past the protocol, as they are. */
  sendRaw(bytes: Uint8Array): void {
    this.socket.write(bytes)
  }

  /** As a network that is gone: nothing is said. */
  destroy(): void {
    this.socket.destroy()
  }

  private send(opcode: number, payload: Uint8Array): void {
    const { length } = payload
    const wide = length > 65_535 ? 8 : length > 125 ? 2 : 0
    const frame = Buffer.alloc(6 + wide + length)
    frame[0] = 0x80 | opcode
    frame[1] = 0x80 | (wide === 0 ? length : wide === 2 ? 126 : 127)
    if (wide === 2) frame.writeUInt16BE(length, 2)
    else if (wide === 8) frame.writeBigUInt64BE(BigInt(length), 2)
    frame.set(payload, 6 + wide)
    this.socket.write(frame)
  }

  /** Chunks are joined only when a whole frame is there: a text of a megabyte comes in twenty of them. */
  private take(chunk: Buffer): void {
    this.receivedBytes += chunk.length
    this.chunks.push(chunk)
    this.held += chunk.length
    if (this.held < this.needed) return
    const all = this.chunks.length === 1 ? chunk : Buffer.concat(this.chunks)
    let at = 0
    this.needed = 2
    while (all.length - at >= 2) {
      const short = (all[at + 1] ?? 0) & 0x7f
      const header = short === 126 ? 4 : short === 127 ? 10 : 2
      this.needed = header
      if (all.length - at < header) break
      const length =
        short === 126 ? all.readUInt16BE(at + 2) : short === 127 ? Number(all.readBigUInt64BE(at + 2)) : short
      this.needed = header + length
      if (all.length - at < this.needed) break
      this.frame((all[at] ?? 0) & 0x0f, all.subarray(at + header, at + header + length))
      at += header + length
      this.needed = 2
    }
    this.chunks = at < all.length ? [all.subarray(at)] : []
    this.held = all.length - at
  }

  private frame(opcode: number, payload: Buffer): void {
    if (opcode === OPCODE.binary) this.onBinary(payload)
    else if (opcode === OPCODE.text) this.onText(payload)
    else if (opcode === OPCODE.ping) this.send(OPCODE.pong, payload)
    else if (opcode === OPCODE.close) this.socket.end()
  }
}
