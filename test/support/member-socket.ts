import { io, type Socket } from 'socket.io-client'
import * as Y from 'yjs'
import { DEMO_PASSWORD } from '#domain/people/demo-password.ts'
import type { Choice } from '#domain/ballots/types.ts'
import type { MeetingCommand } from '#domain/meetings/commands.ts'
import type { MeetingView } from '#domain/meetings/view.ts'
import type { Refusal } from '#domain/record/refusal.ts'
import type { OpenedDocument } from '#protocol/messages.ts'
import { TEXT_FIELD } from '#protocol/text-field.ts'
import { PROTOCOL_VERSION } from '#protocol/version.ts'

export type Told<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly refusal: Refusal }

/** Signs in as the form does and gives the session's cookie. */
export async function signedInCookie(url: string, userName: string): Promise<string> {
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ userName, password: DEMO_PASSWORD }).toString(),
  })
  const [cookie] = answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
  if (!cookie) throw new Error(`${userName} was not signed in: ${answer.status}`)
  return cookie
}

let commands = 0
export const newCommandId = () => `e2e-${process.pid}-${(commands += 1)}-${Date.now().toString(36)}`

/** A member without a browser: a session and a socket, nothing of our browser code behind it. */
export class MemberSocket {
  readonly frames: { readonly event: string; readonly message: Record<string, unknown> }[] = []
  private constructor(
    readonly userName: string,
    readonly cookie: string,
    private readonly url: string,
    private readonly socket: Socket,
  ) {
    socket.onAny((event: string, message: Record<string, unknown>) => this.frames.push({ event, message }))
  }

  /** @param cookie of a session kept from before a restart; signs in where absent */
  static async connect(url: string, userName: string, cookie?: string): Promise<MemberSocket> {
    const session = cookie ?? (await signedInCookie(url, userName))
    const socket = io(url, {
      path: '/socket',
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { protocol: PROTOCOL_VERSION },
      extraHeaders: { cookie: session, origin: url },
    })
    const member = new MemberSocket(userName, session, url, socket)
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve)
      socket.once('connect_error', reject)
    })
    return member
  }

  /** Rejects where no answer came: then nobody knows whether it was done. */
  ask<T>(event: string, message: unknown): Promise<Told<T>> {
    return this.socket.timeout(15_000).emitWithAck(event, message) as Promise<Told<T>>
  }

  /** The same, for what must be done. */
  async must<T>(event: string, message: unknown): Promise<T> {
    const told = await this.ask<T>(event, message)
    if (!told.ok) throw new Error(`${this.userName} ${event} refused: ${JSON.stringify(told.refusal)}`)
    return told
  }

  /** A message that nobody answers. */
  tell(event: string, message: unknown): void {
    this.socket.emit(event, message)
  }

  async command(meetingId: string, command: MeetingCommand): Promise<void> {
    await this.must('room/command', { stream: `meeting/${meetingId}`, commandId: newCommandId(), command })
  }

  async meeting(meetingId: string): Promise<MeetingView> {
    const { view } = await this.must<{ view: MeetingView }>('room/join', {
      stream: `meeting/${meetingId}`,
      audience: 'person',
    })
    return view
  }

  cast(
    meetingId: string,
    pollId: string,
    choice: Choice,
    commandId = newCommandId(),
  ): Promise<Told<{ receipt: string }>> {
    return this.ask('ballot/cast', { meetingId, commandId, pollId, choice })
  }

  openDocument(name: string, doc = new Y.Doc()): Promise<OpenedDocument> {
    return this.must('document/open', { name, stateVector: Y.encodeStateVector(doc) })
  }

  /** A paragraph at the end of a document, acknowledged. */
  async writeParagraph(name: string, words: string): Promise<void> {
    const doc = new Y.Doc()
    const opened = await this.openDocument(name, doc)
    Y.applyUpdate(doc, new Uint8Array(opened.update))
    const before = Y.encodeStateVector(doc)
    const element = new Y.XmlElement('paragraph')
    element.insert(0, [new Y.XmlText(words)])
    doc.getXmlFragment(TEXT_FIELD).push([element])
    await this.must('document/update', { id: opened.id, update: Y.encodeStateAsUpdate(doc, before) })
  }

  /** A page over HTTP, as this member. */
  page(path: string): Promise<Response> {
    return fetch(this.url + path, { headers: { cookie: this.cookie }, redirect: 'manual' })
  }

  disconnect(): void {
    this.socket.disconnect()
  }
}
