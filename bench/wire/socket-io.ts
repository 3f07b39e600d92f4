import { SameWords } from './same-words.ts'
import { WireSocket, type Address } from './web-socket.ts'

interface Waiting {
  resolve(answer: { json: unknown; attachments: Buffer[] }): void
  reject(error: Error): void
}

interface Packet {
  readonly isAnswer: boolean
  readonly text: string
  missing: number
  readonly attachments: Buffer[]
}

/** Of all connections of this process. */
const words = new SameWords()

const PLACEHOLDER = /\{"_placeholder":true,"num":(\d+)\}/

/** Engine.io 4 and socket.io 5 as bytes: only as much of them as a benchmark needs. */
export class SocketIoWire {
  onEvent: (text: string, attachments: readonly Buffer[]) => void = () => {}
  /** A binary message that no header announced. */
  onFrame: (payload: Buffer) => void = () => {}
  onClose: () => void = () => {}
  private readonly waiting = new Map<number, Waiting>()
  private nextId = 1
  private packet: Packet | null = null

  private constructor(
    private readonly wire: WireSocket,
    private readonly prefix: string,
  ) {}

  /** @param namespace with its comma, such as `/room,`; empty for the main one */
  static async open(address: Address, namespace: string, auth?: object): Promise<SocketIoWire> {
    const wire = await WireSocket.open({ ...address, path: `${address.path}?EIO=4&transport=websocket` })
    const opened = new SocketIoWire(wire, namespace)
    await new Promise<void>((resolve, reject) => {
      wire.onClose = () => reject(new Error('closed in the handshake'))
      wire.onText = (payload) => {
        const text = payload.toString()
        if (text.startsWith('0')) wire.sendText(`40${namespace}${auth ? JSON.stringify(auth) : ''}`)
        else if (text.startsWith('40')) resolve()
        else if (text.startsWith('44')) reject(new Error(text))
        else if (text === '2') wire.sendText('3')
      }
    })
    wire.onText = (payload) => opened.text(payload)
    wire.onBinary = (payload) => opened.attachment(payload)
    wire.onClose = () => {
      for (const { reject } of opened.waiting.values()) reject(new Error('closed'))
      opened.onClose()
    }
    return opened
  }

  /** `body` is the JSON of the event with its placeholders already in it. */
  emit(body: string, attachments: readonly Uint8Array[] = []): void {
    this.write('', body, attachments)
  }

  ask(
    body: string,
    attachments: readonly Uint8Array[] = [],
  ): Promise<{ json: unknown; attachments: Buffer[] }> {
    const id = this.nextId++
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      this.write(String(id), body, attachments)
    })
  }

  /** Sends one binary message made for an answer's number. */
  askFrame(make: (id: number) => Uint8Array): Promise<{ json: unknown; attachments: Buffer[] }> {
    const id = this.nextId++
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      this.wire.sendBinary(make(id))
    })
  }

  get receivedBytes(): number {
    return this.wire.receivedBytes
  }

  sendFrame(frame: Uint8Array): void {
    this.wire.sendBinary(frame)
  }

  close(): void {
    this.wire.onClose = () => {}
    this.wire.destroy()
  }

  private write(id: string, body: string, attachments: readonly Uint8Array[]): void {
    const kind = attachments.length === 0 ? '42' : `45${attachments.length}-`
    this.wire.together(() => {
      this.wire.sendText(kind + this.prefix + id + body)
      for (const bytes of attachments) this.wire.sendBinary(bytes)
    })
  }

  private text(payload: Buffer): void {
    if (payload.length === 1) {
      if (payload[0] === 0x32) this.wire.sendText('3')
      return
    }
    const kind = payload[1]
    if (kind === 0x32) this.onEvent(words.of(payload.subarray(2)), [])
    else if (kind === 0x33) this.answer(payload.toString('utf8', 2), [])
    else if (kind === 0x35 || kind === 0x36) {
      const dash = payload.indexOf(0x2d)
      this.packet = {
        isAnswer: kind === 0x36,
        text: payload.toString('utf8', dash + 1),
        missing: Number(payload.toString('latin1', 2, dash)),
        attachments: [],
      }
    }
  }

  private attachment(payload: Buffer): void {
    const { packet } = this
    if (!packet) {
      this.onFrame(payload)
      return
    }
    packet.attachments.push(payload)
    if (--packet.missing > 0) return
    this.packet = null
    if (packet.isAnswer) this.answer(packet.text, packet.attachments)
    else this.onEvent(packet.text, packet.attachments)
  }

  private answer(text: string, attachments: Buffer[]): void {
    const body = this.prefix !== '' && text.startsWith(this.prefix) ? text.slice(this.prefix.length) : text
    const start = body.indexOf('[')
    const id = Number(body.slice(0, start))
    const waiting = this.waiting.get(id)
    this.waiting.delete(id)
    const json = JSON.parse(body.slice(start)) as unknown[]
    waiting?.resolve({ json: json[0], attachments })
  }
}

/** The attachment that an answer names in a field. */
export function attached(field: unknown, attachments: readonly Buffer[]): Buffer {
  const found = PLACEHOLDER.exec(JSON.stringify(field))
  return attachments[Number(found?.[1] ?? 0)] ?? Buffer.alloc(0)
}
