import type { Node } from '@tiptap/pm/model'

const known = new WeakMap<Node, number>()
const WHITE = /[\s\u200b\ufeff]/gu

/** 字数: every sign but white space, punctuation included; a rare sign of two code units is one. */
export function lettersIn(text: string): number {
  const dense = text.replace(WHITE, '')
  let pairs = 0
  for (let at = 0; at < dense.length; at += 1) if ((dense.charCodeAt(at) & 0xfc00) === 0xdc00) pairs += 1
  return dense.length - pairs
}

/** Of a text; blocks that nobody has changed are not counted again. */
export function countLetters(doc: Node): number {
  let sum = 0
  doc.forEach((block) => {
    const before = known.get(block)
    const count = before ?? lettersIn(block.textContent)
    if (before === undefined) known.set(block, count)
    sum += count
  })
  return sum
}

export interface Heading {
  readonly pos: number
  readonly level: number
  readonly words: string
}

/** The headings of a text in order, those in quotations too; cells of tables have none that lead anywhere. */
export function headingsOf(doc: Node): readonly Heading[] {
  const found: Heading[] = []
  doc.descendants((node, pos) => {
    if (node.type.name === 'heading' && node.textContent.trim() !== '')
      found.push({ pos, level: Number(node.attrs['level']), words: node.textContent })
    return !node.isTextblock && node.type.name !== 'table'
  })
  return found
}
