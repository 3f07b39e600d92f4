import { diffChars } from 'diff'
import * as Y from 'yjs'
import { MOST_AROUND } from '#domain/remarks/limits.ts'
import { revisionOf } from '#domain/remarks/revision.ts'
import type { Suggestion } from '#domain/remarks/types.ts'
import { TEXT_FIELD } from '#protocol/text-field.ts'

/** A paragraph or heading; what stands in it that is no letter (a reference, a line break) is read as one of its own. */
interface Block {
  readonly element: Y.XmlElement
  readonly text: string
  readonly runs: readonly { readonly letters: Y.XmlText; readonly at: number; readonly end: number }[]
  /** The cell of a table that it stands in; words of one cell are never proposed in another. */
  readonly cell: string
}

/** Stands for what is no letter. */
const OBJECT = '\uFFFC'

/** Words that a draft has otherwise than the text, and where both stand. */
export interface Change extends Suggestion {
  /** In the text: where `before` begins. */
  readonly letters: Y.XmlText
  readonly from: number
  /** In the draft: what was added, piece by piece, and where what was taken away would stand. */
  readonly added: readonly { readonly letters: Y.XmlText; readonly from: number; readonly to: number }[]
  readonly removed: { readonly letters: Y.XmlText | null; readonly at: number; readonly words: string }
}

export interface Compared {
  readonly changes: readonly Change[]
  /** Changes that cannot be proposed: of what is no letter, and where no letter holds them, as in an empty cell. */
  readonly homeless: number
}

const nameOf = (type: Y.XmlElement) =>
  type._item ? `${String(type._item.id.client)}:${String(type._item.id.clock)}` : ''

function wordsOf(letters: Y.XmlText): string {
  const delta = letters.toDelta() as readonly { readonly insert?: unknown }[]
  return delta.map(({ insert }) => (typeof insert === 'string' ? insert : OBJECT)).join('')
}

const TEXT_BLOCKS = /^(paragraph|heading|lossRow)$/

function blocksIn(doc: Y.Doc): readonly Block[] {
  const blocks: Block[] = []
  const walk = (parent: Y.XmlFragment, cell: string) => {
    for (const child of parent.toArray()) {
      if (!(child instanceof Y.XmlElement)) continue
      if (TEXT_BLOCKS.test(child.nodeName)) blocks.push(blockOf(child, cell))
      else walk(child, /^(table(Cell|Header)|lossTable)$/.test(child.nodeName) ? nameOf(child) : cell)
    }
  }
  walk(doc.getXmlFragment(TEXT_FIELD), '')
  return blocks
}

function blockOf(element: Y.XmlElement, cell: string): Block {
  let text = ''
  const runs: { letters: Y.XmlText; at: number; end: number }[] = []
  for (const child of element.toArray()) {
    const at = text.length
    text += child instanceof Y.XmlText ? wordsOf(child) : OBJECT
    if (child instanceof Y.XmlText) runs.push({ letters: child, at, end: text.length })
  }
  return { element, text, runs, cell }
}

/**
 * What a draft proposes. It began as a copy of the text and takes in every change of it, so the same blocks have the same
 * names in both. A block that is new in it belongs to the one before: a divided paragraph is a line break put in.
 */
export function changesBetween(text: Y.Doc, draft: Y.Doc): Compared {
  // What is empty holds nothing.
  const known = blocksIn(text).filter((block) => block.text !== '')
  const { parts, homeless } = sorted(known, blocksIn(draft))
  const found = known.flatMap((block) => changesOf(block, parts.get(nameOf(block.element)) ?? []))
  const changes = found.flatMap((change) => change ?? [])
  return { changes, homeless: homeless + found.length - changes.length }
}

/** To each block of the text what stands for it in the draft, in the draft's order. */
function sorted(known: readonly Block[], draft: readonly Block[]) {
  const parts = new Map<string, Block[]>(known.map(({ element }) => [nameOf(element), []]))
  const alive = new Set(draft.map(({ element }) => nameOf(element)).filter((name) => parts.has(name)))
  let homeless = 0
  let before: Block | null = null
  const waiting: Block[] = []
  const settle = (holder: Block | null | undefined, block: Block) => {
    const there = holder && holder.cell === block.cell ? parts.get(nameOf(holder.element)) : undefined
    if (there) there.push(block)
    else homeless += 1
  }
  for (const block of draft) {
    const name = nameOf(block.element)
    if (alive.has(name)) {
      for (const one of waiting.splice(0)) settle(block, one)
      parts.get(name)?.push(block)
      before = block
    } else if (block.text === '') continue
    else if (before?.cell === block.cell) settle(before, block)
    else waiting.push(block)
  }
  // Everything around it was taken away.
  for (const block of waiting)
    settle(
      known.find(({ cell, element }) => cell === block.cell && !alive.has(nameOf(element))),
      block,
    )
  return { parts, homeless }
}

