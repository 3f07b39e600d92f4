import { decodeFrame, encodeFrame, FRAME } from '#protocol/frames.ts'
import { PROTOCOL_VERSION } from '#protocol/version.ts'
import { NOTHING, type Connect, type Link, type Listener, type Opened, type Target } from './link.ts'
import { attached, SocketIoWire } from './socket-io.ts'

interface OpenAnswer {
  readonly ok: boolean
  readonly id: number
  readonly update: unknown
  readonly more?: true
  readonly refusal?: unknown
}

/** What a person's page sends, without the page (PROTOCOL.md). */
export class OurLink implements Link {
  unacknowledged = 0
  private closed = false
  private readonly updates = new Map<number, readonly Uint8Array[]>()
  private readonly awaited = new Map<number, (updates: readonly Uint8Array[]) => void>()

  private constructor(
    private readonly wire: SocketIoWire,
    private readonly listener: Listener,
  ) {
    wire.onEvent = (text, attachments) => {
      for (const payload of attachments) listener.receive(payload)
      if (attachments.length === 0) this.told(text)
    }
    wire.onFrame = (payload) => {
      this.take(payload)
      listener.receive(payload)
    }
    wire.onClose = () => {
      if (!this.closed) listener.complain('the server closed a connection')
    }
  }

  /** Events without bytes: views of rooms, turnout, refusals. */
  onTold: (text: string) => void = () => {}

  static async connect(target: Target, person: number, listener: Listener): Promise<OurLink> {
    const cookie = target.cookie(person)
    const address = { port: target.port, path: '/socket/', ...(cookie === undefined ? {} : { cookie }) }
    const wire = await SocketIoWire.open(address, '', { protocol: PROTOCOL_VERSION, frames: 1 })
    return new OurLink(wire, listener)
  }

  async open(name: string, stateVector: Uint8Array = NOTHING): Promise<Opened> {
    const message = { name, stateVector: { _placeholder: true, num: 0 } }
    const { json, attachments } = await this.wire.ask(JSON.stringify(['document/open', message]), [
      stateVector,
    ])
    const answer = json as OpenAnswer
    if (!answer.ok) throw new Error(`${name} was not opened: ${JSON.stringify(answer.refusal)}`)
    const first = attached(answer.update, attachments)
    const rest = answer.more ? await this.restOf(answer.id) : []
    return { channel: answer.id, update: first, rest }
  }

  /** What follows an answer right behind it may have been read with it. */
  private restOf(id: number): Promise<readonly Uint8Array[]> {
    const early = this.updates.get(id)
    return early ? Promise.resolve(early) : new Promise((done) => this.awaited.set(id, done))
  }

  /** The first changes of each text that came as a frame. */
  private take(payload: Buffer): void {
    if (payload[0] !== FRAME.updates) return
    const frame = decodeFrame(payload)
    if (frame.kind !== 'updates' || this.updates.has(frame.id)) return
    this.updates.set(frame.id, frame.updates)
    this.awaited.get(frame.id)?.(frame.updates)
  }

  write(channel: number, update: Uint8Array): void {
    this.unacknowledged++
    this.wire
      .askFrame((ask) => encodeFrame({ kind: 'update', id: channel, ask, update }))
      .then(
        ({ json }) => {
          this.unacknowledged--
          const answer = json as { ok: boolean; refusal?: { refused: string } }
          if (!answer.ok) this.listener.complain(`update refused: ${answer.refusal?.refused ?? ''}`)
        },
        () => {
          if (!this.closed) this.listener.complain('update not answered')
        },
      )
  }

  present(channel: number, bytes: Uint8Array): void {
    this.wire.sendFrame(encodeFrame({ kind: 'presence', id: channel, update: bytes }))
  }

  /** A request of the rooms: join, command, vote. */
  async request<T>(event: string, message: object): Promise<T> {
    const { json } = await this.wire.ask(JSON.stringify([event, message]))
    return json as T
  }

  get receivedBytes(): number {
    return this.wire.receivedBytes
  }

  close(): void {
    this.closed = true
    this.wire.close()
  }

  private told(text: string): void {
    if (text.startsWith('["session/closed"') || text.startsWith('["document/revoked"'))
      this.listener.complain(text.slice(0, 120))
    this.onTold(text)
  }
}

export const connectOurs: Connect = (target, person, listener) => OurLink.connect(target, person, listener)
