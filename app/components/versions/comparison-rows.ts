import type { Compared } from './compare-prose.ts'

/** A block, with its number among the changes; or equal blocks that nobody has to read. */
export type Row =
  | { readonly kind: 'block'; readonly one: Compared; readonly place: number | null }
  | { readonly kind: 'fold'; readonly blocks: readonly Compared[] }

/** So many equal blocks stay on either side of a change, to tell where it is. */
const AROUND = 1
/** Folding fewer saves nothing. */
const LEAST_FOLDED = 3

/** What is shown of a comparison: every change with a little around it, the rest folded. */
export function rowsOf(compared: readonly Compared[]): readonly Row[] {
  const rows: Row[] = []
  let places = 0
  let equal: Compared[] = []

  function endEqual(isLast: boolean): void {
    const head = rows.length === 0 ? 0 : AROUND
    const tail = isLast ? 0 : AROUND
    const folded = equal.slice(head, equal.length - tail)
    const shown = (blocks: readonly Compared[]) =>
      blocks.forEach((one) => rows.push({ kind: 'block', one, place: null }))
    if (folded.length < LEAST_FOLDED) shown(equal)
    else {
      shown(equal.slice(0, head))
      rows.push({ kind: 'fold', blocks: folded })
      shown(equal.slice(equal.length - tail))
    }
    equal = []
  }

  for (const one of compared) {
    if (one.kind === 'same') equal.push(one)
    else {
      endEqual(false)
      rows.push({ kind: 'block', one, place: (places += 1) })
    }
  }
  endEqual(true)
  return rows
}
