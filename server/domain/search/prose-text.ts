import { cited } from '#domain/rulebooks/cite.ts'
import type { ProseNode } from '#domain/minutes/prose.ts'

const isBlock = ({ content }: ProseNode) => content?.some(({ type }) => type === 'text') ?? false
const word = (value: unknown) => (typeof value === 'string' ? value : '')

/** What a block of the dossier says to everybody alike; what it says of the case each reader's own view tells (D-70). */
function blockText({ type, attrs }: ProseNode): string | null {
  if (type === 'dueDay') return word(attrs?.['day'])
  if (type !== 'clauseRef') return null
  const found = cited({ clauseId: word(attrs?.['clauseId']), versionId: word(attrs?.['version']) }, '')
  return found ? `${found.rulebook.instrument}${found.clause.place}` : ''
}

/** The words of a text alone, a block a line. */
export function proseText(node: ProseNode): string {
  if (node.text !== undefined) return node.text
  if (node.type === 'hardBreak') return '\n'
  const own = blockText(node)
  if (own !== null) return own
  const parts = (node.content ?? []).map(proseText)
  return isBlock(node) ? parts.join('') : parts.filter((part) => part !== '').join('\n')
}
