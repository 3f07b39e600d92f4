import { getSchema } from '@tiptap/core'
import { initProseMirrorDoc, updateYFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import canonicalize from 'canonicalize'
import * as Y from 'yjs'
import { isBlockName } from '#protocol/block-names.ts'
import { documentExtensions, FORM_FIELD, TEXT_FIELD } from '#protocol/text-schema.ts'

export const textSchema = getSchema(documentExtensions)
type TextNode = ReturnType<typeof textSchema.nodeFromJSON>

/** A document at one moment. */
interface TextOfDocument {
  /** The whole Y.Doc as one update. */
  readonly state: Uint8Array
  /** ProseMirror JSON in the canonical form of RFC 8785: what is hashed. */
  readonly content: string
  /** The words alone, one block a line. */
  readonly text: string
  /** Neither words nor facts nor blocks. */
  readonly isEmpty: boolean
  /** The form beside the text, plain values; `{}` where there is none. */
  readonly form: Readonly<Record<string, unknown>>
}

/** A live document at one moment. */
export interface DocumentText extends TextOfDocument {
  /** The number of the last committed row that is in it for certain. */
  readonly upTo: number
}

/** What is committed. */
export function textNow(live: { readonly doc: Y.Doc; readonly upTo: number }): DocumentText {
  return { ...textOf(live.doc), upTo: live.upTo }
}

/** Reads without changing: the same document gives the same content, byte for byte. */
export function textOf(doc: Y.Doc): TextOfDocument {
  const state = Y.encodeStateAsUpdate(doc)
  const node = nodeOf(doc, state)
  const text = node.textBetween(0, node.content.size, '\n', (leaf) =>
    leaf.type.name === 'hardBreak' ? '\n' : '',
  )
  let hasFacts = false
  node.descendants((child) => {
    hasFacts ||= child.type.name === 'recordFact' || isBlockName(child.type.name)
  })
  return {
    state,
    content: canonicalize(node.toJSON()) ?? '',
    text,
    isEmpty: text.trim() === '' && !hasFacts,
    form: doc.getMap(FORM_FIELD).toJSON(),
  }
}

function nodeOf(doc: Y.Doc, state: Uint8Array): TextNode {
  const fragment = doc.getXmlFragment(TEXT_FIELD)
  if (fragment.length === 0) return emptyText()
  const known = readText(fragment)
  if (known) return known
  const copy = new Y.Doc()
  Y.applyUpdate(copy, state)
  const repaired = repair(copy.getXmlFragment(TEXT_FIELD))
  return repaired.childCount === 0 ? emptyText() : checked(repaired)
}

/** Null: it holds something that the schema does not know, written past the editor. */
export function readText(fragment: Y.XmlFragment): TextNode | null {
  try {
    return checked(textSchema.nodeFromJSON(yXmlFragmentToProsemirrorJSON(fragment)))
  } catch {
    return null
  }
}

/** Takes out what the schema does not know, by the same function as editors; so never from a live document. */
export function repair(fragment: Y.XmlFragment): TextNode {
  return initProseMirrorDoc(fragment, textSchema).doc
}

function checked(node: TextNode): TextNode {
  node.check()
  return node
}

function emptyText(): TextNode {
  return textSchema.node('doc', null, [textSchema.node('paragraph')])
}

/**
 * The update that turns the text of a document into `content`, leaving alone what is equal, so that
 * cursors stand where they stood. Throws on what is not a text of our schema.
 */
export function updateTowards(doc: Y.Doc, content: unknown): Uint8Array {
  const node = checked(textSchema.nodeFromJSON(content))
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const before = Y.encodeStateVector(copy)
  const fragment = copy.getXmlFragment(TEXT_FIELD)
  copy.transact(() => updateYFragment(copy, fragment, node, { mapping: new Map(), isOMark: new Map() }))
  return Y.encodeStateAsUpdate(copy, before)
}
