import type { Server as HttpServer } from 'node:http'
import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, type Refusal } from '#domain/record/refusal.ts'
import type { Audience } from '#protocol/messages.ts'
import { actOn, createAnnouncements, isAnnouncement, type Announcements, type Live } from './announcements.ts'
import { alone, type Cluster, type ClusterMember } from './cluster/port.ts'
import { Documents } from './documents/documents.ts'
import type { DocumentsStore } from './documents/store-port.ts'
import { confineGuests } from './guests.ts'
import { CommentFeed } from './rooms/comment-feed.ts'
import { RemarkFeed } from './rooms/remark-feed.ts'
import { Rooms, type SeenStream } from './rooms/rooms.ts'
import { StagePointers } from './rooms/stage-pointers.ts'
import { noMetrics, type RealtimeLog, type RealtimeMetrics } from './surroundings.ts'
import { isSameOrigin } from './transport/origin.ts'
import type { ActorFrom, OriginAllowed, RealtimeServices } from './transport/ports.ts'
import { SocketServer } from './transport/socket-server.ts'

export interface RealtimeOptions {
  /**
   * A function, called at the first use: services need the live documents and the live part needs the
   * services, so one of the two must come later.
   */
  readonly services: () => RealtimeServices
  readonly documentsStore: DocumentsStore
  readonly actorFrom: ActorFrom
  readonly log: RealtimeLog
  readonly now: () => Date
  readonly metrics?: RealtimeMetrics
  /** Same origin by `Host` unless told (a proxy that rewrites it, say). */
  readonly originAllowed?: OriginAllowed
  /** Milliseconds an unused document stays in memory. */
  readonly idleMs?: number
  /** Bytes that documents in memory may take together. */
  readonly documentBytes?: number
  /** The other nodes; none unless told. */
  readonly cluster?: Cluster
}

export interface Realtime {
  /** The live documents; also the port that services ask for (`read`, `freeze`, `replaceText`). */
  readonly documents: Documents
  readonly rooms: Rooms
  readonly announce: Announcements
  /** What this node does with what others tell it. */
  readonly member: ClusterMember
  attach(httpServer: HttpServer): void
  /** Tells the sockets to come back, finishes what is being answered and committed, closes. At most 5 s. */
  stop(): Promise<void>
}

/** Puts the live part together; opens no port of its own, `attach` joins it to the HTTP server. */
export function createRealtime(options: RealtimeOptions): Realtime {
  const { log, now, actorFrom, metrics = noMetrics, cluster = alone } = options
  const isCutOff = () => cluster.isCutOff()
  const services = confineGuests(options.services)
  const documents = new Documents({
    store: options.documentsStore,
    accessOf: (actor, name) => services.documents.access(actor, name),
    now,
    log,
    metrics,
    cluster,
    ...(options.idleMs === undefined ? {} : { idleMs: options.idleMs }),
    ...(options.documentBytes === undefined ? {} : { mostBytes: options.documentBytes }),
  })
  const rooms = new Rooms({ viewOf: (...asked) => viewOf(services, ...asked), log, metrics, isCutOff })
  const comments = new CommentFeed({
    readerOf: (...asked) => services.comments.readerOf(...asked),
    changesOf: (...asked) => services.comments.changesOf(...asked),
    log,
    isCutOff,
  })
  const pointers = new StagePointers(rooms, cluster)
  const remarks = new RemarkFeed({
    changesOf: (...asked) => services.remarks.changes(...asked),
    log,
    isCutOff,
  })
  const sockets = new SocketServer({
    desk: { log, metrics, open: new Set(), isCutOff },
    documents,
    rooms,
    comments,
    pointers,
    remarks,
    services,
    actorFrom,
    originAllowed: options.originAllowed ?? isSameOrigin,
    now,
    // Found at this node; the others find it themselves.
    onRolesChanged: (personId) => void actOn(live, { kind: 'person', personId }),
  })
  const live = { documents, rooms, comments, remarks, sockets }
  return {
    documents,
    rooms,
    announce: createAnnouncements(live, cluster),
    member: memberOf(live, pointers),
    attach: (httpServer) => sockets.attach(httpServer),
    stop: () => sockets.stop(),
  }
}

function memberOf(live: Live, pointers: StagePointers): ClusterMember {
  const { documents, rooms, comments, remarks, sockets } = live
  const askAllAnew = () => {
    sockets.outdateAll()
    documents.compare()
    void rooms.refresh(() => true)
    void comments.refresh(() => true)
    void remarks.refresh(() => true)
  }
  return {
    hear(news, from) {
      if (news.kind === 'pointer') return pointers.hear(news)
      if (!isAnnouncement(news)) return documents.neighbours.hear(news, from)
      void actOn(live, news)
    },
    gone: (node) => documents.neighbours.gone(node),
    missed: askAllAnew,
    dismiss: () => sockets.dismiss(),
    back() {
      askAllAnew()
      documents.sendAllAway()
    },
  }
}

async function viewOf(
  services: RealtimeServices,
  actor: Actor,
  stream: string,
  audience: Audience,
): Promise<SeenStream | Refusal> {
  const [noun, id = ''] = stream.split('/')
  if (noun === 'hearing') return services.hearings.view(actor, id, audience)
  const view =
    noun === 'case'
      ? await services.cases.view(actor, id)
      : noun === 'meeting'
        ? await services.meetings.view(actor, id, audience)
        : await services.minutes.view(actor, id)
  return isRefusal(view) ? view : { seq: view.state.seq, view }
}
