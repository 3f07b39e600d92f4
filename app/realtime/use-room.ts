import { useCallback } from 'react'
import type { Choice } from '#domain/ballots/types.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { Audience } from '#protocol/messages.ts'
import type { ConnectionState } from './connection.ts'
import { useConnection, useRealtimeClient } from './provider.tsx'
import { useGone, useSend, useSnapshot } from './use-stream.ts'

export type Connection = ConnectionState

export interface Vote {
  readonly meetingId: string
  readonly pollId: string
  readonly choice: Choice
  /** Made once per confirmed ballot, so that a second click is the same vote. */
  readonly commandId: string
}

export interface RoomHandle<View> {
  readonly view: View
  readonly connection: Connection
  /**
   * This person may not see the stream any more: show this and nothing else. The page's loader is asked at the
   * same time, so that a page that forgets ends in its error boundary; it comes back by itself.
   */
  readonly refusal: Refusal | null
  /** Null when it happened. Without a connection it is kept and sent once, or refused after a deadline. */
  readonly send: (command: object) => Promise<Refusal | null>
  readonly cast: (vote: Vote) => Promise<{ readonly receipt: string } | Refusal>
}

const isRecused = ({ refused }: Refusal) => refused === 'access/recused'

/**
 * A stream as it is now: the loader's view until the socket has a newer one. After every reconnect the view
 * is asked anew.
 */
export function useRoom<View>(
  stream: string,
  initialView: View,
  audience: Audience = 'person',
): RoomHandle<View> {
  const client = useRealtimeClient()
  const connection = useConnection()

  const snapshot = useSnapshot(stream, audience)
  const refusal = snapshot?.refusal ?? null
  useGone(refusal, isRecused)
  const send = useSend(stream)
  const cast = useCallback(
    async (vote: Vote): Promise<{ readonly receipt: string } | Refusal> => {
      if (!client) return refuse('connection/offline')
      const answer = await client.outbox.send('ballot/cast', vote)
      if (isRefusal(answer)) return answer
      return answer.ok ? { receipt: answer.receipt } : answer.refusal
    },
    [client],
  )

  // The stream's name makes the type: `meeting/…` gives a MeetingView, which the server has made.
  const live = snapshot?.view as View | null | undefined
  const view = live !== null && live !== undefined && seqOf(live) >= seqOf(initialView) ? live : initialView
  return { view, connection, refusal, send, cast }
}

/** After a form was sent over HTTP the loader may be ahead of the socket for a moment. */
function seqOf(view: unknown): number {
  if (typeof view !== 'object' || view === null || !('state' in view)) return 0
  const { state } = view
  return typeof state === 'object' && state !== null && 'seq' in state ? Number(state.seq) : 0
}
