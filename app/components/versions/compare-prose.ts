import type { ProseNode } from '#app/components/editor/prose-json.ts'
import { align } from './align.ts'
import { compareWords, inlineTokens, wholePieces, type Piece } from './compare-words.ts'
import { isCell, pairUp, samePlaces, type Pair } from './pair-up.ts'

type Attrs = ProseNode['attrs']
/** As a block was before, where it was something else: a heading that became a paragraph. */
interface Was {
  readonly type: string
  readonly attrs: Attrs
}

/** A block of two texts compared. `same` with parts: it stands in both, and something in it differs. */
export type Compared =
  | { readonly kind: 'same'; readonly node: ProseNode }
  | { readonly kind: 'atom'; readonly change: 'added' | 'removed'; readonly node: ProseNode }
  | (Block & { readonly kind: 'words'; readonly pieces: readonly Piece[] })
  | (Block & { readonly kind: 'parts'; readonly parts: readonly Compared[] })

interface Block {
  readonly change: 'same' | 'added' | 'removed'
  readonly type: string
  readonly attrs: Attrs
  readonly was: Was | null
}

/**
 * Two texts, block by block and then within the blocks that changed: words in paragraphs, cells in tables, items in
 * lists. What moved went at one place and came at another.
 */
export function compareProse(before: ProseNode, after: ProseNode): readonly Compared[] {
  return children(before.content ?? [], after.content ?? [])
}

const isWords = ({ type }: ProseNode) => type === 'paragraph' || type === 'heading'
const isAtom = (node: ProseNode) => !isWords(node) && node.content === undefined

function children(
  before: readonly ProseNode[],
  after: readonly ProseNode[],
  inCell = false,
): readonly Compared[] {
  const keys = (nodes: readonly ProseNode[]) => nodes.map((node) => JSON.stringify(node))
  return align(keys(before), keys(after)).flatMap(({ same, before: b, after: a }): readonly Compared[] =>
    same
      ? after.slice(...a).map((node) => ({ kind: 'same', node }))
      : (inCell ? samePlaces : pairUp)(before.slice(...b), after.slice(...a)).map(changed),
  )
}

function changed([one, other]: Pair): Compared {
  if (one && other) return both(one, other)
  return other ? whole(other, 'added') : whole(one ?? EMPTY, 'removed')
}

const EMPTY: ProseNode = { type: 'paragraph' }

function both(before: ProseNode, after: ProseNode): Compared {
  const { type, attrs } = after
  const isOther = before.type !== type || JSON.stringify(before.attrs) !== JSON.stringify(attrs)
  const was = isOther ? { type: before.type, attrs: before.attrs } : null
  const block = { change: 'same', type, attrs, was } as const
  return isWords(after)
    ? { kind: 'words', ...block, pieces: compareWords(inlineTokens(before), inlineTokens(after)) }
    : { kind: 'parts', ...block, parts: children(before.content ?? [], after.content ?? [], isCell(after)) }
}

function whole(node: ProseNode, change: 'added' | 'removed'): Compared {
  if (isAtom(node)) return { kind: 'atom', change, node }
  const block = { change, type: node.type, attrs: node.attrs, was: null }
  return isWords(node)
    ? { kind: 'words', ...block, pieces: wholePieces(node, change) }
    : { kind: 'parts', ...block, parts: (node.content ?? []).map((child) => whole(child, change)) }
}

/** Characters that came and went. */
export function countChanges(all: readonly Compared[]): { readonly added: number; readonly removed: number } {
  const sum = { added: 0, removed: 0 }
  const visit = (one: Compared): void => {
    if (one.kind === 'parts') one.parts.forEach(visit)
    if (one.kind !== 'words') return
    for (const { change, text } of one.pieces)
      if (change === 'added' || change === 'removed') sum[change] += [...text].length
  }
  all.forEach(visit)
  return sum
}
