import type { SeenComment } from '#domain/comments/view.ts'
import type { Refusal } from '#domain/record/refusal.ts'
import type { Audience, ToldComments } from '#protocol/messages.ts'
import type { Connection } from './connection.ts'
import { LiveList } from './live-list.ts'

/** What the page knows of a hearing's live comments; a new object after each change. */
export interface CommentsSnapshot {
  readonly seq: number
  readonly comments: ReadonlyMap<string, SeenComment>
  readonly refusal: Refusal | null
}

/** The live comments of one hearing: begins with what the page came with, and after a reconnect asks for what is newer. */
export class Comments extends LiveList<CommentsSnapshot> {
  constructor(
    connection: Connection,
    private readonly hearingId: string,
    initial: CommentsSnapshot,
    private readonly audience: Audience,
  ) {
    super(connection, initial)
  }

  protected listen() {
    return [
      this.connection.on('comments/changes', (told) => this.take(told)),
      this.connection.on('comments/revoked', ({ hearingId, refusal }) => {
        if (hearingId === this.hearingId) this.refused(refusal)
      }),
    ]
  }

  protected ask(): void {
    const { hearingId, known, audience } = this
    this.connection.ask('comments/join', { hearingId, after: known.seq, audience }, (answer) => {
      if (answer?.ok) this.take(answer)
      else if (answer) this.refused(answer.refusal)
    })
  }

  protected leave(): void {
    this.connection.tell('comments/leave', { hearingId: this.hearingId })
  }

  private refused(refusal: Refusal): void {
    this.close({ seq: 0, comments: new Map(), refusal })
  }

  private take({ hearingId, seq, put, gone, whole }: ToldComments): void {
    if (hearingId !== this.hearingId) return
    const comments = whole ? new Map<string, SeenComment>() : new Map(this.known.comments)
    for (const id of gone) comments.delete(id)
    for (const comment of put) comments.set(comment.id, comment)
    this.show({ seq: Math.max(seq, whole ? 0 : this.known.seq), comments, refusal: null })
  }
}
