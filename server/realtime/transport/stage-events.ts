import { pointOnStage } from '#protocol/messages.ts'
import type { StagePointers } from '../rooms/stage-pointers.ts'
import { countRefused, type Desk } from './requests.ts'
import type { OurSocket, SocketPeer } from './socket-peer.ts'

/** Where the presenter of a hearing points; nobody waits for an answer. */
export function takeStageEvents(
  socket: OurSocket,
  peer: SocketPeer,
  { desk, pointers }: { desk: Desk; pointers: StagePointers },
): void {
  socket.on('stage/point', (message) => {
    const hasty = !peer.mayAsk('updatesPerSecond')
    if (hasty) desk.metrics.limited('updatesPerSecond')
    const parsed = hasty ? null : pointOnStage.safeParse(message)
    if (parsed?.success) pointers.take(peer, parsed.data)
    else countRefused(desk, peer)
  })
}
