import { DOMParser as TextParser, type Node, type Schema } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { cleanPasted } from '#app/components/writing/pasted-html.ts'

/** What a text of ours takes of a file's words, by the same road as what is pasted, and how many pictures it leaves. */
export function textFrom(html: string, schema: Schema): { readonly text: Node; readonly images: number } {
  const { html: clean, left } = cleanPasted(html)
  const { body } = new DOMParser().parseFromString(clean, 'text/html')
  return { text: TextParser.fromSchema(schema).parse(body), images: left.images }
}

/** A paragraph without words, or none. */
export const isNothing = (text: Node): boolean =>
  text.childCount <= 1 && text.firstChild?.content.size === 0 && text.firstChild.isTextblock

/**
 * Puts a text behind another, or in place of an empty one, in one step that one undo takes back; nothing that stands there is
 * touched. Answers where it begins.
 */
export function putBehind(view: EditorView, text: Node): number {
  const { doc, tr } = view.state
  const end = doc.content.size
  const at = isNothing(doc) ? 0 : end
  view.dispatch(tr.replaceWith(at, end, text.content))
  return at + 1
}
