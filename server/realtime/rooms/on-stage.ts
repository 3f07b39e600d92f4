import { z } from 'zod'
import type { SeenStream } from './rooms.ts'

/** A piece on stage as one viewer is shown it. */
export interface OnStage {
  readonly evidenceId: string
  /** Since when it is shown like this: tells one showing from another, to all who see it. */
  readonly at: string
  /** By this viewer. */
  readonly presents: boolean
}

/** Of a hearing's shared part; whom a piece is not shown to, it has no id. Who shows it may be a reference, one's own too. */
const withStage = z.object({
  state: z.object({ staged: z.object({ evidenceId: z.string().min(1), at: z.string(), by: z.string() }) }),
})
const withSelf = z.object({ personId: z.string() })

/** What a viewer is shown on stage; null where his view says nothing of it. */
export function onStage(seen: SeenStream | null): OnStage | null {
  const parsed = withStage.safeParse(seen?.shared)
  if (!parsed.success) return null
  const { evidenceId, at, by } = parsed.data.state.staged
  return { evidenceId, at, presents: withSelf.safeParse(seen?.view).data?.personId === by }
}

type Piece = Pick<OnStage, 'evidenceId' | 'at'>

export function isSameStage(one: Piece, other: Piece): boolean {
  return one.evidenceId === other.evidenceId && one.at === other.at
}
