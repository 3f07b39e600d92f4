import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import type { BlockName } from '#protocol/block-names.ts'

/** In the order of the menus. */
export const INSERTABLE = [
  'evidenceRef',
  'clauseRef',
  'finding',
  'conditionRow',
  'dueDay',
  'personRef',
  'lossTable',
] as const satisfies readonly BlockName[]
export type Insertable = (typeof INSERTABLE)[number]

/** Puts a block where the cursor is; the cursor stands behind it then, because what is typed next must not take its place. */
export function insertBlock(
  editor: Editor,
  type: Insertable,
  attrs: Readonly<Record<string, unknown>>,
): void {
  const content = type === 'lossTable' ? [{ type: 'lossRow' }] : []
  editor
    .chain()
    .focus()
    .insertContent({ type, attrs, content })
    .command(({ tr, state }) => {
      const { selection } = tr
      if (!(selection instanceof NodeSelection)) return true
      const paragraph = state.schema.nodes['paragraph']?.create()
      if (paragraph && !tr.doc.resolve(selection.to).nodeAfter?.isTextblock)
        tr.insert(selection.to, paragraph)
      tr.setSelection(TextSelection.near(tr.doc.resolve(selection.to + 1)))
      return true
    })
    .run()
}
