import { ActionIcon, NativeSelect, Tooltip } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBlockquote,
  IconBold,
  IconItalic,
  IconList,
  IconListNumbers,
  IconStrikethrough,
  IconUnderline,
} from '@tabler/icons-react'
import { useEditorState, type Editor } from '@tiptap/react'
import { forwardRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './editor.module.css'
import { LinkTool } from './link-tool.tsx'
import { TableTool } from './table-tool.tsx'

const LEVELS = [1, 2, 3] as const

interface ToolbarProps {
  readonly editor: Editor
  /** Esc: back to the text. */
  readonly onLeave: () => void
  /** One more tool, behind the others. */
  readonly tools?: (editor: Editor, place: Place) => ReactNode
}

/** One stop in the tab order; arrow keys walk through the tools (WAI-ARIA toolbar). */
export const EditorToolbar = forwardRef<HTMLDivElement, ToolbarProps>(function EditorToolbar(
  { editor, onLeave, tools },
  ref,
) {
  const { t } = useTranslation('dossiers')
  const [at, setAt] = useState(0)
  const is = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      style: String(LEVELS.find((level) => now.isActive('heading', { level })) ?? 0),
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      underline: now.isActive('underline'),
      strike: now.isActive('strike'),
      bulletList: now.isActive('bulletList'),
      orderedList: now.isActive('orderedList'),
      blockquote: now.isActive('blockquote'),
      undo: now.can().undo(),
      redo: now.can().redo(),
    }),
  })
  const chain = () => editor.chain().focus(undefined, { scrollIntoView: false })

  function walk(event: KeyboardEvent<HTMLDivElement>) {
    const tools = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-tool]')]
    const here = tools.findIndex((tool) => tool === document.activeElement)
    const to = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: tools.length - 1 }[event.key]
    if (event.key === 'Escape') onLeave()
    // In the style list the arrows choose; it is left with Tab or Home and End.
    if (to === undefined || here < 0) return
    event.preventDefault()
    const next = (to + tools.length) % tools.length
    setAt(next)
    tools[next]?.focus()
  }

  const tool = (n: number) => ({ 'data-tool': n, tabIndex: at === n ? 0 : -1, onFocus: () => setAt(n) })
  const button = (
    n: number,
    label: string,
    icon: ReactNode,
    act: () => void,
    pressed?: boolean,
    off = false,
  ) => (
    <Tool
      key={label}
      label={label}
      act={act}
      off={off}
      {...(pressed === undefined ? {} : { pressed })}
      place={tool(n)}
    >
      {icon}
    </Tool>
  )

  return (
    <div
      ref={ref}
      role="toolbar"
      aria-label={t('dossiers:editor.toolbar')}
      className={classes.toolbar}
      onKeyDown={walk}
      tabIndex={-1}
    >
      <NativeSelect
        size="xs"
        w={104}
        flex="none"
        aria-label={t('dossiers:editor.style')}
        value={is.style}
        {...tool(0)}
        onChange={(event) => {
          const level = LEVELS.find((candidate) => String(candidate) === event.currentTarget.value)
          if (level) chain().setHeading({ level }).run()
          else chain().setParagraph().run()
        }}
        data={[
          { value: '0', label: t('dossiers:editor.paragraph') },
          ...LEVELS.map((n) => ({ value: String(n), label: t('dossiers:editor.heading', { n }) })),
        ]}
      />
      {button(
        1,
        t('dossiers:editor.bold'),
        <IconBold size={18} />,
        () => chain().toggleBold().run(),
        is.bold,
      )}
      {button(
        2,
        t('dossiers:editor.italic'),
        <IconItalic size={18} />,
        () => chain().toggleItalic().run(),
        is.italic,
      )}
      {button(
        12,
        t('dossiers:editor.underline'),
        <IconUnderline size={18} />,
        () => chain().toggleUnderline().run(),
        is.underline,
      )}
      {button(
        3,
        t('dossiers:editor.strike'),
        <IconStrikethrough size={18} />,
        () => chain().toggleStrike().run(),
        is.strike,
      )}
      {button(
        4,
        t('dossiers:editor.bulletList'),
        <IconList size={18} />,
        () => chain().toggleBulletList().run(),
        is.bulletList,
      )}
      {button(
        5,
        t('dossiers:editor.orderedList'),
        <IconListNumbers size={18} />,
        () => chain().toggleOrderedList().run(),
        is.orderedList,
      )}
      {button(
        6,
        t('dossiers:editor.quote'),
        <IconBlockquote size={18} />,
        () => chain().toggleBlockquote().run(),
        is.blockquote,
      )}
      <LinkTool editor={editor} place={tool(7)} />
      <TableTool editor={editor} place={tool(8)} />
      {button(
        9,
        t('dossiers:editor.undo'),
        <IconArrowBackUp size={18} />,
        () => chain().undo().run(),
        undefined,
        !is.undo,
      )}
      {button(
        10,
        t('dossiers:editor.redo'),
        <IconArrowForwardUp size={18} />,
        () => chain().redo().run(),
        undefined,
        !is.redo,
      )}
      {tools?.(editor, tool(11))}
    </div>
  )
})

export interface Place {
  readonly 'data-tool': number
  readonly tabIndex: number
  readonly onFocus: () => void
}

interface ToolProps {
  readonly label: string
  readonly act: () => void
  readonly pressed?: boolean
  readonly off: boolean
  readonly place: Place
  readonly children: ReactNode
}

function Tool({ label, act, pressed, off, place, children }: ToolProps) {
  return (
    <Tooltip label={label} events={{ hover: true, focus: true, touch: false }} openDelay={400}>
      <ActionIcon
        variant={pressed ? 'light' : 'subtle'}
        color={pressed ? 'azurite' : 'slate'}
        size={32}
        className={classes.tool ?? ''}
        aria-label={label}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        aria-disabled={off}
        {...(off ? { 'data-disabled': true } : {})}
        {...place}
        // The text keeps its selection: a press of the mouse must not take the focus.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          if (!off) act()
        }}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
