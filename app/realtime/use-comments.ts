import { useMemo, useState, useSyncExternalStore } from 'react'
import type { SeenComment } from '#domain/comments/view.ts'
import type { Audience } from '#protocol/messages.ts'
import { Comments, type CommentsSnapshot } from './comments.ts'
import { useRealtimeClient } from './provider.tsx'

const never = () => () => undefined

/** A hearing's live comments: what the loader had until the socket knows more. */
export function useComments(
  hearingId: string,
  initial: { readonly seq: number; readonly comments: readonly SeenComment[] },
  audience: Audience = 'person',
): CommentsSnapshot {
  const client = useRealtimeClient()
  const [first] = useState<CommentsSnapshot>(() => ({
    seq: initial.seq,
    comments: new Map(initial.comments.map((comment) => [comment.id, comment])),
    refusal: null,
  }))
  const comments = useMemo(
    () => (client ? new Comments(client.connection, hearingId, first, audience) : null),
    [client, hearingId, first, audience],
  )
  return useSyncExternalStore(
    comments?.subscribe ?? never,
    () => comments?.snapshot() ?? first,
    () => first,
  )
}
