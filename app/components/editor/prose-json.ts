// The small build of zod: this file goes to the browser.
import * as z from 'zod/mini'
import { isBlockName } from '#protocol/block-names.ts'

/** A text as ProseMirror JSON, read from the server as a string. */
export interface ProseMark {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>> | undefined
}
export interface ProseNode {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>> | undefined
  readonly content?: readonly ProseNode[] | undefined
  readonly marks?: readonly ProseMark[] | undefined
  readonly text?: string | undefined
}

const attrs = z.optional(z.record(z.string(), z.unknown()))
const proseNode: z.ZodMiniType<ProseNode> = z.lazy(() =>
  z.object({
    type: z.string(),
    attrs,
    content: z.optional(z.array(proseNode)),
    marks: z.optional(z.array(z.object({ type: z.string(), attrs }))),
    text: z.optional(z.string()),
  }),
)

const EMPTY: ProseNode = { type: 'doc', content: [] }

/** An unreadable text is shown empty: the page around it still helps. */
export function parseProse(content: string | null): ProseNode {
  if (!content) return EMPTY
  try {
    const parsed = proseNode.safeParse(JSON.parse(content))
    return parsed.success ? parsed.data : EMPTY
  } catch {
    return EMPTY
  }
}

/** What stands for what holds no words of its own: a fact of the record, by its kind; a block of the dossier. */
type NameOfFact = (kind: string) => string
type WordsOfBlock = (block: ProseNode) => string

/**
 * One line per block with words, for comparing: cells and list items stand on lines of their own, and a fact of
 * the record under its name in the reader's language.
 */
export function plainLines(
  node: ProseNode,
  nameOfFact: NameOfFact = () => '',
  wordsOfBlock: WordsOfBlock = () => '',
): string[] {
  return blockLines(node, nameOfFact, wordsOfBlock).filter((line) => line.trim() !== '')
}

function blockLines(node: ProseNode, nameOfFact: NameOfFact, wordsOfBlock: WordsOfBlock): string[] {
  if (node.type === 'paragraph' || node.type === 'heading') return [inlineText(node, wordsOfBlock)]
  if (isBlockName(node.type)) return wordsOfBlock(node).split('\n')
  if (node.type === 'recordFact') {
    const kind = node.attrs?.['kind']
    return [`〔${typeof kind === 'string' ? nameOfFact(kind) : ''}〕`]
  }
  return (node.content ?? []).flatMap((child) => blockLines(child, nameOfFact, wordsOfBlock))
}

function inlineText(node: ProseNode, wordsOfBlock: WordsOfBlock): string {
  if (node.type === 'hardBreak') return '\n'
  if (isBlockName(node.type)) return wordsOfBlock(node)
  return node.text ?? (node.content ?? []).map((child) => inlineText(child, wordsOfBlock)).join('')
}

/** Addresses that a text may link to; anything else (`javascript:`, `data:`) is shown as plain words. */
export function safeHref(href: unknown): string | null {
  if (typeof href !== 'string') return null
  if (/^\/(?![/\\])/.test(href)) return href
  return /^(https?:\/\/|mailto:)/i.test(href) ? href : null
}
