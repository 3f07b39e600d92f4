import type { ProseNode } from '#app/components/editor/prose-json.ts'
import { isBlockName } from '#protocol/block-names.ts'

/**
 * A text with the words of its blocks in their places: a block holds ids, and what is compared is what the reader was shown
 * with each version (D-70, D-76).
 */
export function withWords(node: ProseNode, wordsOf: (block: ProseNode) => string): ProseNode {
  const isLine = node.type === 'paragraph' || node.type === 'heading'
  const content = node.content?.flatMap((child): readonly ProseNode[] => {
    if (!isBlockName(child.type)) return [withWords(child, wordsOf)]
    const words = wordsOf(child)
    if (isLine) return words === '' ? [] : [{ type: 'text', text: words }]
    return words.split('\n').map((line) => ({
      type: 'paragraph',
      ...(line !== '' && { content: [{ type: 'text', text: line }] }),
    }))
  })
  return content ? { ...node, content } : node
}
