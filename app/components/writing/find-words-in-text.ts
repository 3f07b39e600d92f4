import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import classes from './writing.module.css'

export interface Place {
  readonly from: number
  readonly to: number
}

interface Finding {
  /** Whether the bar for it is open. */
  readonly open: boolean
  /** '' for none. */
  readonly words: string
  readonly set: DecorationSet
  /** Where one has been led to. */
  readonly at: Place | null
}

type Told = Partial<Pick<Finding, 'open' | 'words' | 'at'>>

/** Marked at once; a sign that stands ten thousand times in a text would otherwise cost a second at every look. */
const MOST_MARKED = 500
/** Looked for anew after this pause: what is marked goes along with the changes meanwhile. */
const LOOK_AGAIN_MS = 250
const NOTHING: Finding = { open: false, words: '', set: DecorationSet.empty, at: null }

export const findingKey = new PluginKey<Finding>('findWordsInText')

/** Of blocks that nobody has changed since the last look. */
let known = { words: '', at: new WeakMap<Node, readonly number[]>() }

/** Letters of every script, large or small; where that would change their number, as they stand. */
function folded(text: string): string {
  const small = text.toLowerCase()
  return small.length === text.length ? small : text
}

function withinBlock(block: Node, words: string): readonly number[] {
  const before = known.at.get(block)
  if (before) return before
  // What is no letter takes one place too.
  const text = folded(block.textBetween(0, block.content.size, undefined, '\ufffc'))
  const found: number[] = []
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) found.push(at)
  known.at.set(block, found)
  return found
}

/** Every place of the words, in order; they stand within one paragraph, heading or cell. */
export function placesOf(doc: Node, words: string): readonly Place[] {
  if (words === '') return []
  const sought = folded(words)
  if (known.words !== sought) known = { words: sought, at: new WeakMap() }
  const places: Place[] = []
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true
    for (const at of withinBlock(node, sought))
      places.push({ from: pos + 1 + at, to: pos + 1 + at + sought.length })
    return false
  })
  return places
}

/** The next one from a place on, or before it; round the end to the beginning. */
export function nextOf(places: readonly Place[], from: number, back: boolean): Place | null {
  const next = back ? places.findLast((one) => one.to <= from) : places.find((one) => one.from >= from)
  return next ?? (back ? places.at(-1) : places[0]) ?? null
}

function marked(doc: Node, words: string, at: Place | null): DecorationSet {
  const places = placesOf(doc, words)
  const around = at === null ? 0 : places.findIndex((one) => one.from >= at.from)
  const first = Math.max(0, around - MOST_MARKED / 2)
  return DecorationSet.create(
    doc,
    places.slice(first, first + MOST_MARKED).map((one) => {
      const isAt = one.from === at?.from && one.to === at.to
      return Decoration.inline(one.from, one.to, { class: (isAt ? classes.foundHere : classes.found) ?? '' })
    }),
  )
}

export const findingOf = (state: EditorState): Finding => findingKey.getState(state) ?? NOTHING

export const tellFinding = (tr: Transaction, told: Told): Transaction => tr.setMeta(findingKey, told)

function lookAgainLater(view: EditorView) {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    update({ state }: EditorView, before: EditorState) {
      if (state.doc === before.doc || findingOf(state).words === '') return
      clearTimeout(timer)
      timer = setTimeout(() => {
        // Marks drawn anew under an input method break its composition.
        if (!view.isDestroyed && !view.composing) view.dispatch(tellFinding(view.state.tr, {}))
      }, LOOK_AGAIN_MS)
    },
    destroy: () => clearTimeout(timer),
  }
}

/** Words looked for in the text of an editor, marked in it; nothing of it enters the text. */
export const findWordsInText = Extension.create({
  name: 'findWordsInText',
  addProseMirrorPlugins: () => [
    new Plugin<Finding>({
      key: findingKey,
      state: {
        init: () => NOTHING,
        apply(tr, finding) {
          const told = tr.getMeta(findingKey) as Told | undefined
          if (told) {
            const now = { ...finding, ...told }
            return { ...now, set: now.open ? marked(tr.doc, now.words, now.at) : DecorationSet.empty }
          }
          if (!tr.docChanged || finding.words === '') return finding
          const at = finding.at && {
            from: tr.mapping.map(finding.at.from, 1),
            to: tr.mapping.map(finding.at.to, -1),
          }
          return { ...finding, at, set: finding.set.map(tr.mapping, tr.doc) }
        },
      },
      props: { decorations: (state) => findingOf(state).set },
      view: lookAgainLater,
    }),
  ],
})

/** Brings a place of the text before the eyes; the focus stays where it is. */
export function showPlace(view: EditorView, pos: number): void {
  const at = view.domAtPos(pos).node
  const element = at instanceof Element ? at : at.parentElement
  element?.scrollIntoView({ block: 'center' })
}

/** Back into the text; one that is only read takes the focus all the same, so that keys work in it. */
export function focusText(view: EditorView): void {
  if (!view.editable) view.dom.tabIndex = 0
  view.dom.focus({ preventScroll: true })
}

/** Leads to the next place of the words. */
export function goToNext(view: EditorView, back: boolean): void {
  const { state } = view
  const { words, at } = findingOf(state)
  const { from, to } = at ?? state.selection
  const next = nextOf(placesOf(state.doc, words), back ? from : at ? to : from, back)
  if (!next) return
  const tr = state.tr.setSelection(TextSelection.create(state.doc, next.from, next.to))
  view.dispatch(tellFinding(tr, { at: next }))
  showPlace(view, next.from)
}

function put(tr: Transaction, { from, to }: Place, instead: string): void {
  if (instead === '') tr.delete(from, to)
  else tr.insertText(instead, from, to)
}

/** The place one has been led to, then the next. @returns how many were replaced */
export function replaceHere(view: EditorView, instead: string): number {
  const { at, words } = findingOf(view.state)
  // Others may have changed the words meanwhile: then they are not what is to be replaced.
  const stands = at && placesOf(view.state.doc, words).some((one) => one.from === at.from && one.to === at.to)
  if (stands) {
    const { tr } = view.state
    put(tr, at, instead)
    const end = at.from + instead.length
    view.dispatch(tellFinding(tr, { at: { from: end, to: end } }))
  }
  goToNext(view, false)
  return stands ? 1 : 0
}

/** All of them in one step, which one undo takes back. @returns how many */
export function replaceAll(view: EditorView, instead: string): number {
  const { tr, doc } = view.state
  const places = placesOf(doc, findingOf(view.state).words)
  for (const place of [...places].reverse()) put(tr, place, instead)
  if (places.length > 0) view.dispatch(tellFinding(tr, { at: null }))
  return places.length
}
