import type { ProseNode } from '#app/components/editor/prose-json.ts'
import { tokensOf } from './tokens.ts'

export type Pair = readonly [before: ProseNode | null, after: ProseNode | null]

/** Two blocks that share less are not one that was changed. */
const LEAST = 0.4
/** Every block of a stretch is compared with every other up to so many comparisons; beyond it only with those near. */
const MOST_COMPARED = 2_500
const NEAR = 8

interface Bag {
  readonly node: ProseNode
  readonly words: ReadonlyMap<string, number>
  readonly size: number
}

/** Which block of the one became which of the other: by what they share, and in their order. */
export function pairUp(before: readonly ProseNode[], after: readonly ProseNode[]): readonly Pair[] {
  const [b, a] = [before.map(bagOf), after.map(bagOf)]
  // Cells of a row that kept its width are the same cells, whatever stands in them.
  if (b.length === a.length && before.every(isCell) && after.every(isCell)) return samePlaces(before, after)
  const pairs = b.length * a.length <= MOST_COMPARED ? best(b, a) : nearest(b, a)
  return inOrder(before, after, pairs)
}

/** The first with the first: in a cell a figure that changed shares nothing with what it was. */
export function samePlaces(before: readonly ProseNode[], after: readonly ProseNode[]): readonly Pair[] {
  const isPaired = (at: number) => {
    const [one, other] = [before[at], after[at]]
    if (!one || !other) return false
    return (isWords(one) && isWords(other)) || (one.type === other.type && one.content && other.content)
  }
  const places: [number, number][] = []
  for (let at = 0; at < Math.min(before.length, after.length); at++) if (isPaired(at)) places.push([at, at])
  return inOrder(before, after, places)
}

export const isCell = ({ type }: ProseNode) => type === 'tableCell' || type === 'tableHeader'
const isWords = ({ type }: ProseNode) => type === 'paragraph' || type === 'heading'

function textOf(node: ProseNode): string {
  return node.text ?? (node.content ?? []).map(textOf).join(' ')
}

function bagOf(node: ProseNode): Bag {
  const words = new Map<string, number>()
  const tokens = tokensOf(textOf(node)).filter((token) => token.trim() !== '')
  for (const token of tokens) words.set(token, (words.get(token) ?? 0) + 1)
  return { node, words, size: tokens.length }
}

/** From 0, nothing in common, to 1 (Dice). */
function likeness(one: Bag, other: Bag): number {
  const mayBecome = one.node.type === other.node.type || (isWords(one.node) && isWords(other.node))
  if (!mayBecome) return 0
  // An empty paragraph into which somebody wrote.
  if (isWords(one.node) && (one.size === 0 || other.size === 0)) return LEAST
  // What holds neither words nor parts came or went: there is nothing in it that could have changed.
  if (one.node.content === undefined || other.node.content === undefined) return 0
  let common = 0
  for (const [word, times] of one.words) common += Math.min(times, other.words.get(word) ?? 0)
  return one.size + other.size === 0 ? 1 : (2 * common) / (one.size + other.size)
}

type Places = readonly (readonly [before: number, after: number])[]

/** The pairs in order that share most of all. */
function best(b: readonly Bag[], a: readonly Bag[]): Places {
  const width = a.length + 1
  const sums = new Float64Array((b.length + 1) * width)
  const likes = new Float64Array((b.length + 1) * width)
  const at = (values: Float64Array, i: number, j: number) => values[i * width + j] ?? 0
  for (let i = b.length - 1; i >= 0; i--)
    for (let j = a.length - 1; j >= 0; j--) {
      const [one, other] = [b[i], a[j]]
      const like = one && other ? likeness(one, other) : 0
      likes[i * width + j] = like
      const paired = like >= LEAST ? like + at(sums, i + 1, j + 1) : 0
      sums[i * width + j] = Math.max(paired, at(sums, i + 1, j), at(sums, i, j + 1))
    }
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < b.length && j < a.length;) {
    const like = at(likes, i, j)
    if (like >= LEAST && at(sums, i, j) === like + at(sums, i + 1, j + 1)) pairs.push([i++, j++])
    else if (at(sums, i, j) === at(sums, i + 1, j)) i++
    else j++
  }
  return pairs
}

/** Each with the likest of the next few. */
function nearest(b: readonly Bag[], a: readonly Bag[]): Places {
  const pairs: [number, number][] = []
  let next = 0
  b.forEach((one, i) => {
    let [found, most] = [-1, LEAST]
    for (let j = next; j < Math.min(a.length, next + NEAR); j++) {
      const other = a[j]
      const like = other ? likeness(one, other) : 0
      if (like >= most && like > 0) [found, most] = [j, like + Number.EPSILON]
    }
    if (found < 0) return
    pairs.push([i, found])
    next = found + 1
  })
  return pairs
}

/** Between two pairs what went stands before what came. */
function inOrder(before: readonly ProseNode[], after: readonly ProseNode[], pairs: Places): readonly Pair[] {
  const all: Pair[] = []
  let [i, j] = [0, 0]
  for (const [toI, toJ] of [...pairs, [before.length, after.length] as const]) {
    for (; i < toI; i++) all.push([before[i] ?? null, null])
    for (; j < toJ; j++) all.push([null, after[j] ?? null])
    if (toI < before.length && toJ < after.length) all.push([before[i++] ?? null, after[j++] ?? null])
  }
  return all
}
