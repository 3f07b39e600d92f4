import type { SessionEnd } from '#protocol/messages.ts'
import type { Documents } from './documents/documents.ts'
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
 * commit forbids leaves after it. None of them rejects; nobody needs to wait for them.
 */
export interface Announcements {
  appended(changes: Appended | readonly Appended[]): Promise<void>
  /** A vote is in the box. `personId` lets the voter's other pages know at once. */
  cast(meetingId: string, personId?: string | null): void
  /** Roles, body or name of a person changed. */
  personChanged(personId: string): Promise<void>
  /** Signed out everywhere, disabled, password reset: all the person's sockets end. */
  closeSessions(personId: string, reason?: SessionEnd): void
  /** One session of the person ended: the sockets opened by it end, others stay. */
  sessionEnded(personId: string): Promise<void>
}

export function createAnnouncements(live: {
  documents: Documents
  rooms: Rooms
  sockets: SocketServer
}): Announcements {
  const { documents, rooms, sockets } = live
  return {
    async appended(changes) {
      const list = 'stream' in changes ? [changes] : changes
      const concerned = concernedBy(list)
      await Promise.all([
        documents.recheck((name) => concerned.document(name)),
        rooms.refresh(
          (stream, who) => concerned.room(stream, who),
          list.every(({ addsOnly }) => addsOnly === true),
        ),
      ])
    },
    cast: (meetingId, personId = null) => rooms.cast(`meeting/${meetingId}`, personId),
    async personChanged(personId) {
      sockets.outdate(personId)
      await Promise.all([
        documents.recheck((_, who) => who === personId),
        rooms.refresh((_, who) => who === personId),
      ])
    },
    closeSessions: (personId, reason = 'signed-out') => sockets.close(personId, reason),
    sessionEnded: (personId) => sockets.closeEnded(personId),
  }
}

/** A meeting decides who reads the dossiers of its cases (recusal, participation) and feeds its minutes. */
function concernedBy(changes: readonly Appended[]): {
  document(name: string): boolean
  room(stream: string, who?: string): boolean
} {
  const streams = new Set<string>()
  let allCases = false
  let minutes = false
  const recused = new Set<string>()
  for (const { stream, caseIds, recusedIds } of changes) {
    streams.add(stream)
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
  return { room, document: (name) => room(name.slice(0, name.lastIndexOf('/'))) }
}
