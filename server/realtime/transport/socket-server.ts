import type { Server as HttpServer } from 'node:http'
import { Server } from 'socket.io'
import { LIMITS } from '#protocol/limits.ts'
import { serverParser } from '#protocol/frame-parser.ts'
import type { ClientToServer, ServerToClient, SessionEnd } from '#protocol/messages.ts'
import type { Documents } from '../documents/documents.ts'
import type { CommentFeed } from '../rooms/comment-feed.ts'
import type { StagePointers } from '../rooms/stage-pointers.ts'
import type { RemarkFeed } from '../rooms/remark-feed.ts'
import type { Rooms } from '../rooms/rooms.ts'
import { takeCommentEvents } from './comment-events.ts'
import { takeDocumentEvents } from './document-events.ts'
import { admit } from './handshake.ts'
import type { ActorFrom, OriginAllowed, RealtimeServices } from './ports.ts'
import type { Desk } from './requests.ts'
import { takeRemarkEvents } from './remark-events.ts'
import { takeRoomEvents } from './room-events.ts'
import { Quotas } from './quotas.ts'
import type { OurSocket, SocketData, SocketPeer } from './socket-peer.ts'
import { takeStageEvents } from './stage-events.ts'
import { Strangers } from './strangers.ts'

export interface SocketServerOptions {
  readonly desk: Desk
  readonly documents: Documents
  readonly rooms: Rooms
  readonly comments: CommentFeed
  readonly pointers: StagePointers
  readonly remarks: RemarkFeed
  readonly services: RealtimeServices
  readonly actorFrom: ActorFrom
  readonly originAllowed: OriginAllowed
  readonly now: () => Date
  /** A person's roles were found changed when the session was looked up again. */
  readonly onRolesChanged: (personId: string) => void
  /** Frames of this many bytes close the socket unread; `LIMITS.frameBytes` unless told. */
  readonly frameBytes?: number
}

const RENEW_EVERY_MS = 60_000
const STOP_WAITS_MS = 5_000

/**
 * The only place that knows socket.io: one endpoint (`/socket`, WebSocket only, so no sticky sessions),
 * one socket per page, everything else handed on as peers and parsed messages.
 */
export class SocketServer {
  private readonly io: Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>
  private readonly peers = new Map<string, SocketPeer>()
  private readonly strangers: Strangers
  private readonly quotas = new Quotas()
  private readonly renewing: ReturnType<typeof setInterval>
  private epoch = 0
  private stopping = false

  constructor(private readonly options: SocketServerOptions) {
    const frameBytes = options.frameBytes ?? LIMITS.frameBytes
    this.strangers = new Strangers(frameBytes, options.desk.metrics)
    this.io = new Server({
      path: '/socket',
      transports: ['websocket'],
      serveClient: false,
      parser: serverParser,
      perMessageDeflate: false,
      maxHttpBufferSize: frameBytes,
      connectTimeout: LIMITS.handshakeMs,
      // A vanished network is noticed within seconds, on both ends.
      pingInterval: 5_000,
      pingTimeout: 4_000,
      allowRequest: (request, decide) => {
        if (this.stopping || options.desk.isCutOff() || this.strangers.areTooMany) {
          // A proxy takes this for a node that is down and asks the next one.
          request.socket.write('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n')
          request.socket.destroy()
          decide('record/unavailable', false)
        } else if (options.originAllowed(request)) decide(null, true)
        else decide('auth/cross-origin', false)
      },
    })
    this.io.use((socket, next) => void this.meet(socket, next))
    this.io.on('connection', (socket) => this.welcome(socket))
    this.renewing = setInterval(() => void this.renewAll(), RENEW_EVERY_MS)
    this.renewing.unref()
  }

  attach(httpServer: HttpServer): void {
    this.io.attach(httpServer)
    this.io.engine.on('connection', (conn: OurSocket['conn']) => this.strangers.come(conn))
  }

