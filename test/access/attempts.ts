import { isRefusal, REFUSAL_CODES, type RefusalCode } from '#domain/record/refusal.ts'
import { MemberSocket, newCommandId, type Told } from '../support/member-socket.ts'
import { AT_THE_DOOR, type AccessSite } from './site.ts'
import type { Fields } from './asks.ts'

/** What came of an attempt: the matrix's words for it, or the refusal's code. */
export type Outcome = 'done' | 'led on' | 'sign in' | 'write' | 'read' | RefusalCode | `status ${number}`

const CODES: ReadonlySet<string> = new Set(REFUSAL_CODES)
const codeIn = (text: string) =>
  [...text.matchAll(/"([a-z]+\/[a-z-]+)"/g)].map(([, code]) => code ?? '').find((code) => CODES.has(code)) as
    RefusalCode | undefined

/** One person, or nobody, with everything a browser would bring: a cookie and a socket. */
export class Visitor {
  constructor(
    readonly site: AccessSite,
    /** Null: nobody is signed in. */
    readonly socket: MemberSocket | null,
  ) {}

  static async come(site: AccessSite, userName: string | null): Promise<Visitor> {
    return new Visitor(site, userName === null ? null : await MemberSocket.connect(site.url, userName))
  }

  request(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = {
      ...(this.socket && { cookie: this.socket.cookie }),
      origin: this.site.url,
      ...init.headers,
    }
    return fetch(this.site.url + path, { redirect: 'manual', ...init, headers })
  }

  /** Whether the attempt got as far as the database since `before` lines were logged. */
  private reachedTheDoor(before: number): boolean {
    return this.site.logged.slice(before).some((line) => line.includes(AT_THE_DOOR))
  }

  private outcomeOf(answer: Response, text: string, before: number): Outcome {
    if (this.reachedTheDoor(before)) return 'done'
    const to = answer.headers.get('location') ?? /"redirect","([^"]*)"/.exec(text)?.[1]
    if (answer.status === 202 || (answer.status >= 300 && answer.status < 400))
      return to?.startsWith('/sign-in?to=') || to === '/sign-in' ? 'sign in' : 'led on'
    if (answer.status < 300) return 'done'
    return codeIn(text) ?? `status ${answer.status}`
  }

  async get(path: string): Promise<Outcome> {
    return (await this.fetched(path)).outcome
  }

  /** With what came. */
  async fetched(
    path: string,
    init?: RequestInit,
  ): Promise<{ readonly outcome: Outcome; readonly text: string }> {
    const before = this.site.logged.length
    const answer = await this.request(path, init)
    const text = await answer.text()
    return { outcome: this.outcomeOf(answer, text, before), text }
  }

  async post(path: string, fields: Fields): Promise<Outcome> {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(fields))
      for (const one of [value].flat()) body.append(name, one)
    return (await this.fetched(path, { method: 'POST', body })).outcome
  }

  async upload(path: string): Promise<Outcome> {
    const body = new FormData()
    body.set('commandId', newCommandId())
    body.set('title', '材料')
    body.set('file', new Blob(['内容']), '材料.txt')
    return (await this.fetched(path, { method: 'POST', body })).outcome
  }

  /** Begins a file by the tus protocol. */
  async begin(path: string): Promise<Outcome> {
    const headers = {
      ...{ 'tus-resumable': '1.0.0', 'upload-length': '6' },
      'upload-metadata': `filename ${Buffer.from('材料.txt').toString('base64')}`,
    }
    return (await this.fetched(path, { method: 'POST', headers })).outcome
  }

  /** A message that is answered. Nobody without a session has a socket to send it by. */
  async ask(event: string, message: unknown): Promise<Outcome> {
    if (!this.socket) return 'sign in'
    const before = this.site.logged.length
    const told: Told<{ mode?: 'write' | 'read'; id?: number }> = await this.socket.ask(event, message)
    if (this.reachedTheDoor(before)) return 'done'
    if (!told.ok) return isRefusal(told.refusal) ? told.refusal.refused : 'record/unavailable'
    if (event === 'document/open') this.socket.tell('document/close', { id: told.id })
    return told.mode ?? 'done'
  }

  command(stream: string, command: object): Promise<Outcome> {
    return this.ask('room/command', { stream, commandId: newCommandId(), command })
  }
}
