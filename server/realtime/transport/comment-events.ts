import { joinComments, leaveComments, type ToldComments } from '#protocol/messages.ts'
import type { CommentFeed } from '../rooms/comment-feed.ts'
import { answerRequest, countRefused, type Desk } from './requests.ts'
import type { OurSocket, SocketPeer } from './socket-peer.ts'

/** Coming to the live comments of a hearing and leaving them; commands go as those of every stream (room-events.ts). */
export function takeCommentEvents(
  socket: OurSocket,
  peer: SocketPeer,
  { desk, comments }: { desk: Desk; comments: CommentFeed },
): void {
  socket.on('comments/join', (message, answer) => {
    void answerRequest(desk, peer, {
      event: 'comments/join',
      schema: joinComments,
      message,
      answer,
      quota: 'requestsPerSecond',
      work: ({ hearingId, ...how }, answerNow: (told: ToldComments) => void) => {
        // A page shows one hearing.
        comments.leaveAll(peer)
        return comments.join(peer, hearingId, how, answerNow)
      },
    })
  })

  socket.on('comments/leave', (message) => {
    const parsed = leaveComments.safeParse(message)
    if (parsed.success) comments.leave(peer, parsed.data.hearingId)
    else countRefused(desk, peer)
  })
}
