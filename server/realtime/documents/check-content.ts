import * as Y from 'yjs'
import { isBlockAttribute } from '#protocol/block-attributes.ts'
import { isBlockName } from '#protocol/block-names.ts'
import { FORM_FIELD, TEXT_FIELD } from '#protocol/text-field.ts'
import { textSchema } from './document-text.ts'

/** Deeper than any list in a table; readers walk a text by recursion and would run out of stack at some thousands. */
const MOST_LEVELS = 100
/** HTML's own limit. Browsers lay tables out cell by cell: a span of a thousand million stops every reader's page. */
const MOST_COLUMNS = 1_000

type Structs = ReturnType<typeof Y.decodeUpdate>['structs']

/**
 * Whether editors and server can read what an update brought; `doc` holds it already. A text is elements with
 * plain attributes and words in them, a form plain values. Yjs carries out anything, and whoever reads it then
 * fails: everybody, for good. Elements and marks of unknown names pass, as readers leave them out; a block of the
 * dossier carries what its kind may carry and nothing else (D-71).
 */
export function isReadable(doc: Y.Doc, structs: Structs): boolean {
  const roots = { text: doc.getXmlFragment(TEXT_FIELD), form: doc.getMap(FORM_FIELD) }
  return structs.every(({ id, length }) => {
    // A struct of the update may be several by now: a part of it can be deleted.
    for (let clock = id.clock; clock < id.clock + length;) {
      // In a damaged document it may wait for what is lost; then nobody reads it.
      if (Y.getState(doc.store, id.client) <= clock) return true
      const item = Y.getItem(doc.store, Y.createID(id.client, clock))
      if (item instanceof Y.Item && !item.deleted && !isItemReadable(item, roots)) return false
      clock = item.id.clock + item.length
    }
    return true
  })
}

interface Roots {
  readonly text: Y.XmlFragment
  readonly form: Y.Map<unknown>
}

function isItemReadable({ parent, parentSub, content }: Y.Item, { text, form }: Roots): boolean {
  if (parent === form) return content instanceof Y.ContentAny
  if (!(parent instanceof Y.AbstractType) || !isWithin(parent, text)) return false
  if (parentSub !== null)
    return (
      content instanceof Y.ContentAny &&
      content.arr.every((value) => isAttribute(nameOf(parent), parentSub, value))
    )
  if (parent instanceof Y.XmlText)
    return content instanceof Y.ContentString || (content instanceof Y.ContentFormat && isMark(content.value))
  if (!(content instanceof Y.ContentType)) return false
  if (content.type instanceof Y.XmlElement) return isElement(content.type.nodeName, parent === text)
  return content.type instanceof Y.XmlText && parent !== text
}

/**
 * Readers leave out what they do not know, and what they know and find in a wrong place; but they cannot make words of an
 * element, nor a text of what is no block.
 */
function isElement(name: string, isBlock: boolean): boolean {
  const type = textSchema.nodes[name]
  if (!type) return true
  const { topNodeType } = textSchema
  if (type.isText || type === topNodeType) return false
  return !isBlock || topNodeType.contentMatch.matchType(type) !== null
}

function isWithin(type: Y.AbstractType<unknown>, root: Y.XmlFragment): boolean {
  let above: unknown = type
  for (let level = 0; level < MOST_LEVELS; level++) {
    if (above === root) return true
    if (!(above instanceof Y.AbstractType) || !above._item) return false
    above = above._item.parent
  }
  return false
}

const nameOf = (type: Y.AbstractType<unknown>) => (type instanceof Y.XmlElement ? type.nodeName : '')

function isAttribute(element: string, name: string, value: unknown): boolean {
  if (isBlockName(element)) return isBlockAttribute(element, name, value)
  if (name === 'colspan') return typeof value === 'number' && value >= 1 && value <= MOST_COLUMNS
  return Array.isArray(value) ? value.every(isPlain) : isPlain(value)
}

/** A mark is there, with attributes or without, or ends. */
function isMark(value: unknown): boolean {
  return typeof value === 'object' && value !== null ? Object.values(value).every(isPlain) : isPlain(value)
}

/** What JSON has a word for: a text is hashed as JSON, and `NaN` or a number of any length has no canonical form. */
const isPlain = (value: unknown) =>
  value === null || ['string', 'boolean', 'undefined'].includes(typeof value) || Number.isFinite(value)
