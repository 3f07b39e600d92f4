import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { revisionOf } from '#domain/remarks/revision.ts'
import type { Proposed } from '#domain/remarks/types.ts'
import { TEXT_FIELD } from '#protocol/text-field.ts'
import { lettersOf, placeIn, runsIn } from './amend.ts'
import { readText, repair } from './document-text.ts'

/**
 * A text as ProseMirror JSON with what is proposed in it: words that are to go under a mark `deletion`, words that are to come
 * under `insertion`, both with `by` and `at`. What is proposed for words that no longer stand there is left out, as on the page.
 */
export function revisedText(state: Uint8Array, proposed: readonly Proposed[]): string {
  const doc = new Y.Doc()
  const text = doc.getXmlFragment(TEXT_FIELD)
  Y.applyUpdate(doc, state)
  doc.transact(() => {
    // Whoever writes a text may write any mark into it: a revision in another's name too.
    for (const run of runsIn(text)) run.format(0, run.length, { deletion: null, insertion: null })
  })
  // What no editor shows would stand on paper alone.
  if (!readText(text)) repair(text)
  const places = proposed.flatMap((one) => {
    const [from, to] = [placeIn(doc, one.start), placeIn(doc, one.end)]
    const run = from?.type
    if (!from || !to || run !== to.type || !(run instanceof Y.XmlText)) return []
    if (lettersOf(run).slice(from.index, to.index) !== one.before) return []
    const { start, removed, added } = revisionOf(one)
    const at = from.index + start
    return [{ run, at, end: at + removed.length, added, who: { by: one.by, at: one.at } }]
  })
  doc.transact(() => {
    // First what moves nothing, then the new words from the end on: no place is found anew.
    for (const { run, at, end, who } of places) if (end > at) run.format(at, end - at, { deletion: who })
    for (const { run, end, added, who } of places.toSorted((a, b) => b.end - a.end))
      if (added !== '') run.insert(end, added, { insertion: who })
  })
  const content = JSON.stringify(yXmlFragmentToProsemirrorJSON(text))
  doc.destroy()
  return content
}
