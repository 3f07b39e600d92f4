import { refuse } from '#domain/record/refusal.ts'
import {
  closeDocument,
  documentPresence,
  documentUpdate,
  openDocument,
  type OpenedDocument,
} from '#protocol/messages.ts'
import type { Documents } from '../documents/documents.ts'
import { answerRequest, countRefused, type Desk } from './requests.ts'
import { takeUpdateFrames } from './socket-frames.ts'
import type { OurSocket, SocketPeer } from './socket-peer.ts'

/** Opening, writing, cursors and closing of one socket. */
export function takeDocumentEvents(
  socket: OurSocket,
  peer: SocketPeer,
  { desk, documents }: { desk: Desk; documents: Documents },
): void {
  socket.on('document/open', (message, answer) => {
    void answerRequest(desk, peer, {
      event: 'document/open',
      schema: openDocument,
      message,
      answer,
      quota: 'requestsPerSecond',
      work: ({ name, stateVector }, answerNow: (opened: OpenedDocument) => void) =>
        documents.open(peer, name, stateVector, answerNow),
    })
  })

  const takeUpdate = (message: unknown, answer: unknown) => {
    void answerRequest(desk, peer, {
      event: 'document/update',
      schema: documentUpdate,
      message,
      answer,
      quota: 'updatesPerSecond',
      work: async ({ id, update }) => {
        peer.isActive = true
        // The session may have ended since the document was opened; from memory for a minute.
        if (!(await peer.actor())) return refuse('auth/required')
        return (await documents.write(peer, id, update)) ?? {}
      },
    })
  }
  socket.on('document/update', takeUpdate)
  takeUpdateFrames(socket, (frame) => {
    takeUpdate(frame, (answer: object) => {
      if (peer.isOpen) peer.line.answer(frame.ask, answer)
    })
  })

  socket.on('document/presence', (message) => {
    if (!peer.mayAsk('updatesPerSecond')) {
      desk.metrics.limited('updatesPerSecond')
      countRefused(desk, peer)
      return
    }
    const parsed = documentPresence.safeParse(message)
    if (!parsed.success || !documents.present(peer, parsed.data.id, parsed.data.update))
      countRefused(desk, peer)
  })

  socket.on('document/close', (message) => {
    const parsed = closeDocument.safeParse(message)
    if (parsed.success) documents.close(peer, parsed.data.id)
    else countRefused(desk, peer)
  })
}
