import { io, type Socket } from 'socket.io-client'
import { onTestFinished } from 'vitest'
import * as Y from 'yjs'
import type { Refusal } from '#domain/record/refusal.ts'
import type { DocumentMode } from '#protocol/messages.ts'
import { clientParser } from '#protocol/frame-parser.ts'
import { PROTOCOL_VERSION } from '#protocol/version.ts'

export interface RawAnswer {
  readonly ok: boolean
  readonly refusal?: Refusal
  readonly incident?: string
  readonly id: number
  readonly mode: DocumentMode
  readonly update: Uint8Array
  readonly stateVector: Uint8Array
  readonly seq: number
  readonly view: { readonly state: { readonly seq: number; readonly secret: string | null } }
  readonly receipt: string
}

/** A socket with nothing of our browser code behind it: it can send what a browser never would. */
export class RawSocket {
  /** Every frame the server sent unasked, in order. */
  readonly frames: { readonly event: string; readonly message: Record<string, unknown> }[] = []
  error: string | null = null
  readonly socket: Socket

  constructor(
    url: string,
    cookie: string | null,
    auth: object = { protocol: PROTOCOL_VERSION },
    headers: Record<string, string> = {},
  ) {
    this.socket = io(url, {
      path: '/socket',
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth,
      ...('frames' in auth ? { parser: clientParser } : {}),
      extraHeaders: { ...(cookie ? { cookie } : {}), ...headers },
    })
    this.socket.onAny((event: string, message: Record<string, unknown>) =>
      this.frames.push({ event, message }),
    )
    this.socket.on('connect_error', (error) => {
      this.error = error.message
    })
    onTestFinished(() => void this.socket.disconnect())
  }

  async connected(): Promise<this> {
    await new Promise<void>((resolve, reject) => {
      if (this.socket.connected) resolve()
      this.socket.once('connect', resolve)
      this.socket.once('connect_error', reject)
    })
    return this
  }

  async refused(): Promise<string> {
    if (this.error) return this.error
    return new Promise((resolve) => this.socket.once('connect_error', (error) => resolve(error.message)))
  }

  ask(event: string, message: unknown): Promise<RawAnswer> {
    return this.socket.timeout(10_000).emitWithAck(event, message) as Promise<RawAnswer>
  }

  tell(event: string, message: unknown): void {
    this.socket.emit(event, message)
  }

  of(event: string): Record<string, unknown>[] {
    return this.frames.filter((frame) => frame.event === event).map(({ message }) => message)
  }

  openDocument(name: string, doc = new Y.Doc()): Promise<RawAnswer> {
    return this.ask('document/open', { name, stateVector: Y.encodeStateVector(doc) })
  }
}

/** An update that writes `words` as a paragraph into a fresh copy. */
export function paragraph(words: string, into = new Y.Doc()): Uint8Array {
  const before = Y.encodeStateVector(into)
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(words)])
  into.getXmlFragment('default').push([element])
  return Y.encodeStateAsUpdate(into, before)
}
