import { diffArrays, diffChars } from 'diff'

export interface Piece {
  readonly text: string
  readonly change: 'same' | 'added' | 'removed'
}

const piece = (text: string, change: Piece['change']): Piece => ({ text, change })

/**
 * Two texts as lines of pieces. Whole paragraphs first, then characters within those that changed: Chinese has
 * no blanks between words, and a comparison of all characters at once costs seconds for a long report.
 */
export function compareLines(
  before: readonly string[],
  after: readonly string[],
): readonly (readonly Piece[])[] {
  const rows: Piece[][] = []
  const parts = diffArrays([...before], [...after])
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]
    const next = parts[at + 1]
    if (!part) continue
    if (!part.added && !part.removed) {
      rows.push(...part.value.map((line) => [piece(line, 'same')]))
    } else if (part.removed && next?.added) {
      rows.push(...changedLines(part.value, next.value))
      at++
    } else rows.push(...part.value.map((line) => [piece(line, part.added ? 'added' : 'removed')]))
  }
  return rows
}

/** Lines that stand at the same place in both are compared character by character; the rest came or went. */
function changedLines(before: readonly string[], after: readonly string[]): Piece[][] {
  const common = Math.min(before.length, after.length)
  const rows: Piece[][] = []
  for (let at = 0; at < common; at++)
    rows.push(
      diffChars(before[at] ?? '', after[at] ?? '').map(({ value, added, removed }) =>
        piece(value, added ? 'added' : removed ? 'removed' : 'same'),
      ),
    )
  rows.push(...before.slice(common).map((line) => [piece(line, 'removed')]))
  rows.push(...after.slice(common).map((line) => [piece(line, 'added')]))
  return rows
}

export function countChanges(rows: readonly (readonly Piece[])[]): { added: number; removed: number } {
  const sum = (change: Piece['change']) =>
    rows.flat().reduce((total, { text, change: is }) => (is === change ? total + [...text].length : total), 0)
  return { added: sum('added'), removed: sum('removed') }
}
