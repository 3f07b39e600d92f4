import { handshake, type ConnectRefusal } from '#protocol/messages.ts'
import { PROTOCOL_VERSION } from '#protocol/version.ts'
import type { RealtimeLog } from '../surroundings.ts'
import type { Peer } from '#protocol/peer.ts'
import type { ActorFrom } from './ports.ts'
import type { Quotas } from './quotas.ts'
import { SocketPeer, type OurSocket } from './socket-peer.ts'

interface Door {
  readonly actorFrom: ActorFrom
  readonly now: () => Date
  readonly onRolesChanged: (personId: string) => void
  readonly isInMeeting: (peer: Peer) => boolean
  readonly log: RealtimeLog
  /** Grows whenever sessions or roles change: an identity asked before it counts for nothing. */
  readonly epoch: () => number
  readonly isStopping: () => boolean
  readonly quotas: Quotas
}

/**
 * Who may come in: the same version of the protocol, a valid session, and a page made for the same person.
 * Answers the refusal's name, which becomes the message of `connect_error`, or the peer.
 */
export async function admit(socket: OurSocket, door: Door): Promise<SocketPeer | ConnectRefusal> {
  if (door.isStopping()) return 'record/unavailable'
  const greeting = handshake.safeParse(socket.handshake.auth)
  if (!greeting.success || greeting.data.protocol !== PROTOCOL_VERSION) return 'protocol/mismatch'
  try {
    for (;;) {
      const epoch = door.epoch()
      const identity = await door.actorFrom(socket.handshake.headers.cookie ?? null, false)
      if (epoch !== door.epoch()) continue
      if (!identity) return 'auth/required'
      const { personId, frames } = greeting.data
      if (personId !== undefined && personId !== identity.actor.personId) return 'auth/other-person'
      return new SocketPeer(socket, identity, frames === 1, door)
    }
  } catch (error) {
    door.log.error({ err: error }, 'a handshake could not be decided')
    return 'record/unavailable'
  }
}
