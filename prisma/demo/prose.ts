/** Text as ProseMirror JSON, from lines: `# ` heads a section, anything else is a paragraph. */
export interface ProseNode {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly content?: readonly ProseNode[]
  readonly text?: string
}

export function prose(...lines: readonly string[]): ProseNode {
  return {
    type: 'doc',
    content: lines.map((line) =>
      line.startsWith('# ')
        ? { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: line.slice(2) }] }
        : { type: 'paragraph', content: [{ type: 'text', text: line }] },
    ),
  }
}
