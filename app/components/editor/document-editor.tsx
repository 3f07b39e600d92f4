import { Collaboration } from '@tiptap/extension-collaboration'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import {
  EditorContent,
  ReactNodeViewRenderer,
  useEditor,
  type Editor,
  type ReactNodeViewProps,
} from '@tiptap/react'
import { Node, type Extensions } from '@tiptap/core'
import { useEffect, useMemo, useRef, type ComponentType, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { RemarkBoard } from '#app/components/remarks/board.ts'
import { remarkPlaces } from '#app/components/remarks/remark-places.ts'
import { documentExtensions, TEXT_FIELD } from '#protocol/text-schema.ts'
import { renderCaret, renderSelection } from './caret.ts'
import { editorElement } from './editor-element.ts'
import classes from './editor.module.css'
import { keepPlace } from './keep-place.ts'
import type { LiveText } from './live-text.ts'
import prose from './prose.module.css'
import { EditorToolbar } from './toolbar.tsx'

export interface DocumentEditorProps {
  readonly live: LiveText
  /** What a screen reader calls the text. */
  readonly label: string
  /** How nodes of the shared schema are drawn here, by name, e.g. `recordFact` in minutes. */
  readonly nodeViews?: Readonly<Record<string, ComponentType<ReactNodeViewProps>>>
  /** What stands between tools and text and looks at the text, for those who write it. */
  readonly notice?: ComponentType<{ editor: Editor }>
  /** A sheet that fills its place, or a field among others of a form. */
  readonly look?: 'sheet' | 'field'
  /** Remarks on the words, shown in the text and beside it. */
  readonly remarks?: RemarkBoard | null
}

function withViews(nodeViews: DocumentEditorProps['nodeViews']): Extensions {
  return documentExtensions.map((extension) => {
    const view = nodeViews?.[extension.name]
    return view && extension instanceof Node
      ? extension.extend({ addNodeView: () => ReactNodeViewRenderer(view) })
      : extension
  })
}

/** The shared text under the cursor of several people. Loaded only where it is used. */
export default function DocumentEditor({
  live,
  label,
  nodeViews,
  notice: Notice,
  look = 'sheet',
  remarks = null,
}: DocumentEditorProps) {
  const { t } = useTranslation('dossiers')
  const toolbar = useRef<HTMLDivElement>(null)
  const { doc, awareness, hold, release } = live

  const extensions = useMemo<Extensions>(
    () => [
      ...withViews(nodeViews),
      editorElement({ hold, release }),
      Collaboration.configure({ document: doc, field: TEXT_FIELD }),
      CollaborationCaret.configure({
        provider: { awareness },
        // The server writes the name; an empty object only says "here".
        user: {},
        render: renderCaret,
        selectionRender: renderSelection,
      }),
      keepPlace,
      ...(remarks ? [remarkPlaces(remarks)] : []),
    ],
    [doc, awareness, hold, release, nodeViews, remarks],
  )

  const writable = live.mode === 'write'

  const editor = useEditor(
    {
      extensions,
      editable: writable,
      // The stylesheet is ours: an injected style element would need the nonce.
      injectCSS: false,
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
          'aria-description': t('dossiers:editor.keys'),
          lang: 'zh-CN',
          spellcheck: 'false',
          class: `paper ${prose.prose ?? ''} ${classes.text ?? ''}`,
        },
      },
    },
    [extensions],
  )

  useEffect(() => {
    // Where the page takes long to draw, the first editor is thrown away before it is shown; another is on its way.
    if (!editor.isDestroyed) editor.setEditable(writable, false)
  }, [editor, writable])

  function keys(event: KeyboardEvent) {
    if (event.altKey && event.key === 'F10') {
      event.preventDefault()
      toolbar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
    }
  }

  return (
    // The keys lead from the text to its tools; the text itself is the control.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={look === 'sheet' ? classes.sheet : classes.field} onKeyDown={keys}>
      {writable ? (
        <div className={classes.head}>
          <EditorToolbar ref={toolbar} editor={editor} onLeave={() => focusText(editor)} />
          {Notice ? <Notice editor={editor} /> : null}
        </div>
      ) : null}
      <EditorContent editor={editor} className={classes.content} />
    </div>
  )
}

function focusText(editor: Editor): void {
  editor.commands.focus(undefined, { scrollIntoView: false })
}