  /** The person's roles changed: every socket looks them up before anything else is decided with them. */
  outdate(personId: string): void {
    this.epoch++
    for (const peer of this.of(personId)) peer.outdate()
  }

  /** Sessions and roles may have changed anywhere: every socket looks them up before anything else. */
  outdateAll(): void {
    this.epoch++
    for (const peer of this.peers.values()) peer.outdate()
  }

  /** Sends everybody to another node. */
  dismiss(): void {
    this.io.emit('server/stopping', {})
    this.io.disconnectSockets(true)
  }

  /** Ends all sockets of a person. */
  close(personId: string, reason: SessionEnd): void {
    this.epoch++
    for (const peer of this.of(personId)) peer.end(reason)
  }

  /** Ends those sockets of a person whose own session is over; a page in another browser stays. */
  async closeEnded(personId: string): Promise<void> {
    this.outdate(personId)
    await Promise.all(this.of(personId).map((peer) => peer.renew().catch(() => undefined)))
  }

  /** Tells everybody, waits for what is being answered, and lets go. */
  async stop(): Promise<void> {
    this.stopping = true
    clearInterval(this.renewing)
    this.io.emit('server/stopping', {})
    let timer: ReturnType<typeof setTimeout> | undefined
    await Promise.race([
      Promise.allSettled([...this.options.desk.open]),
      new Promise((resolve) => (timer = setTimeout(resolve, STOP_WAITS_MS))),
    ])
    clearTimeout(timer)
    await this.options.documents.stop()
    this.options.rooms.stop()
    this.options.comments.stop()
    this.options.pointers.stop()
    this.options.remarks.stop()
    this.io.disconnectSockets(true)
    this.io.engine?.close()
  }

  private of(personId: string): SocketPeer[] {
    return [...this.peers.values()].filter((peer) => peer.personId === personId)
  }

  private async meet(socket: OurSocket, next: (error?: Error) => void): Promise<void> {
    const { actorFrom, now, desk, onRolesChanged, rooms } = this.options
    const peer = await admit(socket, {
      actorFrom,
      now,
      onRolesChanged,
      isInMeeting: (who) => rooms.isInMeeting(who),
      log: desk.log,
      epoch: () => this.epoch,
      isStopping: () => this.stopping || desk.isCutOff(),
      quotas: this.quotas,
    })
    if (typeof peer === 'string') {
      next(new Error(peer))
      return
    }
    this.strangers.admit(socket.conn)
    // From here on it is found when sessions end, also while socket.io is still letting it in.
    socket.data.peer = peer
    this.peers.set(peer.id, peer)
    this.quotas.come(peer.personId)
    socket.conn.once('close', () => this.forget(peer))
    next()
  }

  private welcome(socket: OurSocket): void {
    const { peer } = socket.data
    const { desk, documents, rooms, comments, remarks, pointers, services } = this.options
    socket.on('disconnect', () => this.forget(peer))
    if (!peer.isOpen) {
      socket.disconnect(true)
      return
    }
    desk.metrics.sockets(this.peers.size)
    takeRoomEvents(socket, peer, { desk, rooms, services })
    takeCommentEvents(socket, peer, { desk, comments })
    takeStageEvents(socket, peer, { desk, pointers })
    takeRemarkEvents(socket, peer, { desk, remarks, services })
    takeDocumentEvents(socket, peer, { desk, documents })
  }

  private forget(peer: SocketPeer): void {
    if (this.peers.delete(peer.id)) this.quotas.leave(peer.personId)
    this.options.documents.leave(peer)
    this.options.pointers.leave(peer)
    this.options.rooms.leave(peer)
    this.options.comments.leaveAll(peer)
    this.options.remarks.leaveAll(peer)
    this.options.desk.metrics.sockets(this.peers.size)
  }

  private async renewAll(): Promise<void> {
    for (const peer of [...this.peers.values()]) {
      try {
        await peer.renew()
      } catch (error) {
        this.options.desk.log.warn({ err: error }, 'a session could not be looked up')
      }
    }
  }
}
