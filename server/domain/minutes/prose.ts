/** A node of ProseMirror JSON: what the shared editor, the stored versions and the print view have in common. */
export interface ProseNode {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly content?: readonly ProseNode[]
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[]
  readonly text?: string
}

export function paragraph(text: string): ProseNode {
  return { type: 'paragraph', content: [{ type: 'text', text }] }
}

export function heading(level: 1 | 2, text: string): ProseNode {
  return { type: 'heading', attrs: { level }, content: [{ type: 'text', text }] }
}

export function orderedList(items: readonly string[]): ProseNode {
  return {
    type: 'orderedList',
    content: items.map((text) => ({ type: 'listItem', content: [paragraph(text)] })),
  }
}
