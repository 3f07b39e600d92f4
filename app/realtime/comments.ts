import type { SeenComment } from '#domain/comments/view.ts'
import type { Refusal } from '#domain/record/refusal.ts'
import type { Audience, ToldComments } from '#protocol/messages.ts'
import type { AnswerTo, Connection } from './connection.ts'

/** What the page knows of a hearing's live comments; a new object after each change. */
export interface CommentsSnapshot {
  readonly seq: number
  readonly comments: ReadonlyMap<string, SeenComment>
  readonly refusal: Refusal | null
}

const ASK_AGAIN_MS = 1_500

/** The live comments of one hearing: begins with what the page came with, and after a reconnect asks for what is newer. */
export class Comments {
  private known: CommentsSnapshot
  private readonly watchers = new Set<() => void>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private stop: readonly (() => void)[] = []

  constructor(
    private readonly connection: Connection,
    private readonly hearingId: string,
    initial: CommentsSnapshot,
    private readonly audience: Audience,
  ) {
    this.known = initial
  }

  /** There from the first watcher to the last. */
  readonly subscribe = (watcher: () => void): (() => void) => {
    if (this.watchers.size === 0) this.enter()
    this.watchers.add(watcher)
    return () => {
      this.watchers.delete(watcher)
      if (this.watchers.size === 0) this.leave()
    }
  }

  readonly snapshot = (): CommentsSnapshot => this.known

  private enter(): void {
    const { connection } = this
    this.stop = [
      connection.onOnline(() => this.join()),
      connection.on('comments/changes', (told) => this.take(told)),
      connection.on('comments/revoked', ({ hearingId, refusal }) => {
        if (hearingId === this.hearingId) this.close(refusal)
      }),
    ]
    this.join()
  }

  private leave(): void {
    clearTimeout(this.timer)
    for (const stop of this.stop) stop()
    this.connection.tell('comments/leave', { hearingId: this.hearingId })
  }

  private join(): void {
    clearTimeout(this.timer)
    const { hearingId, known, audience } = this
    this.connection.ask('comments/join', { hearingId, after: known.seq, audience }, (answer) =>
      this.joined(answer),
    )
  }

  private joined(answer: AnswerTo<'comments/join'> | null): void {
    if (answer?.ok) this.take(answer)
    else if (answer) this.close(answer.refusal)
  }

  /** What was seen is gone from the page at once; it is asked for again until it may be seen. */
  private close(refusal: Refusal): void {
    this.set({ seq: 0, comments: new Map(), refusal })
    this.timer = setTimeout(() => this.join(), ASK_AGAIN_MS * (1 + Math.random()))
  }

  private take({ hearingId, seq, put, gone, whole }: ToldComments): void {
    if (hearingId !== this.hearingId) return
    const comments = whole ? new Map<string, SeenComment>() : new Map(this.known.comments)
    for (const id of gone) comments.delete(id)
    for (const comment of put) comments.set(comment.id, comment)
    this.set({ seq: Math.max(seq, whole ? 0 : this.known.seq), comments, refusal: null })
  }

  private set(known: CommentsSnapshot): void {
    this.known = known
    for (const watcher of [...this.watchers]) watcher()
  }
}