/** Changes that so few equal letters lie between are read as one. */
const NEAR = 2

interface Hunk {
  /** In the text. */
  from: number
  to: number
  /** In the draft. */
  readonly start: number
  end: number
}

function hunksOf(before: string, after: string): readonly Hunk[] {
  const hunks: Hunk[] = []
  let [from, start] = [0, 0]
  for (const { value, added, removed } of diffChars(before, after)) {
    const to = added ? from : from + value.length
    const end = removed ? start : start + value.length
    if (added || removed) {
      const last = hunks.at(-1)
      if (last && from - last.to <= NEAR) Object.assign(last, { to, end })
      else hunks.push({ from, to, start, end })
    }
    ;[from, start] = [to, end]
  }
  return hunks
}

const lastLetter = (text: string) => [...text.slice(-2)].at(-1) ?? ''
const firstLetter = (text: string) => [...text.slice(0, 2)][0] ?? ''

/** Null for a change that cannot be proposed. */
function changesOf(block: Block, parts: readonly Block[]): readonly (Change | null)[] {
  const { text } = block
  const after = parts.map((part) => part.text).join('\n')
  if (after === text) return []
  return hunksOf(text, after).map((hunk) => {
    // What lies between two changes that are read as one may stand on both sides.
    const {
      start: skipped,
      removed,
      added,
    } = revisionOf({
      before: text.slice(hunk.from, hunk.to),
      text: after.slice(hunk.start, hunk.end),
    })
    const [from, start] = [hunk.from + skipped, hunk.start + skipped]
    const held = heldBy(text, from, removed, added)
    const run =
      held && block.runs.find(({ at, end }) => at <= held.from && held.from + held.before.length <= end)
    if (!run || (held.before + held.text).includes(OBJECT)) return null
    return {
      ...{ letters: run.letters, from: held.from - run.at, before: held.before, text: held.text },
      added: piecesOf(parts, start, start + added.length),
      removed: { ...placeOf(parts, start), words: removed },
    }
  })
}

/** Something must hold what is put in: the letter before, or where there is none the letter behind. */
function heldBy(text: string, from: number, removed: string, added: string) {
  if (removed !== '') return { from, before: removed, text: added }
  const last = lastLetter(text.slice(0, from))
  if (last !== '' && last !== OBJECT) return { from: from - last.length, before: last, text: last + added }
  const first = firstLetter(text.slice(from))
  return first === '' ? null : { from, before: first, text: added + first }
}

const runsOf = (parts: readonly Block[]) => {
  let base = 0
  return parts.flatMap(({ runs, text }) => {
    const here = base
    base += text.length + 1
    return runs.map(({ letters, at, end }) => ({ letters, at: here + at, end: here + end }))
  })
}

function piecesOf(parts: readonly Block[], start: number, stop: number): Change['added'] {
  return runsOf(parts).flatMap(({ letters, at, end }) => {
    const [from, to] = [Math.max(at, start), Math.min(end, stop)]
    return from < to ? [{ letters, from: from - at, to: to - at }] : []
  })
}

function placeOf(parts: readonly Block[], start: number): { letters: Y.XmlText | null; at: number } {
  const run = runsOf(parts).find(({ at, end }) => at <= start && start <= end)
  return run ? { letters: run.letters, at: start - run.at } : { letters: null, at: 0 }
}

const asText = (position: Y.RelativePosition) =>
  btoa(String.fromCharCode(...Y.encodeRelativePosition(position)))

/** As the command has it. */
export function asProposed({ letters, from, before, text }: Change) {
  const to = from + before.length
  const words = wordsOf(letters)
  return {
    anchor: {
      start: asText(Y.createRelativePositionFromTypeIndex(letters, from, 0)),
      end: asText(Y.createRelativePositionFromTypeIndex(letters, to, -1)),
      before: words.slice(Math.max(0, from - MOST_AROUND), from),
      after: words.slice(to, to + MOST_AROUND),
    },
    ...{ before, text },
  }
}
