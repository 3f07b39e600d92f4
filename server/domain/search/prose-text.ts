import type { ProseNode } from '#domain/minutes/prose.ts'

const isBlock = ({ content }: ProseNode) => content?.some(({ type }) => type === 'text') ?? false

/** The words of a text alone, a block a line. */
export function proseText(node: ProseNode): string {
  if (node.text !== undefined) return node.text
  if (node.type === 'hardBreak') return '\n'
  const parts = (node.content ?? []).map(proseText)
  return isBlock(node) ? parts.join('') : parts.filter((part) => part !== '').join('\n')
}
