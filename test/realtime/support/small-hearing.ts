import type { CommentCommand } from '#domain/comments/commands.ts'
import { decideComments } from '#domain/comments/decide.ts'
import { evolveComments, initialComments } from '#domain/comments/evolve.ts'
import type { CommentsState } from '#domain/comments/types.ts'
import { changesForAll, changesForAuthors, changesForModerators } from '#domain/comments/view.ts'
import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'

/** The comments of the hearing `h1`, by the rules of the domain and committed in memory. */
export class SmallHearing {
  state: CommentsState = initialComments('h1')
  /** Chair and recorder; changed by a test. */
  readonly desk = new Set(['desk'])
  readonly sentOut = new Set<string>()
  readMs = 0
  askMs = 0
  private ids = 0

  constructor(private readonly onAppended: () => void) {}

  readonly comments = {
    readerOf: async (actor: Actor, hearingId: string): Promise<{ moderates: boolean } | Refusal> => {
      const out = hearingId !== 'h1' || this.sentOut.has(actor.personId)
      const moderates = this.desk.has(actor.personId)
      if (this.askMs > 0) await new Promise((resolve) => setTimeout(resolve, this.askMs))
      return out ? refuse('access/not-found') : { moderates }
    },
    changesOf: async (_hearingId: string, after: number) => {
      const { state } = this
      if (this.readMs > 0) await new Promise((resolve) => setTimeout(resolve, this.readMs))
      return {
        seq: state.seq,
        forModerators: changesForModerators(state, after),
        forAll: changesForAll(state, after),
        forAuthors: changesForAuthors(state, after),
      }
    },
    execute: async (actor: Actor, _hearingId: string, commandId: string, command: CommentCommand) => {
      await Promise.resolve()
      const seat = {
        name: actor.name,
        ref: `masked-${actor.personId}`,
        capacity: 'public-seat',
        phase: 'debate',
        moderates: this.desk.has(actor.personId),
        silenced: null,
        issueIds: [],
        papers: [],
        frozenAt: null,
        commentLength: 500,
        commentsPerMinute: 1000,
      } as const
      const now = new Date()
      const context = { now, actor, newId: () => `c${String(++this.ids)}`, chance: () => 0, calendar: {} }
      const decided = decideComments(this.state, { ...command, seat }, context)
      if (isRefusal(decided)) return decided
      for (const happening of decided)
        this.state = evolveComments(this.state, {
          ...happening,
          stream: 'comments/h1',
          seq: this.state.seq + 1,
          actorId: actor.personId,
          at: now.toISOString(),
          commandId,
          commandPart: 0,
          previousHash: '',
          hash: '',
        })
      this.onAppended()
      return { seq: this.state.seq }
    },
  }
}
