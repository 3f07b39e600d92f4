import type { ProseMark, ProseNode } from '#app/components/editor/prose-json.ts'
import { align, type Stretch } from './align.ts'
import { tokensOf } from './tokens.ts'

/** Words in a row with one look and one fate. `restyled`: the same words, set otherwise. */
export interface Piece {
  readonly change: 'same' | 'added' | 'removed' | 'restyled'
  readonly text: string
  readonly marks: readonly ProseMark[]
  /** What holds no words: a line break. */
  readonly node?: ProseNode
}

interface Token {
  readonly key: string
  readonly text: string
  readonly marks: readonly ProseMark[]
  readonly style: string
  readonly node?: ProseNode
}

/** The words of a block with their marks. */
export function inlineTokens(block: ProseNode): readonly Token[] {
  return (block.content ?? []).flatMap((node): Token[] => {
    const marks = node.marks ?? []
    const style = JSON.stringify(marks)
    if (node.text === undefined) return [{ key: JSON.stringify(node), text: '', marks, style, node }]
    return tokensOf(node.text).map((text) => ({ key: text, text, marks, style }))
  })
}

/** A block of which everything came or went. */
export function wholePieces(block: ProseNode, change: 'added' | 'removed'): readonly Piece[] {
  return pieces(inlineTokens(block), change)
}

/** What changed between two texts of a block; both can be told from the answer. */
export function compareWords(before: readonly Token[], after: readonly Token[]): readonly Piece[] {
  const keys = (tokens: readonly Token[]) => tokens.map(({ key }) => key)
  return readable(align(keys(before), keys(after)), before).flatMap(({ same, before: b, after: a }) =>
    same
      ? kept(before.slice(...b), after.slice(...a))
      : [...pieces(before.slice(...b), 'removed'), ...pieces(after.slice(...a), 'added')],
  )
}

function kept(before: readonly Token[], after: readonly Token[]): readonly Piece[] {
  const all: Piece[] = []
  after.forEach((token, index) => {
    push(all, token, before[index]?.style === token.style ? 'same' : 'restyled')
  })
  return all
}

function pieces(tokens: readonly Token[], change: Piece['change']): readonly Piece[] {
  const all: Piece[] = []
  for (const token of tokens) push(all, token, change)
  return all
}

function push(all: Piece[], { text, marks, style, node }: Token, change: Piece['change']): void {
  const last = all.at(-1)
  const isLikeLast = last?.marks === marks || JSON.stringify(last?.marks) === style
  if (!node && last && !last.node && last.change === change && isLikeLast)
    all[all.length - 1] = { ...last, text: last.text + text }
  else all.push({ change, text, marks, ...(node && { node }) })
}

const length = ([from, to]: readonly [number, number]) => to - from
const changed = ({ before, after }: Stretch) => Math.max(length(before), length(after))

/**
 * A character that two sentences happen to share is no help to who reads what changed: what is equal and no longer than
 * the changes on either side goes with them.
 */
function readable(stretches: readonly Stretch[], before: readonly Token[]): readonly Stretch[] {
  const all: Stretch[] = []
  for (const stretch of stretches) {
    const same = all.at(-1)
    const last = all.at(-2)
    const isShort =
      !stretch.same &&
      same?.same === true &&
      last?.same === false &&
      // A line break divides what is said before it from what follows.
      before.slice(...same.before).every(({ node }) => !node) &&
      length(same.before) <= Math.min(changed(last), changed(stretch))
    if (isShort)
      all.splice(-2, 2, {
        same: false,
        before: [last.before[0], stretch.before[1]],
        after: [last.after[0], stretch.after[1]],
      })
    else all.push(stretch)
  }
  return all
}
