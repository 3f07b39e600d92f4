import type { Node } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { MOST_AROUND, MOST_WORDS } from '#domain/remarks/limits.ts'
import type { Anchor } from '#domain/remarks/types.ts'
import { findWords } from './find-words.ts'

export interface Range {
  readonly from: number
  readonly to: number
}

export interface Binding {
  readonly doc: Y.Doc
  readonly type: Y.XmlFragment
  readonly mapping: ReadonlyMap<unknown, Node | readonly Node[]>
}

export const bindingOf = (state: EditorState): Binding | null =>
  (ySyncPluginKey.getState(state) as { readonly binding?: Binding | null } | undefined)?.binding ?? null

/** Where each run of letters of the shared text begins in the editor. One walk serves any number of anchors. */
export type Runs = ReadonlyMap<unknown, number>

/** Made anew after each change: y-tiptap's own way from Yjs to a position walks all blocks for each, and loses the first letter. */
export function runsOf({ type: root, mapping }: Binding): Runs {
  const runs = new Map<unknown, number>()
  let at = 0
  const walk = (parent: Y.XmlFragment) => {
    for (const child of parent.toArray()) {
      if (child instanceof Y.XmlText) {
        runs.set(child, at)
        at += child.length
      } else if (child instanceof Y.XmlElement) {
        const node = mapping.get(child)
        // Not drawn: an element of an unknown name.
        if (!node || !('nodeSize' in node)) continue
        if (node.isLeaf) at += node.nodeSize
        else {
          at += 1
          walk(child)
          at += 1
        }
      }
    }
  }
  walk(root)
  return runs
}

const toText = (position: Y.RelativePosition) =>
  btoa(String.fromCharCode(...Y.encodeRelativePosition(position)))

/** Null for what is none: anchors come from others. */
function fromText(text: string): Y.RelativePosition | null {
  try {
    return Y.decodeRelativePosition(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)))
  } catch {
    return null
  }
}

function absolute(text: string, { doc }: Binding, runs: Runs): number | null {
  const relative = fromText(text)
  if (!relative) return null
  try {
    const found = Y.createAbsolutePositionFromRelativePosition(relative, doc)
    const start = found ? runs.get(found.type) : undefined
    return found && start !== undefined ? start + found.index : null
  } catch {
    return null
  }
}

/** Where Yjs has the words; null where nothing of them is left. */
export function placeOf(anchor: Pick<Anchor, 'start' | 'end'>, binding: Binding, runs: Runs): Range | null {
  const from = absolute(anchor.start, binding, runs)
  const to = absolute(anchor.end, binding, runs)
  return from === null || to === null || from >= to ? null : { from, to }
}

/** Both ends of a passage, bound to its first and its last letter. Null where it holds none. */
export function endsOf(
  doc: Node,
  { from, to }: Range,
  binding: Binding,
  runs: Runs,
): (Pick<Anchor, 'start' | 'end'> & Range) | null {
  let [first, last] = [-1, -1]
  doc.nodesBetween(from, to, (node, at) => {
    if (!node.isText) return
    if (first === -1) first = Math.max(from, at)
    last = Math.min(to, at + node.nodeSize)
  })
  if (first === -1 || first >= last) return null
  let start: Y.RelativePosition | null = null
  let end: Y.RelativePosition | null = null
  for (const [run, at] of runs) {
    const text = run as Y.XmlText
    if (at <= first && first < at + text.length)
      start = Y.createRelativePositionFromTypeIndex(text, first - at, 0)
    if (at < last && last <= at + text.length)
      end = Y.createRelativePositionFromTypeIndex(text, last - at, -1)
  }
  return start && end ? { start: toText(start), end: toText(end), from: first, to: last } : null
}

/** What is kept of a passage with a remark on it. */
export function anchorOf(doc: Node, range: Range, binding: Binding, runs: Runs): Anchor | null {
  const ends = endsOf(doc, range, binding, runs)
  if (!ends) return null
  const { from, to, start, end } = ends
  return {
    ...{ start, end },
    words: doc.textBetween(from, to, '\n').slice(0, MOST_WORDS),
    before: doc.textBetween(Math.max(0, from - MOST_AROUND), from, '\n').slice(-MOST_AROUND),
    after: doc.textBetween(to, Math.min(doc.content.size, to + MOST_AROUND), '\n').slice(0, MOST_AROUND),
  }
}

/** The letters of a text in one line, and where each block of them begins in the editor. */
export function lettersOf(doc: Node) {
  const starts: { readonly at: number; readonly pos: number }[] = []
  let text = ''
  doc.descendants((node, pos) => {
    if (node.isTextblock && text !== '') text += '\n'
    if (!node.isText) return
    starts.push({ at: text.length, pos })
    text += node.text ?? ''
  })
  return { text, starts }
}

/** Where the words are found again by themselves. */
export function lookFor(anchor: Anchor, { text, starts }: ReturnType<typeof lettersOf>): Range | null {
  const at = findWords(text, anchor)
  if (at === null) return null
  const posOf = (offset: number) => {
    const start = starts.findLast((candidate) => candidate.at <= offset)
    return start ? start.pos + offset - start.at : 0
  }
  return { from: posOf(at), to: posOf(at + anchor.words.length - 1) + 1 }
}
