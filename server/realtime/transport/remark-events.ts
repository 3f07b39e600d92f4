import { isRefusal, refuse } from '#domain/record/refusal.ts'
import { askReaders, joinRemarks, leaveRemarks, type ToldRemarks } from '#protocol/messages.ts'
import type { RemarkFeed } from '../rooms/remark-feed.ts'
import type { RealtimeServices } from './ports.ts'
import { answerRequest, countRefused, type Desk } from './requests.ts'
import type { OurSocket, SocketPeer } from './socket-peer.ts'

interface Desks {
  readonly desk: Desk
  readonly remarks: RemarkFeed
  readonly services: Pick<RealtimeServices, 'remarks'>
}

/** Coming to the remarks on a document and leaving them; commands go as those of every stream (room-events.ts). */
export function takeRemarkEvents(
  socket: OurSocket,
  peer: SocketPeer,
  { desk, remarks, services }: Desks,
): void {
  socket.on('remarks/join', (message, answer) => {
    void answerRequest(desk, peer, {
      event: 'remarks/join',
      schema: joinRemarks,
      message,
      answer,
      quota: 'requestsPerSecond',
      work: ({ name, after }, answerNow: (told: ToldRemarks) => void) => {
        // A page shows one text beside its remarks.
        remarks.leaveAll(peer)
        return remarks.join(peer, name, after, answerNow)
      },
    })
  })

  socket.on('remarks/leave', (message) => {
    const parsed = leaveRemarks.safeParse(message)
    if (parsed.success) remarks.leave(peer, parsed.data.name)
    else countRefused(desk, peer)
  })

  socket.on('remarks/readers', (message, answer) => {
    void answerRequest(desk, peer, {
      event: 'remarks/readers',
      schema: askReaders,
      message,
      answer,
      quota: 'requestsPerSecond',
      work: async ({ name }) => {
        const actor = await peer.actor()
        if (!actor) return refuse('auth/required')
        const readers = await services.remarks.readers(actor, name)
        return isRefusal(readers) ? readers : { readers }
      },
    })
  })
}
