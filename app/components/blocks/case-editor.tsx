import type { Editor } from '@tiptap/react'
import { useCallback, useMemo, useState } from 'react'
import DocumentEditor, { type DocumentEditorProps } from '#app/components/editor/document-editor.tsx'
import type { Place } from '#app/components/editor/toolbar.tsx'
import { InsertDialog, type Asked } from './insert-dialog.tsx'
import { InsertTool } from './insert-tool.tsx'
import { insertBlock, type Insertable } from './insertable.ts'
import { liveBlocks } from './live-blocks.tsx'
import { lossKeys } from './loss-keys.ts'
import { slash, SlashBoard } from './slash.ts'
import { SlashMenu } from './slash-menu.tsx'

/** The editor of a text of a case: with the blocks of this work, their tool and the stroke that opens it. */
export default function CaseEditor(props: DocumentEditorProps) {
  const board = useMemo(() => new SlashBoard(), [])
  const extensions = useMemo(() => [slash(board), lossKeys], [board])
  const tools = useCallback(
    (editor: Editor, place: Place) => <Inserting editor={editor} place={place} board={board} />,
    [board],
  )
  return <DocumentEditor {...props} nodeViews={liveBlocks} extensions={extensions} tools={tools} />
}

function Inserting({ editor, place, board }: { editor: Editor; place: Place; board: SlashBoard }) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const choose = (kind: Insertable) => {
    if (kind === 'lossTable') insertBlock(editor, kind, {})
    else setAsked(kind)
  }
  return (
    <>
      <InsertTool place={place} onChoose={choose} />
      <SlashMenu board={board} editor={editor} onChoose={choose} />
      {asked ? (
        <InsertDialog
          kind={asked}
          onInsert={(attrs) => {
            setAsked(null)
            insertBlock(editor, asked, attrs)
          }}
          onClose={() => {
            setAsked(null)
            editor.commands.focus()
          }}
        />
      ) : null}
    </>
  )
}
