import type { SessionEnd } from '#protocol/messages.ts'
import type { Announcement, News } from './cluster/messages.ts'
import type { Cluster } from './cluster/port.ts'
import type { Documents } from './documents/documents.ts'
import type { CommentFeed } from './rooms/comment-feed.ts'
import type { RemarkFeed } from './rooms/remark-feed.ts'
import type { Rooms } from './rooms/rooms.ts'
import type { SocketServer } from './transport/socket-server.ts'

/** Entries were appended to a stream. */
export interface Appended {
  /** `case/<id>`, `meeting/<id>`, `minutes/<id>` */
  readonly stream: string
  /** For a meeting: the cases on its agenda. Without it every open case is taken for affected. */
  readonly caseIds?: readonly string[]
  /** Persons to whom other meetings about these cases may be closed or open again: recusals of this one. */
  readonly recusedIds?: readonly string[]
  /** Nothing that anybody could see before is closed to him by it. */
  readonly addsOnly?: boolean
}

/**
 * What the rest of the server tells the live part, always after the commit. Each method blocks what it may
 * concern before it first awaits: call it in the turn in which the commit came back, and no frame that the
 * commit forbids leaves after it. Nobody needs to wait for what is done here, and it never rejects.
 */
export interface Announcements {
  appended(changes: Appended | readonly Appended[]): Announced
  /** A vote is in the box. `personId` lets the voter's other pages know at once. */
  cast(meetingId: string, personId?: string | null): void
  /** Roles, body or name of a person changed. */
  personChanged(personId: string): Announced
  /** Signed out everywhere, disabled, password reset: all the person's sockets end. */
  closeSessions(personId: string, reason?: SessionEnd): Announced
  /** One session of the person ended: the sockets opened by it end, others stay. */
  sessionEnded(personId: string): Announced
}

export interface Announced {
  /** Everybody at this node is told. */
  readonly here: Promise<void>
  /**
   * Every other node has blocked what it concerns: acknowledge after it. Rejects with `CutOff`; what was committed
   * stands, and the same command asked again tells it again.
   */
  readonly elsewhere: Promise<void>
}

export interface Live {
  readonly documents: Documents
  readonly rooms: Rooms
  readonly comments: CommentFeed
  readonly remarks: RemarkFeed
  readonly sockets: SocketServer
}

/** What is told here goes to all nodes: each acts on it at once, in one order. */
export function createAnnouncements(live: Live, cluster: Cluster): Announcements {
  const announced = (news: Announcement): Announced => {
    const here = actOn(live, news)
    const elsewhere = cluster.tellAndHear(news)
    // Whoever does not wait for it is not ended by it.
    elsewhere.catch(() => undefined)
    return { here, elsewhere }
  }
  return {
    appended(changes) {
      const list = 'stream' in changes ? [changes] : changes
      return announced({ kind: 'appended', changes: list.map(asNews) })
    },
    cast(meetingId, personId = null) {
      const news = { kind: 'cast', meetingId, personId } as const
      void actOn(live, news)
      cluster.tell(news).catch(() => undefined)
    },
    personChanged: (personId) => announced({ kind: 'person', personId }),
    closeSessions: (personId, reason = 'signed-out') => announced({ kind: 'sessions', personId, reason }),
    sessionEnded: (personId) => announced({ kind: 'session', personId }),
  }
}

const ANNOUNCED: readonly News['kind'][] = ['appended', 'cast', 'person', 'sessions', 'session']

export function isAnnouncement(news: News): news is Announcement {
  return ANNOUNCED.includes(news.kind)
}

const asNews = ({ stream, caseIds, recusedIds, addsOnly }: Appended) => ({
  stream,
  ...(addsOnly && { addsOnly }),
  ...(caseIds && { caseIds: [...caseIds] }),
  ...(recusedIds && { recusedIds: [...recusedIds] }),
})

/** Blocks in this turn, whether this node or another one began it; resolves when everybody here is told. */
export async function actOn(
  { documents, rooms, comments, remarks, sockets }: Live,
  news: Announcement,
): Promise<void> {
  switch (news.kind) {
    case 'appended': {
      const others = news.changes.filter(({ stream }) => {
        const hearingId = commentsOf(stream)
        if (hearingId !== null) comments.changed(hearingId)
        const name = remarkedOn(stream)
        if (name !== null) remarks.changed(name)
        return hearingId === null && name === null
      })
      if (others.length === 0) return
      const concerned = concernedBy(others)
      await Promise.all([
        documents.recheck((name) => concerned.document(name)),
        rooms.refresh(
          (stream, who) => concerned.room(stream, who),
          others.every(({ addsOnly }) => addsOnly === true),
        ),
        comments.refresh((hearingId) => concerned.hearing(hearingId)),
        remarks.refresh((name) => concerned.document(name)),
      ])
      return
    }
    case 'cast':
      rooms.cast(`meeting/${news.meetingId}`, news.personId)
      return
    case 'person':
      sockets.outdate(news.personId)
      await Promise.all([
        documents.recheck((_, who) => who === news.personId),
        rooms.refresh((_, who) => who === news.personId),
        comments.refresh((_, who) => who === news.personId),
        remarks.refresh((_, who) => who === news.personId),
      ])
      return
    case 'sessions':
      sockets.close(news.personId, news.reason)
      return
    case 'session':
      await sockets.closeEnded(news.personId)
  }
}

/** The hearing whose live comments a stream holds; null for every other stream. */
function commentsOf(stream: string): string | null {
  return stream.startsWith('comments/') ? stream.slice('comments/'.length) : null
}

/** The document whose remarks a stream holds; null for every other stream. */
function remarkedOn(stream: string): string | null {
  return stream.startsWith('remarks/') ? stream.slice('remarks/'.length) : null
}

/** A meeting decides who reads the dossiers of its cases (recusal, participation) and feeds its minutes. */
function concernedBy(changes: Extract<Announcement, { kind: 'appended' }>['changes']): {
  document(name: string): boolean
  room(stream: string, who?: string): boolean
  hearing(hearingId: string): boolean
} {
  const streams = new Set<string>()
  let allCases = false
  let minutes = false
  const recused = new Set<string>()
  const hearings = new Set<string>()
  for (const { stream, caseIds, recusedIds, addsOnly } of changes) {
    streams.add(stream)
    if (!addsOnly && stream.startsWith('hearing/')) hearings.add(stream.slice('hearing/'.length))
    for (const id of recusedIds ?? []) recused.add(id)
    for (const id of caseIds ?? []) streams.add(`case/${id}`)
    if (!stream.startsWith('meeting/')) continue
    minutes = true
    if (!caseIds) allCases = true
  }
  const room = (stream: string, who = '') =>
    streams.has(stream) ||
    (recused.has(who) && stream.startsWith('meeting/')) ||
    (allCases && stream.startsWith('case/')) ||
    (minutes && stream.startsWith('minutes/'))
  const hearing = (hearingId: string) => hearings.has(hearingId)
  return { room, hearing, document: (name) => room(name.slice(0, name.lastIndexOf('/'))) }
}
