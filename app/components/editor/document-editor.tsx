import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import {
  EditorContent,
  ReactNodeViewRenderer,
  useEditor,
  type Editor,
  type ReactNodeViewProps,
} from '@tiptap/react'
import { Node, type Extensions } from '@tiptap/core'
import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type ComponentType,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import { useTranslation } from 'react-i18next'
import type { RemarkBoard } from '#app/components/remarks/board.ts'
import { remarkPlaces } from '#app/components/remarks/remark-places.ts'
import { findWordsInText, tellFinding } from '#app/components/writing/find-words-in-text.ts'
import { officePaste } from '#app/components/writing/office-paste.ts'
import { PasteNotice } from '#app/components/writing/paste-notice.tsx'
import type { TextToolsProps } from '#app/components/writing/text-tools.tsx'
import { documentExtensions, TEXT_FIELD } from '#protocol/text-schema.ts'
import { renderCaret, renderSelection } from './caret.ts'
import { editorElement } from './editor-element.ts'
import classes from './editor.module.css'
import type { LiveText } from './live-text.ts'
import prose from './prose.module.css'
import { SharedChanges } from './shared-changes.ts'
import { EditorToolbar, type Place } from './toolbar.tsx'

export interface DocumentEditorProps {
  readonly live: LiveText
  /** What a screen reader calls the text. */
  readonly label: string
  /** How nodes of the shared schema are drawn here, by name, e.g. `recordFact` in minutes. */
  readonly nodeViews?: Readonly<Record<string, ComponentType<ReactNodeViewProps>>>
  /** What this text's editor can do beyond any other's. */
  readonly extensions?: Extensions
  /** A tool of its own, behind the others. */
  readonly tools?: (editor: Editor, place: Place) => ReactNode
  /** What stands between tools and text and looks at the text, for those who write it. */
  readonly notice?: ComponentType<{ editor: Editor }>
  /** What is done with a text beside writing it, also by those who only read it. */
  readonly textTools?: ComponentType<TextToolsProps>
  /** A sheet that fills its place, or a field among others of a form. */
  readonly look?: 'sheet' | 'field'
  /** Remarks on the words, shown in the text and beside it. */
  readonly remarks?: RemarkBoard | null
}

/** With Ctrl: to find, and to replace as in Word and WPS. */
const SEARCH_KEYS = new Set(['f', 'h'])

/** The shared schema, with its nodes drawn as a page wants them. */
export function withViews(nodeViews: DocumentEditorProps['nodeViews']): Extensions {
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
  extensions: further,
  tools,
  notice: Notice,
  textTools: TextTools,
  look = 'sheet',
  remarks = null,
}: DocumentEditorProps) {
  const { t } = useTranslation('dossiers')
  const toolbar = useRef<HTMLDivElement>(null)
  const [sheet, setSheet] = useState<HTMLDivElement | null>(null)
  const isSearched = TextTools !== undefined
  const { doc, awareness, hold, release, beforeOthers } = live

  const extensions = useMemo<Extensions>(
    () => [
      ...withViews(nodeViews),
      editorElement({ hold, release, beforeOthers }),
      SharedChanges.configure({ document: doc, field: TEXT_FIELD }),
      CollaborationCaret.configure({
        provider: { awareness },
        // The server writes the name; an empty object only says "here".
        user: {},
        render: renderCaret,
        selectionRender: renderSelection,
      }),
      officePaste,
      ...(remarks ? [remarkPlaces(remarks)] : []),
      ...(further ?? []),
      ...(isSearched ? [findWordsInText] : []),
    ],
    [doc, awareness, hold, release, beforeOthers, nodeViews, remarks, further, isSearched],
  )

  const writable = live.mode === 'write'

  const editor = useEditor(
    {
      extensions,
      editable: writable,
      onBeforeCreate({ editor: made }) {
        // Once it stands in the page Tiptap draws the whole text anew, for views made of React; here there are none.
        if (!nodeViews) made.createNodeViews = () => undefined
      },
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
    if (
      isSearched &&
      (event.ctrlKey || event.metaKey) &&
      !event.altKey &&
      SEARCH_KEYS.has(event.key.toLowerCase())
    ) {
      event.preventDefault()
      editor.view.dispatch(tellFinding(editor.state.tr, { open: true }))
    }
  }

  return (
    // The keys lead from the text to its tools; the text itself is the control.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={setSheet} className={look === 'sheet' ? classes.sheet : classes.field} onKeyDown={keys}>
      {writable || TextTools ? (
        <div className={classes.head}>
          {writable ? (
            <EditorToolbar
              ref={toolbar}
              editor={editor}
              onLeave={() => focusText(editor)}
              {...(tools ? { tools } : {})}
            />
          ) : null}
          {TextTools ? <TextTools editor={editor} sheet={sheet} writable={writable} /> : null}
          {writable && Notice ? <Notice editor={editor} /> : null}
          {writable ? <PasteNotice editor={editor} /> : null}
        </div>
      ) : null}
      <EditorContent editor={editor} className={classes.content} />
    </div>
  )
}

function focusText(editor: Editor): void {
  editor.commands.focus(undefined, { scrollIntoView: false })
}
