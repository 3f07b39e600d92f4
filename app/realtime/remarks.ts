import type { Refusal } from '#domain/record/refusal.ts'
import type { SeenRemark } from '#domain/remarks/view.ts'
import type { DocumentReader, ToldRemarks } from '#protocol/messages.ts'
import type { Connection } from './connection.ts'
import { LiveList } from './live-list.ts'

/** What the page knows of the remarks on a document; a new object after each change. */
export interface RemarksSnapshot {
  readonly remarks: ReadonlyMap<number, SeenRemark>
  /** Null until the server has answered, and while nothing may be seen. */
  readonly may: Pick<
    ToldRemarks,
    'silenced' | 'unsuggesting' | 'settles' | 'writes' | 'applicantReads'
  > | null
  readonly refusal: Refusal | null
}

export const NO_REMARKS: RemarksSnapshot = { remarks: new Map(), may: null, refusal: null }

/** The remarks on one document: asked for when the page looks, and what is newer after a reconnect. */
export class Remarks extends LiveList<RemarksSnapshot> {
  private seq = 0
  private own: boolean | null = null

  constructor(
    connection: Connection,
    readonly name: string,
  ) {
    super(connection, NO_REMARKS)
  }

  /** Who can be mentioned; null where nobody answers. */
  readonly readers = (): Promise<readonly DocumentReader[] | null> =>
    new Promise((resolve) => {
      this.connection.ask('remarks/readers', { name: this.name }, (answer) => {
        resolve(answer?.ok ? answer.readers : null)
      })
    })

  protected listen() {
    return [
      this.connection.on('remarks/changes', (told) => this.take(told)),
      this.connection.on('remarks/revoked', ({ name, refusal }) => {
        if (name === this.name) this.refused(refusal)
      }),
    ]
  }

  protected ask(): void {
    const { name, seq } = this
    this.connection.ask('remarks/join', { name, after: seq }, (answer) => {
      if (answer?.ok) this.take(answer)
      else if (answer) this.refused(answer.refusal)
    })
  }

  protected leave(): void {
    this.connection.tell('remarks/leave', { name: this.name })
  }

  private refused(refusal: Refusal): void {
    this.seq = 0
    this.own = null
    this.close({ ...NO_REMARKS, refusal })
  }

  private take({ name, seq, whole, own, remarks, more: _, ...may }: ToldRemarks): void {
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
    this.show({ remarks: known, may, refusal: null })
  }
}
