import * as Y from 'yjs'
import { CompositionGuard, type Holdable } from '#app/realtime/composition-guard.ts'
import { changesBetween, type Compared } from './changes.ts'

/** Marks what the text brought: it is nobody's proposal, and undoing does not take it back. */
const FOLLOWED = Symbol('from the text')
/** Written on an earlier page: a proposal, and kept already. */
const RESTORED = Symbol('from an earlier page')

/**
 * Where somebody writes what he proposes: a copy of the text that takes in every change of it and gives none back. It never
 * leaves this browser; what differs in it is sent as suggestions.
 */
export class Draft implements Holdable {
  readonly doc = new Y.Doc()
  private text: Y.Doc | null = null
  private readonly guard = new CompositionGuard()

  /** From now on it takes in what happens to this text. Returns how to stop. */
  follow(text: Y.Doc): () => void {
    const take = (update: Uint8Array) => this.guard.pass(() => Y.applyUpdate(this.doc, update, FOLLOWED))
    this.text = text
    take(Y.encodeStateAsUpdate(text))
    text.on('update', take)
    return () => text.off('update', take)
  }

  /** Calls back with each change that is written here; returns the end of it. */
  onWritten(written: (update: Uint8Array) => void): () => void {
    const look = (update: Uint8Array, origin: unknown) => {
      if (origin !== FOLLOWED && origin !== RESTORED) written(update)
    }
    this.doc.on('update', look)
    return () => this.doc.off('update', look)
  }

  /** Takes in what was written on an earlier page, before or after the text that it was written into. */
  restore(updates: readonly Uint8Array[]): void {
    this.guard.pass(() => {
      for (const update of updates) Y.applyUpdate(this.doc, update, RESTORED)
    })
  }

  readonly hold = (): void => this.guard.hold()
  readonly release = (): void => this.guard.release()
  readonly beforeOthers = (look: () => void): (() => void) => this.guard.beforeOthers(look)

  compare(): Compared {
    return this.text ? changesBetween(this.text, this.doc) : { changes: [], homeless: 0 }
  }
}
