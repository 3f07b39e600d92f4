import { getSchema } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { EditorState, TextSelection, type Plugin, type PluginView, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPlugin, yUndoPlugin } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { exact, keepNodes } from '#app/components/editor/shared-changes.ts'
import { documentExtensions } from '#protocol/text-schema.ts'

export const schema = getSchema(documentExtensions)
/** A paragraph. */
export const p = (words: string) => schema.node('paragraph', null, words ? [schema.text(words)] : [])

/** One person's editor without its window: everything of it that others' changes go through. */
export class Desk {
  readonly doc = new Y.Doc()
  readonly type = this.doc.getXmlFragment('default')
  state: EditorState
  private readonly views: PluginView[] = []
  /** The changes of others, as the editor has taken them. */
  readonly taken: Transaction[] = []
  private readonly unsent: Uint8Array[] = []
  isOnline = true
  /** What has been sent to it over a slow line and has not arrived; null on a fast one. */
  private onItsWay: Uint8Array[] | null = null

  constructor(private readonly desks: Desk[]) {
    desks.push(this)
    // As chance has them, the same seed would give another course.
    this.doc.clientID = desks.length
    const plugins = [keepNodes(ySyncPlugin(this.type) as Plugin), yUndoPlugin()]
    this.state = EditorState.create({ schema, plugins })
    for (const plugin of plugins) this.views.push(plugin.spec.view?.(this as unknown as EditorView) ?? {})
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'others') return
      this.unsent.push(update)
      this.send()
    })
  }

  readonly editable = true
  hasFocus = () => false

  dispatch(whole: Transaction): void {
    const before = this.state
    const transaction = exact(before, whole)
    if (transaction !== whole) this.taken.push(transaction)
    this.state = before.apply(transaction)
    for (const view of this.views) view.update?.(this as unknown as EditorView, before)
  }

  private send(): void {
    if (!this.isOnline) return
    for (const update of this.unsent.splice(0))
      for (const other of this.desks) if (other !== this && other.isOnline) other.take(update)
  }

  take(update: Uint8Array): void {
    if (this.onItsWay) this.onItsWay.push(update)
    else Y.applyUpdate(this.doc, update, 'others')
  }

  delay(): void {
    this.onItsWay = []
  }

  /** Several at once in one transaction, as a page takes them. */
  arrive(most = Infinity): void {
    const updates = this.onItsWay?.splice(0, most) ?? []
    this.doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.doc, update, 'others')
    }, 'others')
  }

  come(): void {
    this.isOnline = true
    this.unsent.length = 0
    for (const other of this.desks) {
      if (other === this || !other.isOnline) continue
      const [theirs, ours] = [Y.encodeStateVector(other.doc), Y.encodeStateVector(this.doc)]
      this.take(Y.encodeStateAsUpdate(other.doc, ours))
      other.take(Y.encodeStateAsUpdate(this.doc, theirs))
    }
  }

  edit(change: (tr: Transaction) => Transaction): void {
    this.dispatch(change(this.state.tr))
  }

  cursor(at: number): void {
    this.edit((tr) => tr.setSelection(TextSelection.create(tr.doc, at)))
  }

  get words(): string {
    return this.state.doc.textBetween(0, this.state.doc.content.size, '|')
  }

  /** The text with the cursor in it. */
  get shown(): string {
    const { head } = this.state.selection
    const { doc } = this.state
    return `${doc.textBetween(0, head, '|')}^${doc.textBetween(head, doc.content.size, '|')}`
  }
}

export function desks(count: number): Desk[] {
  const all: Desk[] = []
  for (let n = 0; n < count; n += 1) new Desk(all)
  return all
}

export function two(blocks: readonly Node[]): readonly [Desk, Desk] {
  const [a, b] = desks(2)
  if (!a || !b) throw new Error('two desks')
  a.edit((tr) => tr.replaceWith(0, tr.doc.content.size, blocks))
  return [a, b]
}
