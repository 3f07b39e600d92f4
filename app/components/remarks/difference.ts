import type { Node } from '@tiptap/pm/model'
import { StepMap } from '@tiptap/pm/transform'
import type { Range } from './anchors.ts'

/** What differs between two states of a text, as one replacement; null where nothing does. */
export function difference(before: Node, after: Node): StepMap | null {
  const start = before.content.findDiffStart(after.content)
  if (start === null) return null
  const end = before.content.findDiffEnd(after.content)
  if (!end) return null
  // "aa" in "aaa": both ends claim the same letter.
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  return new StepMap([start, end.a + overlap - start, end.b + overlap - start])
}

/** Of the state before. */
export function changedRange(map: StepMap): Range {
  let range = { from: 0, to: 0 }
  map.forEach((from, to) => {
    range = { from, to }
  })
  return range
}

/** Letters came or went within one block, and nothing else: y-tiptap then keeps all the others. */
export function isWithinOneBlock(before: Node, after: Node, map: StepMap): boolean {
  const { from, to } = changedRange(map)
  const isOne = (doc: Node, start: number, end: number) => {
    const [a, b] = [doc.resolve(start), doc.resolve(end)]
    return a.parent.isTextblock && a.sameParent(b)
  }
  return isOne(before, from, to) && isOne(after, from, map.map(to, 1))
}

/** With all of the blocks it lies in: of one that is divided, joined or made another, y-tiptap writes the letters anew. */
export function wholeBlocks(doc: Node, { from, to }: Range): Range {
  const [start, end] = [doc.resolve(from), doc.resolve(to)]
  return { from: start.depth > 0 ? start.before(1) : from, to: end.depth > 0 ? end.after(1) : to }
}
