import { Extension } from '@tiptap/core'
import { Plugin, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Mapping } from '@tiptap/pm/transform'
import { DecorationSet, type EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { anchorOf, bindingOf, runsOf, type Range } from './anchors.ts'
import { changedRange, difference, isWithinOneBlock, wholeBlocks } from './difference.ts'
import type { Place, RemarkBoard } from './board.ts'
import { numberOf, placesKey, type Places } from './places.ts'
import { revisions } from './revisions.ts'
import { settle } from './settle.ts'

/** Asked anew after this pause: while somebody types, the list beside the text stands still. */
const SETTLE_MS = 300
/** And everything, where the text goes on changing: what others moved while they were away touches nothing here. */
const LOOK_MS = 10_000

/** y-tiptap replaces the whole text at every change of others: mapped through that nothing would be left. */
function mapped(transaction: Transaction, places: Places, before: EditorState): Places {
  const isRemote = Boolean(
    (transaction.getMeta(ySyncPluginKey) as { readonly isChangeOrigin?: boolean } | undefined)
      ?.isChangeOrigin,
  )
  const map = difference(before.doc, transaction.doc)
  if (!map) return places
  const { set, touched, own } = places
  const changed = changedRange(map)
  const isMade = !isRemote && !isWithinOneBlock(before.doc, transaction.doc, map)
  const { from, to } = isMade ? wholeBlocks(before.doc, changed) : changed
  const hit = set.find(from, to).map(numberOf)
  const mapping = isRemote ? new Mapping([map]) : transaction.mapping
  return {
    set: set.map(mapping, transaction.doc),
    touched: hit.length === 0 ? touched : new Set([...touched, ...hit]),
    own: isMade && hit.length > 0 ? new Set([...own, ...hit]) : own,
  }
}

/**
 * The remarks of a board as marks on the words; nothing of it enters the text. In a draft nobody is told where words went: its
 * letters are nobody else's.
 */
export function remarkPlaces(board: RemarkBoard, isDraft = false): Extension {
  return Extension.create({
    name: 'remarkPlaces',
    addKeyboardShortcuts: () => ({
      'Mod-Alt-m': ({ editor }) => {
        const { selection } = editor.state
        if (selection.empty) board.showCard(numberAt(editor.state, selection.from))
        else board.compose(true)
        return true
      },
      Escape: () => {
        const { active } = board.snapshot()
        board.showCard(active)
        return active !== null
      },
    }),
    addProseMirrorPlugins: () => [
      new Plugin<Places>({
        key: placesKey,
        state: {
          init: () => ({ set: DecorationSet.empty, touched: new Set(), own: new Set() }),
          apply(transaction, places, before) {
            const given = transaction.getMeta(placesKey) as Places | undefined
            if (given) return given
            return transaction.docChanged ? mapped(transaction, places, before) : places
          },
        },
        props: {
          decorations: (state) => placesKey.getState(state)?.set,
          handleClick(view, pos) {
            board.activate(numberAt(view.state, pos))
            return false
          },
        },
        view: (view) => watch(view, board, isDraft),
      }),
      revisions(board),
    ],
  })
}

function numberAt(state: EditorState, pos: number): number | null {
  const here = placesKey.getState(state)?.set.find(pos, pos) ?? []
  // The shortest of those that lie over each other: it is the one that is meant.
  const [first] = [...here].sort((a, b) => a.to - a.from - (b.to - b.from))
  return first ? numberOf(first) : null
}

function watch(view: EditorView, board: RemarkBoard, isDraft: boolean) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let lookedAt = -Infinity
  const tellPlaces = () => {
    const { doc } = view.state
    const places = new Map<number, Place>()
    const inOrder = [...(placesKey.getState(view.state)?.set.find() ?? [])].sort((a, b) => a.from - b.from)
    let [block, end] = [0, 0]
    for (const decoration of inOrder) {
      const { from, to } = decoration
      while (from >= end && block < doc.childCount) end += doc.child(block++).nodeSize
      places.set(numberOf(decoration), { from, to, block })
    }
    board.setPlaces(places)
  }
  const settleNow = () => {
    clearTimeout(timer)
    if (view.isDestroyed) return
    // Marks drawn anew under an input method break its composition.
    if (view.composing) settleSoon()
    else {
      const now = performance.now()
      const all = now - lookedAt > LOOK_MS
      if (all) lookedAt = now
      const moved = settle(view, board, all)
      if (moved.length > 0 && view.editable && !isDraft) board.rebound(moved)
      tellPlaces()
    }
  }
  const settleSoon = (pause = SETTLE_MS) => {
    clearTimeout(timer)
    timer = setTimeout(settleNow, pause)
  }
  const text = textSide(view, board, settleNow)
  board.text = text
  settleSoon()
  return {
    update(_: EditorView, before: EditorState) {
      board.setSelection(!view.state.selection.empty)
      if (before.doc === view.state.doc) return
      // Where the words went is known here alone, and only until others change the text.
      settleSoon((placesKey.getState(view.state)?.own.size ?? 0) > 0 ? 0 : SETTLE_MS)
    },
    destroy() {
      clearTimeout(timer)
      board.forgetText(text)
    },
  }
}

function textSide(
  view: EditorView,
  board: RemarkBoard,
  redraw: () => void,
): NonNullable<RemarkBoard['text']> {
  const anchor = (range: Range) => {
    const binding = bindingOf(view.state)
    return binding ? anchorOf(view.state.doc, range, binding, runsOf(binding)) : null
  }
  const blockRange = (block: number): Range | null => {
    const { doc } = view.state
    if (block < 1 || block > doc.childCount) return null
    let from = 0
    for (let at = 0; at < block - 1; at += 1) from += doc.child(at).nodeSize
    return { from, to: from + doc.child(block - 1).nodeSize }
  }
  return {
    redraw,
    goTo(number) {
      const place = placesKey
        .getState(view.state)
        ?.set.find()
        .find((one) => numberOf(one) === number)
      if (!place) return
      board.activate(number)
      const { doc, tr } = view.state
      // A text that is only read has to take the focus all the same, so that Escape leads back.
      if (!view.editable) view.dom.tabIndex = 0
      view.dispatch(tr.setSelection(TextSelection.create(doc, place.from, place.to)))
      view.dom.focus({ preventScroll: true })
      const at = view.domAtPos(place.from).node
      const element = at instanceof Element ? at : at.parentElement
      element?.scrollIntoView({ block: 'center' })
    },
    anchorOfSelection() {
      const { from, to, empty } = view.state.selection
      return empty ? null : anchor({ from, to })
    },
    anchorOfBlock(block) {
      const range = blockRange(block)
      return range ? anchor(range) : null
    },
    blocks() {
      const found: { block: number; words: string }[] = []
      view.state.doc.forEach((node, _, index) => {
        const words = node.textContent.slice(0, 24)
        if (words !== '') found.push({ block: index + 1, words })
      })
      return found
    },
  }
}
