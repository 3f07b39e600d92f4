import type { Socket } from 'socket.io'
import type { Actor } from '#domain/people/actor.ts'
import type { SharedFrame } from '#protocol/frames.ts'
import { LIMITS } from '#protocol/limits.ts'
import type { ClientToServer, ServerToClient, SessionEnd } from '#protocol/messages.ts'
import type { Peer } from '#protocol/peer.ts'
import type { SharedEvent } from '#protocol/shared-event.ts'
import type { ActorFrom, Identity } from './ports.ts'
import { Line } from './socket-frames.ts'
import type { Quota, Quotas } from './quotas.ts'

export interface SocketData {
  peer: SocketPeer
}
export type OurSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>

/** A session is looked up again when its last look-up is older: roles end by date, sessions by idleness. */
const FRESH_MS = 60_000

interface Surroundings {
  readonly actorFrom: ActorFrom
  readonly now: () => Date
  /** The person's roles, body or name are others than at the last look-up. */
  readonly onRolesChanged: (personId: string) => void
  readonly isInMeeting: (peer: Peer) => boolean
  readonly quotas: Quotas
}

/** One socket with the session it was opened by. */
export class SocketPeer implements Peer {
  readonly id: string
  readonly personId: string
  readonly line: Line
  refusedFrames = 0
  /** The person did something since the session was last looked up. */
  isActive = false
  /** Commands of one socket are carried out in the order they came. */
  turn: Promise<unknown> = Promise.resolve()

  private identity: Identity
  private lookedAt: number
  private looking: Promise<Actor | null> | null = null
  private outdated = false
  private ended = false

  constructor(
    private readonly socket: OurSocket,
    identity: Identity,
    readonly takesFrames: boolean,
    private readonly surroundings: Surroundings,
  ) {
    this.id = socket.id
    this.personId = identity.actor.personId
    this.line = new Line(socket.conn)
    this.identity = identity
    this.lookedAt = surroundings.now().getTime()
  }

  /** False when the person has asked for too much, over all sockets. */
  mayAsk(quota: Quota): boolean {
    return this.surroundings.quotas.take(this.personId, quota)
  }

  get isOpen(): boolean {
    return !this.ended && this.socket.connected
  }

  /** From memory while the last look-up is fresh; ends the socket when the session is over. */
  actor(): Promise<Actor | null> {
    if (this.ended) return Promise.resolve(null)
    if (!this.looking && !this.outdated && this.isFresh()) return Promise.resolve(this.identity.actor)
    return this.lookUp()
  }

  /** What is known of the person is old: whoever asks next waits for the new answer. */
  outdate(): void {
    this.outdated = true
  }

  /** Looks the session up now, whatever is remembered. */
  async renew(): Promise<void> {
    await this.lookUp()
  }

  get isBehind(): boolean {
    return this.line.waitingBytes > LIMITS.behindBytes
  }

  sendFrame(frame: SharedFrame): boolean {
    if (!this.takesFrames) return false
    if (!this.ended) this.line.write(frame)
    return true
  }

  tell(event: SharedEvent): void {
    if (this.isTaking()) this.line.tell(event)
  }

  send<E extends keyof ServerToClient>(event: E, message: Parameters<ServerToClient[E]>[0]): void {
    if (this.isTaking()) this.socket.emit(event, ...([message] as unknown as Parameters<ServerToClient[E]>))
  }

  private isTaking(): boolean {
    if (!this.isOpen) return false
    if (this.line.waitingBytes <= LIMITS.stuckBytes) return true
    // Whoever reads nothing any more comes back with what he has, or is gone.
    this.socket.disconnect(true)
    return false
  }

  /** The last word on this socket. */
  end(reason: SessionEnd): void {
    if (this.ended) return
    this.send('session/closed', { reason })
    this.ended = true
    this.socket.disconnect(true)
  }

  private isFresh(): boolean {
    const now = this.surroundings.now().getTime()
    const age = now - this.lookedAt
    const { expiresAt } = this.identity
    return age >= 0 && age < FRESH_MS && (!expiresAt || now < expiresAt.getTime())
  }

  private lookUp(): Promise<Actor | null> {
    this.outdated = true
    this.looking ??= this.look().finally(() => (this.looking = null))
    return this.looking
  }

  private async look(): Promise<Actor | null> {
    let identity: Identity | null = null
    while (this.outdated) {
      this.outdated = false
      try {
        const active = this.isActive || this.surroundings.isInMeeting(this)
        this.isActive = false
        identity = await this.surroundings.actorFrom(this.socket.handshake.headers.cookie ?? null, active)
      } catch (error) {
        this.outdated = true
        throw error
      }
    }
    if (identity?.actor.personId !== this.personId) {
      this.end('expired')
      return null
    }
    const changed = JSON.stringify(identity.actor) !== JSON.stringify(this.identity.actor)
    this.identity = identity
    this.lookedAt = this.surroundings.now().getTime()
    if (changed) this.surroundings.onRolesChanged(this.personId)
    return this.ended ? null : identity.actor
  }
}
