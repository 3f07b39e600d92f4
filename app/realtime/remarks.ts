import type { Refusal, RefusalCode } from '#domain/record/refusal.ts'
import type { SeenRemark } from '#domain/remarks/view.ts'
import type { DocumentReader, ToldRemarks } from '#protocol/messages.ts'
import type { AnswerTo, Connection } from './connection.ts'

/** What the page knows of the remarks on a document; a new object after each change. */
export interface RemarksSnapshot {
  readonly remarks: ReadonlyMap<number, SeenRemark>
  /** Null until the server has answered, and while nothing may be seen. */
  readonly may: {
    readonly silenced: RefusalCode | null
    readonly settles: boolean
    readonly applicantReads: boolean
  } | null
  readonly refusal: Refusal | null
}

export const NO_REMARKS: RemarksSnapshot = { remarks: new Map(), may: null, refusal: null }
const ASK_AGAIN_MS = 1_500

/** The remarks on one document: asked for when the page looks, and what is newer after a reconnect. */
export class Remarks {
  private known = NO_REMARKS
  private seq = 0
  private own: boolean | null = null
  private readonly watchers = new Set<() => void>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private stop: readonly (() => void)[] = []

  constructor(
    private readonly connection: Connection,
    readonly name: string,
  ) {}

  /** There from the first watcher to the last. */
  readonly subscribe = (watcher: () => void): (() => void) => {
    if (this.watchers.size === 0) this.enter()
    this.watchers.add(watcher)
    return () => {
      this.watchers.delete(watcher)
      if (this.watchers.size === 0) this.leave()
    }
  }

  readonly snapshot = (): RemarksSnapshot => this.known

  /** Who can be mentioned; null where nobody answers. */
  readonly readers = (): Promise<readonly DocumentReader[] | null> =>
    new Promise((resolve) => {
      this.connection.ask('remarks/readers', { name: this.name }, (answer) => {
        resolve(answer?.ok ? answer.readers : null)
      })
    })

  private enter(): void {
    const { connection } = this
    this.stop = [
      connection.onOnline(() => this.join()),
      connection.on('remarks/changes', (told) => this.take(told)),
      connection.on('remarks/revoked', ({ name, refusal }) => {
        if (name === this.name) this.close(refusal)
      }),
    ]
    this.join()
  }

  private leave(): void {
    clearTimeout(this.timer)
    for (const stop of this.stop) stop()
    this.connection.tell('remarks/leave', { name: this.name })
  }

  private join(): void {
    clearTimeout(this.timer)
    const { name, seq } = this
    this.connection.ask('remarks/join', { name, after: seq }, (answer) => this.joined(answer))
  }

  private joined(answer: AnswerTo<'remarks/join'> | null): void {
    if (!answer) return
    if (answer.ok) this.take(answer)
    else this.close(answer.refusal)
  }

  /** What was seen is gone from the page at once; it is asked for again until it may be seen. */
  private close(refusal: Refusal): void {
    this.seq = 0
    this.own = null
    this.set({ ...NO_REMARKS, refusal })
    this.timer = setTimeout(() => this.join(), ASK_AGAIN_MS * (1 + Math.random()))
  }

  private take({ name, seq, whole, own, remarks, silenced, settles, applicantReads }: ToldRemarks): void {
    if (name !== this.name) return
    if (!whole && this.own !== own) {
      // What was known is more or less than what may be seen now.
      this.seq = 0
      this.join()
      return
    }
    const known = whole ? new Map<number, SeenRemark>() : new Map(this.known.remarks)
    for (const remark of remarks) known.set(remark.number, remark)
    this.own = own
    this.seq = whole ? seq : Math.max(seq, this.seq)
    this.set({ remarks: known, may: { silenced, settles, applicantReads }, refusal: null })
  }

  private set(known: RemarksSnapshot): void {
    this.known = known
    for (const watcher of [...this.watchers]) watcher()
  }
}
