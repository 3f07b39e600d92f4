import type { CommentCommand } from '#domain/comments/commands.ts'
import type { Seat } from '#domain/comments/happenings.ts'
import type { CommentsState } from '#domain/comments/types.ts'
import {
  changesForAll,
  changesForAuthors,
  changesForModerators,
  commentsFor,
  type CommentChanges,
  type SeenComment,
} from '#domain/comments/view.ts'
import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { RecordPort } from './ports.ts'
import { sharedReading } from './shared-reading.ts'

export interface CommentsView {
  readonly seq: number
  readonly moderates: boolean
  readonly comments: readonly SeenComment[]
  /** Ids of those the reader supports. */
  readonly supported: readonly string[]
}

export interface CommentsService {
  /** What a person may read of a hearing's live comments. Refusal: access/not-found. */
  view(actor: Actor, hearingId: string): Promise<CommentsView | Refusal>
  /** Whether he reads them at all, and as one of those who work the queue. Refusal: access/not-found. */
  readerOf(actor: Actor, hearingId: string): Promise<{ readonly moderates: boolean } | Refusal>
  /** What changed after an entry, for each kind of reader; filtered for nobody. */
  changesOf(
    hearingId: string,
    after: number,
  ): Promise<{
    readonly seq: number
    readonly forModerators: CommentChanges
    readonly forAll: CommentChanges
    readonly forAuthors: ReadonlyMap<string, readonly SeenComment[]>
  }>
  /** Refusals: access/not-found, comment/…, input/too-large, and those of the hearing for who may not speak up. */
  execute(
    actor: Actor,
    hearingId: string,
    commandId: string,
    command: CommentCommand,
  ): Promise<{ readonly seq: number } | Refusal>
}

interface Ports<Tx> {
  readonly record: RecordPort<Tx>
  /** What the hearing says of a person now; null: he has no business there. */
  readonly seatOf: (actor: Actor, hearingId: string) => Promise<Seat | null>
}

/** The live comments of hearings (REQ-076): a stream of their own beside the hearing's. */
export function createCommentsService<Tx>({ record, seatOf }: Ports<Tx>): CommentsService {
  const load = (hearingId: string) => record.load<CommentsState>(`comments/${hearingId}`)
  /** A thousand pages that come back after a restart ask the same. */
  const changes = sharedReading(async (key: string) => {
    const [hearingId = '', after = ''] = key.split(' ')
    const state = await load(hearingId)
    return {
      seq: state.seq,
      forModerators: changesForModerators(state, Number(after)),
      forAll: changesForAll(state, Number(after)),
      forAuthors: changesForAuthors(state, Number(after)),
    }
  })

  return {
    async view(actor, hearingId) {
      const seat = await seatOf(actor, hearingId)
      if (!seat) return refuse('access/not-found')
      const state = await load(hearingId)
      const { moderates } = seat
      return {
        seq: state.seq,
        moderates,
        ...commentsFor({ personId: actor.personId, moderates }, state),
      }
    },

    async readerOf(actor, hearingId) {
      const seat = await seatOf(actor, hearingId)
      return seat ? { moderates: seat.moderates } : refuse('access/not-found')
    },

    changesOf: (hearingId, after) => changes(`${hearingId} ${String(after)}`),

    async execute(actor, hearingId, commandId, command) {
      const seat = await seatOf(actor, hearingId)
      if (!seat) return refuse('access/not-found')
      const stream = `comments/${hearingId}`
      const done = await record.execute({ stream, actor, commandId, command: { ...command, seat } })
      return isRefusal(done) ? done : { seq: done.seq }
    },
  }
}
