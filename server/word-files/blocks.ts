import { AlignmentType, HeadingLevel, LevelFormat, Paragraph, type ILevelsOptions, type Table } from 'docx'
import type { WordNode } from '#server/services/word-files.ts'
import { Runs } from './runs.ts'
import { STYLE, THIN_LINE } from './styles.ts'
import { tableOf } from './tables.ts'

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
]
/** Word's own: a list within nine others is shown with the ninth. */
const LEVELS = 9
const BULLETS = 'bullets'
const SIGNS = ['●', '○', '■']
const INDENT = 640

type Blocks = (Paragraph | Table)[]

/** Where a block stands. */
interface Within {
  readonly style: string
  /** Of lists around it. */
  readonly depth: number
}

const level = (at: number, how: Pick<ILevelsOptions, 'format' | 'text' | 'start'>): ILevelsOptions => ({
  ...how,
  level: at,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: INDENT * (at + 1), hanging: 480 } } },
})

/** The blocks of a text as Word has them, and the lists that they number by. */
export class BlocksOfText {
  private readonly runs = new Runs()
  private readonly lists: { readonly reference: string; readonly levels: readonly ILevelsOptions[] }[] = [
    {
      reference: BULLETS,
      levels: Array.from({ length: LEVELS }, (_, at) =>
        level(at, { format: LevelFormat.BULLET, text: SIGNS[at % SIGNS.length] ?? '' }),
      ),
    },
  ]

  /** Asked once all blocks are made. */
  get numbering() {
    return { config: this.lists }
  }

  all(nodes: readonly WordNode[], within: Within = { style: STYLE.body, depth: 0 }): Blocks {
    return nodes.flatMap((node) => this.one(node, within))
  }

  private one(node: WordNode, within: Within): Blocks {
    const inside = node.content ?? []
    switch (node.type) {
      case 'paragraph':
        return [
          new Paragraph({
            style: within.style,
            children: this.runs.of(inside),
            ...(within.depth > 0 && { indent: { left: INDENT * within.depth, firstLine: 0 } }),
          }),
        ]
      case 'heading':
        return [
          new Paragraph({
            heading: HEADINGS[Number(node.attrs?.['level'] ?? 1) - 1] ?? HeadingLevel.HEADING_4,
            children: this.runs.of(inside),
          }),
        ]
      case 'bulletList':
        return this.list(inside, BULLETS, within)
      case 'orderedList':
        return this.list(inside, this.numbered(Number(node.attrs?.['start'] ?? 1)), within)
      case 'blockquote':
        return this.all(inside, { ...within, style: STYLE.quote })
      case 'horizontalRule':
        return [new Paragraph({ border: { bottom: THIN_LINE } })]
      case 'table':
        return [
          tableOf(node, (cell) => {
            const blocks = this.all(cell.content ?? [], { style: STYLE.cell, depth: 0 })
            return blocks.length > 0 ? blocks : [new Paragraph({ style: STYLE.cell })]
          }),
        ]
      case 'text':
        return [new Paragraph({ style: within.style, children: this.runs.of([node]) })]
      default:
        return this.all(inside, within)
    }
  }

  private numbered(start: number): string {
    const reference = `numbers-${String(this.lists.length)}`
    const levels = Array.from({ length: LEVELS }, (_, at) =>
      level(at, { format: LevelFormat.DECIMAL, text: `%${String(at + 1)}.`, start: Math.max(0, start) }),
    )
    this.lists.push({ reference, levels })
    return reference
  }

  /** The first paragraph of a point has its sign; what else stands in it begins below its words. */
  private list(items: readonly WordNode[], reference: string, { style, depth }: Within): Blocks {
    const below = { style: style === STYLE.body ? STYLE.list : style, depth: depth + 1 }
    return items.flatMap((item) => {
      const [first, ...rest] = item.content ?? []
      const isPlain = first?.type === 'paragraph'
      const point = new Paragraph({
        style: below.style,
        numbering: { reference, level: Math.min(depth, LEVELS - 1) },
        children: isPlain ? this.runs.of(first.content ?? []) : [],
      })
      return [point, ...this.all(isPlain ? rest : (item.content ?? []), below)]
    })
  }
}
