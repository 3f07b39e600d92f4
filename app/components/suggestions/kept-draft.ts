import { newCommandId } from '#app/realtime/command-id.ts'
import { KeptEdits } from '#app/realtime/kept-edits.ts'
import { browserPendingEdits, type PendingEdits } from '#app/realtime/pending-edits.ts'
import { Unsent } from '#app/realtime/unsent.ts'

/** Of this page. */
const pendingHere = browserPendingEdits(newCommandId())

/**
 * What somebody has written as suggestions for a text and not sent yet, kept where unsent edits are: over a reload, for him
 * alone, until another signs in. Under a name of its own: nothing of it is ever sent as an edit of the text.
 */
export class KeptDraft {
  private readonly kept: KeptEdits
  private readonly own = new Unsent()

  constructor(personId: string, name: string, pending: PendingEdits = pendingHere) {
    this.kept = new KeptEdits(pending, personId, `suggestions/${name}`)
  }

  /** What was left by earlier pages, and goes on being kept; empty where nothing was. */
  async load(): Promise<readonly Uint8Array[]> {
    await this.kept.load()
    const left = this.kept.waiting()
    // One record a page: what this page wrote before it showed something else stands under the same key.
    this.own.addBefore(left)
    return left
  }

  /** Written just now. */
  add(update: Uint8Array): void {
    this.own.add(update)
    if (this.kept.isLoaded) this.kept.keep(this.own.all)
  }

  /** Sent, or given up. */
  discard(): void {
    this.own.clear()
    this.kept.discard()
  }
}
