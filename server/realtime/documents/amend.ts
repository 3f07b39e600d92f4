import * as Y from 'yjs'
import { TEXT_FIELD } from '#protocol/text-field.ts'
import type { Amendment } from '#domain/remarks/types.ts'
import { revisionOf } from '#domain/remarks/revision.ts'

/**
 * The update that carries amendments out, and which of them it holds: those whose words stand between their places, letter for
 * letter; so nothing else is put in than what was proposed, and nothing else taken away.
 */
export function amend(
  doc: Y.Doc,
  amendments: readonly Amendment[],
): { readonly update: Uint8Array; readonly made: readonly boolean[] } {
  const copy = new Y.Doc()
  // Until it is asked for by its kind, Yjs does not know that the text is one of elements.
  const text = copy.getXmlFragment(TEXT_FIELD)
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const before = Y.encodeStateVector(copy)
  const made = amendments.map(() => false)
  copy.transact(() => {
    for (const at of fromTheEnd(copy, text, amendments)) {
      const amendment = amendments[at]
      if (amendment) made[at] = carryOut(copy, amendment)
    }
  })
  const update = Y.encodeStateAsUpdate(copy, before)
  copy.destroy()
  return { update, made }
}

/** Letters that are divided off are made anew and lose their places: whatever is to be done to them is done before. */
function fromTheEnd(doc: Y.Doc, text: Y.XmlFragment, amendments: readonly Amendment[]): readonly number[] {
  const order = new Map(runsIn(text).map((run, at) => [run, at]))
  return amendments
    .map(({ start }, at) => ({ at, place: placeIn(doc, start) }))
    .map(({ at, place }) => ({
      at,
      run: order.get(place?.type as Y.XmlText) ?? -1,
      index: place?.index ?? 0,
    }))
    .sort((a, b) => b.run - a.run || b.index - a.index)
    .map(({ at }) => at)
}

export function runsIn(parent: Y.XmlFragment): readonly Y.XmlText[] {
  return parent
    .toArray()
    .flatMap((child) =>
      child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? runsIn(child) : [],
    )
}

/** Places come from whoever proposed: anything that is none is none. */
export function placeIn(doc: Y.Doc, place: string): Y.AbsolutePosition | null {
  try {
    const relative = Y.decodeRelativePosition(Uint8Array.from(Buffer.from(place, 'base64')))
    return Y.createAbsolutePositionFromRelativePosition(relative, doc)
  } catch {
    return null
  }
}

function carryOut(doc: Y.Doc, { start, end, before, text }: Amendment): boolean {
  const [from, to] = [placeIn(doc, start), placeIn(doc, end)]
  const run = from?.type
  if (!from || !to || run !== to.type || !(run instanceof Y.XmlText)) return false
  const words = lettersOf(run).slice(from.index, to.index)
  // It was made, and the server fell before it stood in the record.
  if (words === text) return true
  if (words === '' || words !== before) return false
  const { start: skipped, removed, added } = revisionOf({ before, text })
  // A row of a table of losses cannot be divided: what is proposed says nothing of its other columns.
  if (added.includes('\n') && !isPlain(run.parent)) return false
  const at = from.index + skipped
  run.delete(at, removed.length)
  insertLines(run, at, added)
  if (added === '' && run.length === 0 && isPlain(run.parent)) removeEmpty(run)
  return true
}

const isElement = (type: unknown): type is Y.XmlElement => type instanceof Y.XmlElement
const isPlain = (type: unknown) => isElement(type) && /^(paragraph|heading)$/.test(type.nodeName)
/** Goes with the last of what it holds. */
const HOLDS = /^(paragraph|heading|listItem|bulletList|orderedList|blockquote)$/

type Delta = readonly { readonly insert?: unknown; readonly attributes?: Record<string, unknown> }[]

export function lettersOf(run: Y.XmlText): string {
  return (run.toDelta() as Delta)
    .map(({ insert }) => (typeof insert === 'string' ? insert : '\uFFFC'))
    .join('')
}

/** A line break divides the block; what stood behind goes along, as with the Enter key. */
function insertLines(run: Y.XmlText, at: number, text: string): void {
  const [first = '', ...further] = text.split('\n')
  if (first !== '') run.insert(at, first)
  const block = run.parent
  if (further.length === 0 || !isElement(block)) return
  const end = at + first.length
  const tail = tailOf(run, end)
  const siblings = block.toArray()
  const behind = siblings.slice(siblings.indexOf(run) + 1).map((one) => one.clone())
  run.delete(end, run.length - end)
  if (behind.length > 0) block.delete(siblings.length - behind.length, behind.length)
  const isEnd = tail.length === 0 && behind.length === 0
  const blocks = further.map((words, index) => {
    const isLast = index === further.length - 1
    const next = new Y.XmlElement(isLast && !isEnd ? block.nodeName : 'paragraph')
    if (isLast && !isEnd)
      for (const [name, value] of Object.entries(block.getAttributes()))
        next.setAttribute(name, value as string)
    const letters = new Y.XmlText()
    const delta = [...(words === '' ? [] : [{ insert: words }]), ...(isLast ? tail : [])]
    if (delta.length > 0) letters.applyDelta(delta)
    next.insert(0, [...(delta.length > 0 ? [letters] : []), ...(isLast ? (behind as Y.XmlText[]) : [])])
    return next
  })
  insertBlocks(block, blocks)
}

function tailOf(run: Y.XmlText, end: number): Delta {
  let at = 0
  return (run.toDelta() as Delta).flatMap((part) => {
    const words = typeof part.insert === 'string' ? part.insert : ''
    const kept = words.slice(Math.max(0, end - at))
    at += words.length
    return kept === '' ? [] : [{ ...part, insert: kept }]
  })
}

/** Behind a point of a list come further points of it. */
function insertBlocks(block: Y.XmlElement, blocks: readonly Y.XmlElement[]): void {
  const above = block.parent
  if (!(above instanceof Y.XmlFragment)) return
  const list = above instanceof Y.XmlElement && above.nodeName === 'listItem' ? above.parent : null
  if (!(list instanceof Y.XmlFragment) || above.length > 1) above.insertAfter(block, [...blocks])
  else
    list.insertAfter(
      above as Y.XmlElement,
      blocks.map((one) => {
        const item = new Y.XmlElement('listItem')
        item.insert(0, [one])
        return item
      }),
    )
}

/** A block of which nothing is left goes too, with the point or the list that held it alone; a cell stays. */
function removeEmpty(run: Y.XmlText): void {
  let gone: Y.XmlText | Y.XmlElement = run
  while (isElement(gone.parent) && gone.parent.length === 1 && HOLDS.test(gone.parent.nodeName))
    gone = gone.parent
  const above = gone.parent
  if (gone === run || !(above instanceof Y.XmlFragment) || above.length <= 1) return
  above.delete(above.toArray().indexOf(gone), 1)
}
