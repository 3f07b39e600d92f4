import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { Audience } from '#protocol/messages.ts'
import { newCommandId } from './command-id.ts'
import { useRealtimeClient } from './provider.tsx'
import type { RoomSnapshot } from './rooms.ts'
import { useRevalidate } from './use-revalidate.ts'

const never = () => () => undefined

/**
 * Sends commands to a stream. Null when it happened. Without a connection it is kept and sent once, or refused after
 * a deadline.
 */
export function useSend(stream: string): (command: object) => Promise<Refusal | null> {
  const client = useRealtimeClient()
  return useCallback(
    async (command) => {
      if (!client) return refuse('connection/offline')
      const answer = await client.outbox.send('room/command', { stream, commandId: newCommandId(), command })
      if (isRefusal(answer)) return answer
      return answer.ok ? null : answer.refusal
    },
    [client, stream],
  )
}

/** What the socket knows of a stream; null until it is there. Whoever may not see it any more: see `useGone`. */
export function useSnapshot(stream: string, audience: Audience): RoomSnapshot | null {
  const client = useRealtimeClient()
  const subscribe = useMemo(
    () => (client ? (watcher: () => void) => client.rooms.enter(stream, audience, watcher) : never),
    [client, stream, audience],
  )
  return useSyncExternalStore(
    subscribe,
    () => client?.rooms.snapshot(stream) ?? null,
    () => null,
  )
}

/** A page whose stream is closed to its reader is made anew where `forgets` says so, and else asks its loaders. */
export function useGone(refusal: Refusal | null, forgets: (refusal: Refusal) => boolean): void {
  const revalidate = useRevalidate()
  useEffect(() => {
    // The old page still holds, in its source, what he may no longer see.
    if (refusal && forgets(refusal)) window.location.reload()
    else if (refusal) revalidate()
  }, [refusal, forgets, revalidate])
}
