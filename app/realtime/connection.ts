import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client'
import { clientParser } from '#protocol/frame-parser.ts'
import type { ClientToServer, ConnectRefusal, ServerToClient, SessionEnd } from '#protocol/messages.ts'
import { PROTOCOL_VERSION } from '#protocol/version.ts'

/** `offline`: the network is gone, or three attempts failed; `connecting`: back in a moment. */
export type ConnectionState = 'online' | 'connecting' | 'offline'

/** Why the socket is over for good; the page must be made anew. */
export type Ending = SessionEnd | 'protocol/mismatch' | 'auth/required' | 'auth/other-person'

type Asking = {
  [E in keyof ClientToServer]: Parameters<ClientToServer[E]> extends [unknown, infer _] ? E : never
}[keyof ClientToServer]
export type AnswerTo<E extends Asking> = Parameters<Parameters<ClientToServer[E]>[1]>[0]

export interface ConnectionOptions {
  /** Whom the page was made for; the server refuses when the cookie says somebody else. */
  readonly personId: string
  readonly url?: string
  readonly socket?: Partial<ManagerOptions & SocketOptions>
}

const REFUSALS_FOR_GOOD: readonly string[] = [
  'protocol/mismatch',
  'auth/required',
  'auth/other-person',
] satisfies readonly ConnectRefusal[]

/** Attempts that may fail before the page says "offline". */
const PATIENCE = 3
/** While the browser says there is no network: it may be wrong, so it is tried all the same, slowly. */
const SLOW_RETRY_MS = 5_000

const between = (least: number, most: number) => least + Math.random() * (most - least)

/**
 * The page's one socket. Comes back within two seconds of the network's return: short attempts, short
 * pauses, with jitter so that a building does not come back in one instant; at once on the browser's
 * `online` event. Everything above it is told when it is up and asks anew for what it needs.
 */
export class Connection {
  state: ConnectionState = 'connecting'
  ended: Ending | null = null
  readonly personId: string

  private readonly socket: Socket<ServerToClient, ClientToServer>
  private readonly asked = new Set<() => void>()
  private readonly watchers = new Set<() => void>()
  private readonly onlineWatchers = new Set<() => void>()
  private failures = 0
  private wasUp = false
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor({ personId, url, socket }: ConnectionOptions) {
    this.personId = personId
    const options: Partial<ManagerOptions & SocketOptions> = {
      path: '/socket',
      transports: ['websocket'],
      autoConnect: false,
      auth: { protocol: PROTOCOL_VERSION, personId, frames: 1 },
      parser: clientParser,
      reconnectionDelay: 300,
      reconnectionDelayMax: 800,
      randomizationFactor: 0.5,
      timeout: 2_000,
      ...socket,
    }
    this.socket = url === undefined ? io(options) : io(url, options)
    this.socket.on('connect', () => this.up())
    this.socket.on('disconnect', (reason) => this.down(reason === 'io server disconnect'))
    this.socket.on('connect_error', (error) => this.failed(error))
    this.socket.on('session/closed', ({ reason }) => this.end(reason))
    // Every third attempt is patient: for a line so slow that two seconds are not enough.
    this.socket.io.on('reconnect_attempt', (attempt) =>
      this.socket.io.timeout(attempt % 3 === 0 ? 8_000 : 2_000),
    )
  }

  open(): void {
    this.socket.connect()
    if (typeof window === 'undefined') return
    window.addEventListener('online', this.networkBack)
    window.addEventListener('offline', this.networkGone)
    document.addEventListener('visibilitychange', this.lookedAt)
  }

  close(): void {
    clearTimeout(this.timer)
    this.socket.disconnect()
    if (typeof window === 'undefined') return
    window.removeEventListener('online', this.networkBack)
    window.removeEventListener('offline', this.networkGone)
    document.removeEventListener('visibilitychange', this.lookedAt)
  }

  /** After an ending: the browser may have a new session by now. */
  revive(): void {
    if (!this.ended) return
    this.ended = null
    this.set('connecting')
    this.open()
  }

  get isOnline(): boolean {
    return this.state === 'online'
  }

  /** It was there, or was waited for in vain; a session that ended is another matter. */
  get isLost(): boolean {
    return !this.ended && (this.state === 'offline' || (this.wasUp && this.state === 'connecting'))
  }

  /**
   * Asks once. `settle` is called in the very turn the answer arrives, so that frames behind it find what it
   * set up; with null when the socket was lost before: then nobody knows whether it was done.
   */
  ask<E extends Asking>(event: E, message: object, settle: (answer: AnswerTo<E> | null) => void): void {
    if (!this.socket.connected) {
      settle(null)
      return
    }
    const lost = () => settle(null)
    this.asked.add(lost)
    const answered = (answer: AnswerTo<E>) => {
      if (this.asked.delete(lost)) settle(answer)
    }
    this.socket.emit(event, ...([message, answered] as unknown as Parameters<ClientToServer[E]>))
  }

  /** Says it if there is somebody to hear; nothing is kept. */
  tell<E extends Exclude<keyof ClientToServer, Asking>>(event: E, message: object): void {
    if (this.socket.connected)
      this.socket.emit(event, ...([message] as unknown as Parameters<ClientToServer[E]>))
  }

  /** Returns how to stop listening. */
  on<E extends keyof ServerToClient>(event: E, listener: ServerToClient[E]): () => void {
    // The library's listener type cannot be resolved for a generic event name.
    const [name, heard] = [event as 'server/stopping', listener as ServerToClient['server/stopping']]
    this.socket.on(name, heard)
    return () => void this.socket.off(name, heard)
  }

  /** Called at every connect, the first and all later ones. Returns how to stop that. */
  onOnline(watcher: () => void): () => void {
    this.onlineWatchers.add(watcher)
    return () => void this.onlineWatchers.delete(watcher)
  }

  subscribe(watcher: () => void): () => void {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  private up(): void {
    this.failures = 0
    this.wasUp = true
    clearTimeout(this.timer)
    this.set('online')
    for (const watcher of this.onlineWatchers) watcher()
  }

  private down(byServer: boolean): void {
    for (const lost of [...this.asked]) lost()
    this.asked.clear()
    if (this.state !== 'offline') this.set('connecting')
    // After a disconnect by the server the library leaves coming back to us.
    if (byServer && !this.ended) this.connectIn(between(200, 800))
  }

  private failed(error: Error): void {
    if (REFUSALS_FOR_GOOD.includes(error.message)) {
      this.end(error.message as Ending)
      return
    }
    this.failures++
    if (this.failures >= PATIENCE) this.set('offline')
    if (!this.socket.active) this.connectIn(between(500, 1_500))
  }

  private end(reason: Ending): void {
    this.ended = reason
    this.close()
    this.set('offline')
  }

  private connectIn(milliseconds: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      if (!this.ended && !this.socket.connected) this.socket.disconnect().connect()
    }, milliseconds)
  }

  private readonly networkBack = () => this.connectIn(between(0, 250))

  private readonly networkGone = () => {
    this.socket.disconnect()
    this.set('offline')
    this.connectIn(SLOW_RETRY_MS)
  }

  /** The lid is open again: timers slept, so nothing else would be tried soon. */
  private readonly lookedAt = () => {
    if (document.visibilityState === 'visible' && !this.socket.connected) this.connectIn(between(0, 250))
  }

  private set(state: ConnectionState): void {
    this.state = state
    for (const watcher of [...this.watchers]) watcher()
  }
}
