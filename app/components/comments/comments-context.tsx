import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import { useHearing } from '#app/components/hearings/room-context.tsx'
import { useComments } from '#app/realtime/use-comments.ts'
import { useSend } from '#app/realtime/use-stream.ts'
import type { CommentCommand } from '#domain/comments/commands.ts'
import type { SeenComment } from '#domain/comments/view.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import type { CommentsView } from '#server/services/comments.ts'

interface CommentsHandle {
  /** Oldest first, as the server's list is. */
  readonly comments: readonly SeenComment[]
  readonly known: ReadonlyMap<string, SeenComment>
  readonly moderates: boolean
  /** Which I support. */
  readonly supported: ReadonlySet<string>
  readonly setSupported: (commentId: string, yes: boolean) => void
  readonly may: () => Refusal | null
  readonly send: (command: CommentCommand) => Promise<Refusal | null>
}

const CommentsContext = createContext<CommentsHandle | null>(null)

export function useLiveComments(): CommentsHandle {
  const handle = useContext(CommentsContext)
  if (!handle) throw new Error('useLiveComments outside of a CommentsProvider')
  return handle
}

/** The live comments of the hearing on this page; nothing where they are closed to this person. */
export function CommentsProvider({ initial, children }: { initial: CommentsView; children: ReactNode }) {
  const { state, mine, connection } = useHearing()
  const { comments: known, refusal } = useComments(state.id, initial)
  const send = useSend(`comments/${state.id}`)
  const [supported, setAll] = useState<ReadonlySet<string>>(() => new Set(initial.supported))
  const moderates = mine?.capacity === 'chair' || mine?.capacity === 'recorder'
  const value = useMemo<CommentsHandle>(
    () => ({
      comments: [...known.values()].sort((a, b) => a.at.localeCompare(b.at)),
      known,
      moderates,
      supported,
      setSupported: (commentId, yes) =>
        setAll((before) => {
          const after = new Set(before)
          if (yes) after.add(commentId)
          else after.delete(commentId)
          return after
        }),
      may: () => (connection === 'offline' ? refuse('connection/offline') : null),
      send,
    }),
    [known, moderates, supported, connection, send],
  )
  if (refusal) return null
  return <CommentsContext.Provider value={value}>{children}</CommentsContext.Provider>
}

export const isShown = ({ status }: SeenComment): boolean => status === 'admitted' || status === 'answered'
