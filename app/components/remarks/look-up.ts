import type { Node } from '@tiptap/pm/model'
import type { Anchor } from '#domain/remarks/types.ts'
import { endsOf, lettersOf, lookFor, placeOf, runsOf, type Binding, type Range } from './anchors.ts'
import type { Rebound } from './board.ts'

/** Remarks whose words are gone and that are looked for at once; a text that lost more is not what it was. */
const MOST_LOST = 100

export interface LookUp {
  readonly doc: Node
  readonly binding: Binding
  readonly anchors: ReadonlyMap<number, Anchor>
  /** Where each was, mapped through the changes since. */
  readonly known: ReadonlyMap<number, Range>
  /** Those that a change has touched; null: look all of them up. */
  readonly touched: ReadonlySet<number> | null
  /** Those whose letters this editor has y-tiptap write anew. */
  readonly own: ReadonlySet<number>
}

interface LookedUp {
  readonly found: ReadonlyMap<number, Range>
  /** Yjs has them nowhere, this editor has: everybody is to be told. */
  readonly moved: readonly Rebound[]
}

/**
 * Looks up in Yjs what changes have touched, and what has no place yet. Yjs loses letters that are written anew: y-tiptap does
 * that to the second half of a divided paragraph and to a block that becomes another. Then the place counts that the editor
 * has mapped through the change, and where it has none the place where the words stand among the same letters.
 */
export function lookUp({ doc, binding, anchors, known, touched, own }: LookUp): LookedUp {
  const runs = runsOf(binding)
  const found = new Map<number, Range>()
  const moved: Rebound[] = []
  const lost: number[] = []
  const keep = (number: number, range: Range) => {
    const ends = endsOf(doc, range, binding, runs)
    if (!ends) return
    found.set(number, { from: ends.from, to: ends.to })
    moved.push({ number, start: ends.start, end: ends.end })
  }
  for (const [number, anchor] of anchors) {
    const here = known.get(number)
    if (here && touched && !touched.has(number)) {
      found.set(number, here)
      continue
    }
    const there = placeOf(anchor, binding, runs)
    const counts = here && (own.has(number) || wordsAt(doc, here) === anchor.words)
    if (counts && isMoved(here, there)) keep(number, here)
    else if (there) found.set(number, there)
    else lost.push(number)
  }
  const letters = lost.length > 0 ? lettersOf(doc) : null
  for (const number of lost.slice(0, MOST_LOST)) {
    const anchor = anchors.get(number)
    const again = anchor && letters ? lookFor(anchor, letters) : null
    if (again) keep(number, again)
  }
  return { found, moved }
}

const wordsAt = (doc: Node, { from, to }: Range) => (from < to ? doc.textBetween(from, to, '\n') : '')

/** Yjs has nothing of the words, or less than half of what the editor has: they are letters of another make now. */
function isMoved(here: Range, there: Range | null): boolean {
  if (here.from >= here.to) return false
  return !there || (there.to - there.from) * 2 < here.to - here.from
}
