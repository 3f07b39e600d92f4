import { DeletedTextRun, ExternalHyperlink, InsertedTextRun, TextRun, type ParagraphChild } from 'docx'
import type { WordNode } from '#server/services/word-files.ts'

/** XML knows neither controls nor half a sign, and Word opens no file with one. */
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu
export const writable = (text: string): string => text.replace(NOT_IN_XML, '')

type Marks = NonNullable<WordNode['marks']>
const marked = (marks: Marks, name: string) => {
  const mark = marks.find(({ type }) => type === name)
  return mark && (mark.attrs ?? {})
}

/** The words of a paragraph. Each revision of a file has a number of its own. */
export class Runs {
  private revision = 0

  of(nodes: readonly WordNode[]): ParagraphChild[] {
    return nodes.flatMap((node) => {
      if (node.type === 'hardBreak') return [new TextRun({ break: 1 })]
      return node.type === 'text'
        ? this.words(node.text ?? '', node.marks ?? [])
        : this.of(node.content ?? [])
    })
  }

  /** A proposal that divides a paragraph breaks the line: Word has no insertion over two paragraphs that could be one of ours. */
  private words(text: string, marks: Marks): ParagraphChild[] {
    const look = {
      ...(marked(marks, 'bold') && { bold: true }),
      ...(marked(marks, 'italic') && { italics: true }),
      ...(marked(marks, 'strike') && { strike: true }),
      ...(marked(marks, 'underline') && { underline: {} }),
    }
    const lines = writable(text)
      .split('\n')
      .map((line, index) => ({ text: line, ...look, ...(index > 0 && { break: 1 }) }))
    const come = marked(marks, 'insertion')
    const gone = marked(marks, 'deletion')
    if (come) return lines.map((line) => new InsertedTextRun({ ...line, ...this.by(come) }))
    if (gone) return lines.map((line) => new DeletedTextRun({ ...line, ...this.by(gone) }))
    const link = marked(marks, 'link')?.['href']
    const runs = lines.map((line) => new TextRun(line))
    return typeof link === 'string' && /^(https?:\/\/|mailto:)/i.test(link)
      ? [new ExternalHyperlink({ link: writable(link), children: runs })]
      : runs
  }

  private by({ by, at }: Readonly<Record<string, unknown>>) {
    this.revision += 1
    return {
      id: this.revision,
      author: writable(typeof by === 'string' ? by : ''),
      // Word reads whole seconds.
      date: typeof at === 'string' ? at.replace(/\.\d+Z$/, 'Z') : '',
    }
  }
}
