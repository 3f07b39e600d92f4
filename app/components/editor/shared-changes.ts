import { Collaboration } from '@tiptap/extension-collaboration'
import type { Node } from '@tiptap/pm/model'
import {
  AllSelection,
  NodeSelection,
  Selection,
  TextSelection,
  type EditorState,
  type Plugin,
  type Transaction,
} from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import { relativePositionToAbsolutePosition, ySyncPluginKey, type ProsemirrorBinding } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { carried, type Carried, type Letter } from './carried-cursor.ts'

interface SyncMeta {
  readonly isChangeOrigin?: boolean
}

const bindingOf = (state: EditorState) =>
  (ySyncPluginKey.getState(state) as { readonly binding: ProsemirrorBinding }).binding

/** While a change of others is shown: where Yjs has what is selected, and what the owner of the cursor has left behind. */
class OthersChange {
  carried: Carried | null = null
  constructor(readonly selection: ProsemirrorBinding['beforeTransactionSelection'] | null) {}
}
const underWay = new WeakMap<ProsemirrorBinding, OthersChange>()

/** Which block of the shared text is which node of the editor; y-tiptap takes out by itself what a change touches. */
class KeptNodes extends Map {
  /** y-tiptap 3.0.9 also forgets everything at every change of others, and makes 300,000 characters anew. */
  override clear(): void {}
}

/**
 * Has y-tiptap keep the nodes of blocks that nobody changed, and compare the texts only after one of them has:
 * it does so after every move of anybody's cursor. The seam is the plugin's own view, where its binding is new.
 */
export function keepNodes(sync: Plugin): Plugin {
  const made = sync.spec.view
  sync.spec.view = (view) => {
    const binding = bindingOf(view.state)
    binding.mapping = new KeptNodes()
    // Left to place the cursor, it looks where the text has no more letters, throws, and shows the change to nobody; and
    // asks whether the cursor is on the screen, for which the browser lays the whole page out.
    binding._observeFunction = (events: Y.YEvent<Y.XmlFragment>[], transaction: Y.Transaction) => {
      const change = new OthersChange(binding.beforeTransactionSelection)
      underWay.set(binding, change)
      binding.beforeTransactionSelection = null as never
      binding._typeChanged(events, transaction)
      binding.beforeTransactionSelection = change.selection as never
      underWay.delete(binding)
      const gather = view.editable && change.carried && gathered(view.state, change.carried)
      if (gather) view.dispatch(gather)
    }
    const inner = made?.(view) ?? {}
    return {
      ...inner,
      update(now, before) {
        if (binding.mapping.get(binding.type) !== now.state.doc) inner.update?.(now, before)
      },
    }
  }
  return sync
}

/**
 * The blocks that differ between two states of a text, as one step; null where none does. Whole blocks and not letters:
 * y-tiptap tells by the very nodes which paragraph of the shared text is which, and takes one that two people have just
 * begun for the other where they are copies.
 */
function differenceOf(before: Node, after: Node): ReplaceStep | null {
  const most = Math.min(before.childCount, after.childCount)
  let [left, right] = [0, 0]
  let [start, tail] = [0, 0]
  for (; left < most && before.child(left) === after.child(left); left++) start += before.child(left).nodeSize
  for (; left + right < most; right++) {
    const last = before.child(before.childCount - 1 - right)
    if (last !== after.child(after.childCount - 1 - right)) break
    tail += last.nodeSize
  }
  const [end, newEnd] = [before.content.size - tail, after.content.size - tail]
  return start === end && start === newEnd ? null : new ReplaceStep(start, end, after.slice(start, newEnd))
}

/** The letter that a place is bound to: whether it is still there, and whether it was typed here. */
function letterAt(doc: Y.Doc, relative: Y.RelativePosition | null): Letter {
  if (!relative?.item) return { isGone: false, isOwn: false }
  const letter = Y.getItem(doc.store, relative.item)
  const isGone = !(letter instanceof Y.Item) || letter.deleted
  return { isGone, isOwn: relative.item.client === doc.clientID }
}

