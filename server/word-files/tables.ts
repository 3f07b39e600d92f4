import { Table, TableCell, TableRow, VerticalAlignTable, WidthType, type Paragraph } from 'docx'
import type { WordNode } from '#server/services/word-files.ts'
import { TEXT_WIDTH } from './styles.ts'

interface Placed {
  readonly node: WordNode
  readonly column: number
  readonly columns: number
  readonly rows: number
}

/** A cell that is wider than this stands in no text that a person made; Word itself knows 63. */
const MOST_COLUMNS = 200

function whole(value: unknown, most: number): number {
  return typeof value === 'number' && value >= 1 ? Math.min(Math.floor(value), most) : 1
}

/** Which column each cell begins in, with those that hang down from the rows above. */
function placed(rows: readonly WordNode[]): { readonly grid: readonly Placed[][]; readonly columns: number } {
  const taken: boolean[][] = rows.map(() => [])
  let columns = 1
  const grid = rows.map((row, at) =>
    (row.content ?? []).flatMap((node) => {
      const here = taken[at] ?? []
      let column = 0
      while (here[column]) column += 1
      if (column >= MOST_COLUMNS) return []
      const across = whole(node.attrs?.['colspan'], MOST_COLUMNS - column)
      const down = whole(node.attrs?.['rowspan'], rows.length - at)
      for (let below = at; below < at + down; below += 1)
        for (let beside = column; beside < column + across; beside += 1) {
          const line = taken[below]
          if (line) line[beside] = true
        }
      columns = Math.max(columns, column + across)
      return [{ node, column, columns: across, rows: down }]
    }),
  )
  return { grid, columns }
}

/** As wide as they were drawn, together as wide as the text; those that nobody drew share alike. */
function widths(grid: readonly Placed[][], columns: number): readonly number[] {
  const drawn: number[] = Array.from({ length: columns }, () => 0)
  for (const { node, column } of grid.flat()) {
    const pixels: unknown = node.attrs?.['colwidth']
    if (!Array.isArray(pixels)) continue
    pixels.forEach((width: unknown, index) => {
      if (typeof width === 'number' && width > 0 && column + index < columns) drawn[column + index] = width
    })
  }
  const known = drawn.filter((width) => width > 0)
  const usual = known.length > 0 ? known.reduce((sum, width) => sum + width, 0) / known.length : 1
  const all = drawn.map((width) => width || usual)
  const sum = all.reduce((before, width) => before + width, 0)
  return all.map((width) => Math.floor((width / sum) * TEXT_WIDTH))
}

/** A table with its merged cells; rows of headings alone are repeated on every page. */
export function tableOf(node: WordNode, inside: (cell: WordNode) => (Paragraph | Table)[]): Table {
  const rows = node.content ?? []
  const { grid, columns } = placed(rows)
  const wide = widths(grid, columns)
  let isHead = true
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: wide,
    rows: grid.map((cells, at) => {
      isHead &&=
        at < rows.length - 1 &&
        cells.length > 0 &&
        cells.every(({ node: { type } }) => type === 'tableHeader')
      return new TableRow({
        // Written as false it would be read as true.
        ...(isHead && { tableHeader: true }),
        children: cells.map(
          (cell) =>
            new TableCell({
              children: inside(cell.node),
              columnSpan: cell.columns,
              rowSpan: cell.rows,
              verticalAlign: VerticalAlignTable.CENTER,
              margins: { left: 85, right: 85 },
              width: {
                size: wide.slice(cell.column, cell.column + cell.columns).reduce((sum, one) => sum + one, 0),
                type: WidthType.DXA,
              },
            }),
        ),
      })
    }),
  })
}