interface Place {
  readonly selection: Selection
  readonly carried: Carried | null
}

/**
 * The cursor stands where Yjs knows it, between the same letters, and where Yjs does not, it goes with its letters.
 * y-tiptap guesses by the words of the paragraph wherever blocks came or went: of two new, still empty paragraphs it
 * takes the first, so that people who begin a paragraph at the same moment type into each other's words. Null: where the
 * change has carried it.
 */
function placeIn(state: EditorState, doc: Node, step: ReplaceStep | null): Place | null {
  const binding = bindingOf(state)
  const before = underWay.get(binding)?.selection
  const placeOf = (relative: unknown) => {
    const place =
      relative === null
        ? null
        : relativePositionToAbsolutePosition(binding.doc, binding.type, relative, binding.mapping)
    return place !== null && place <= doc.content.size ? place : null
  }
  if (before?.type === 'all') return { selection: new AllSelection(doc), carried: null }
  if (before?.type === 'node') {
    const at = placeOf(before.anchor)
    if (at === null) return null
    const selection = doc.nodeAt(at) ? NodeSelection.create(doc, at) : Selection.near(doc.resolve(at))
    return { selection, carried: null }
  }
  if (before?.type !== 'text') return null
  const head = placeOf(before.head)
  const { empty, head: was } = state.selection
  if (empty && step && was > step.from && was < step.to) {
    const changed = { doc: state.doc, from: step.from, to: step.to }
    const made = { doc, from: step.from, to: step.from + step.slice.size }
    const found = carried(changed, made, was, head, letterAt(binding.doc, before.head as Y.RelativePosition))
    // What was typed meanwhile is put where it belongs in a moment, and the cursor with it.
    if (found) return { selection: TextSelection.create(doc, found.left?.to ?? found.at), carried: found }
  }
  const anchor = placeOf(before.anchor) ?? head
  return head === null || anchor === null
    ? null
    : { selection: TextSelection.between(doc.resolve(anchor), doc.resolve(head)), carried: null }
}

/**
 * A change of others as the replacement of the blocks that it is. y-tiptap 3.0.9 replaces the whole text by itself:
 * every decoration is then made anew, every selection guessed, every block compared letter by letter. Anything else
 * passes as it came.
 */
export function exact(state: EditorState, whole: Transaction): Transaction {
  const meta = whole.getMeta(ySyncPluginKey) as SyncMeta | undefined
  if (!meta?.isChangeOrigin || !whole.docChanged) return whole
  const change = state.tr
  const step = differenceOf(state.doc, whole.doc)
  // A text is never shown otherwise than Yjs has it: where the one step does not lead there, the whole is replaced.
  if (step && (change.maybeStep(step).failed !== null || !change.doc.eq(whole.doc))) return whole
  const place = placeIn(state, change.doc, step)
  if (place && !place.selection.eq(change.selection)) change.setSelection(place.selection)
  const shown = underWay.get(bindingOf(state))
  if (shown) shown.carried = place?.carried ?? null
  return change.setMeta('addToHistory', false).setMeta(ySyncPluginKey, meta)
}

/**
 * Letters that somebody typed into a paragraph before he knew that another has divided it stay where the paragraph was:
 * this puts them behind his other letters, as an edit of his own. Null where there are none.
 */
function gathered(state: EditorState, { left, at }: Carried): Transaction | null {
  if (!left) return null
  const { content } = state.doc.slice(left.from, left.to)
  const gather = state.tr.delete(left.from, left.to)
  const place = gather.mapping.map(at)
  gather.insert(place, content)
  return gather.setSelection(TextSelection.create(gather.doc, place + content.size))
}

/** The shared text in the editor, as Tiptap has it; what others change costs what they changed. */
export const SharedChanges = Collaboration.extend({
  addProseMirrorPlugins() {
    return (this.parent?.() ?? []).map((plugin) =>
      plugin.spec.key === ySyncPluginKey ? keepNodes(plugin) : plugin,
    )
  },
  dispatchTransaction({ transaction, next }) {
    next(exact(this.editor.state, transaction))
  },
})
