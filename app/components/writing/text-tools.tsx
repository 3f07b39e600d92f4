import { ActionIcon, Menu, Text, Tooltip } from '@mantine/core'
import {
  IconArrowsMaximize,
  IconArrowsMinimize,
  IconFileExport,
  IconFileImport,
  IconListTree,
  IconPrinter,
  IconSearch,
} from '@tabler/icons-react'
import { useParams } from '@remix-run/react'
import { TextSelection } from '@tiptap/pm/state'
import { useEditorState, type Editor } from '@tiptap/react'
import {
  lazy,
  Suspense,
  useEffect,
  useState,
  useSyncExternalStore,
  type MouseEvent,
  type ReactNode,
} from 'react'
import { useTranslation } from 'react-i18next'
import { countLetters, headingsOf, type Heading } from './count-letters.ts'
import { findingOf, focusText, showPlace, tellFinding } from './find-words-in-text.ts'
import classes from './writing.module.css'

const FindBar = lazy(() => import('./find-bar.tsx'))
const BringIn = lazy(() => import('#app/components/word/bring-in.tsx'))

export interface TextToolsProps {
  readonly editor: Editor
  /** The sheet with its tools: what fills the screen for reading. */
  readonly sheet: HTMLElement | null
  readonly writable: boolean
}

/** What is done with a text beside writing it: finding in it, its outline, its length, reading it large, printing it. */
export default function TextTools({ editor, sheet, writable }: TextToolsProps) {
  const { t } = useTranslation(['writing', 'word'])
  const { caseId, part = '' } = useParams()
  const [isBringing, setBringing] = useState(false)
  const isFinding = useEditorState({ editor, selector: ({ editor: now }) => findingOf(now.state).open })
  const find = () => editor.view.dispatch(tellFinding(editor.state.tr, { open: !isFinding }))
  const bringIn = () => {
    // Over the full screen of a sheet no dialog of the page is seen.
    if (document.fullscreenElement) void document.exitFullscreen()
    setBringing(true)
  }
  return (
    <>
      <div className={classes.tools} role="group" aria-label={t('writing:tools')}>
        <Outline editor={editor} />
        <Tool label={t('writing:find.open')} pressed={isFinding} act={find}>
          <IconSearch size={18} />
        </Tool>
        {sheet ? <FullScreen sheet={sheet} /> : null}
        {caseId === undefined ? null : (
          <>
            <Tool label={t('writing:print.act')} to={`/cases/${caseId}/print/${part}`}>
              <IconPrinter size={18} />
            </Tool>
            <Tool label={t('word:export')} to={`/cases/${caseId}/word/${part}`}>
              <IconFileExport size={18} />
            </Tool>
            {writable ? (
              <Tool label={t('word:import.open')} act={bringIn}>
                <IconFileImport size={18} />
              </Tool>
            ) : null}
          </>
        )}
        <Letters editor={editor} />
      </div>
      {isBringing && writable && caseId !== undefined ? (
        <Suspense fallback={null}>
          <BringIn
            editor={editor}
            address={`/cases/${caseId}/word/${part}`}
            onClose={() => setBringing(false)}
          />
        </Suspense>
      ) : null}
      {isFinding ? (
        <Suspense fallback={null}>
          <FindBar editor={editor} writable={writable} />
        </Suspense>
      ) : null}
    </>
  )
}

interface ToolProps {
  readonly label: string
  readonly act?: () => void
  /** An address that is opened beside the page. */
  readonly to?: string
  readonly pressed?: boolean
  readonly children: ReactNode
}

function Tool({ label, act, to, pressed, children }: ToolProps) {
  return (
    // Within the sheet: where that fills the screen nothing else is seen.
    <Tooltip label={label} openDelay={400} withinPortal={false}>
      <ActionIcon
        variant={pressed ? 'light' : 'subtle'}
        color={pressed ? 'azurite' : 'slate'}
        size={32}
        aria-label={label}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        {...(to === undefined ? {} : { component: 'a', href: to, target: '_blank', rel: 'noopener' })}
        onMouseDown={(event: MouseEvent) => event.preventDefault()}
        onClick={act}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}

function Outline({ editor }: { editor: Editor }) {
  const { t } = useTranslation('writing')
  const [headings, setHeadings] = useState<readonly Heading[]>([])
  function jump({ pos }: Heading) {
    const { view } = editor
    // Others may have written above it since the list was made: a place near it is better than none.
    const at = TextSelection.near(view.state.doc.resolve(Math.min(pos + 1, view.state.doc.content.size)))
    focusText(view)
    view.dispatch(view.state.tr.setSelection(at))
    showPlace(view, at.from)
  }
  return (
    <Menu
      withinPortal={false}
      position="bottom-start"
      onOpen={() => setHeadings(headingsOf(editor.state.doc))}
    >
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="slate"
          size={32}
          aria-label={t('writing:outline.open')}
          title={t('writing:outline.open')}
        >
          <IconListTree size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className={classes.outline ?? ''}>
        {headings.length === 0 ? <Menu.Label>{t('writing:outline.none')}</Menu.Label> : null}
        {headings.map((heading) => (
          <Menu.Item key={heading.pos} onClick={() => jump(heading)} pl={12 + (heading.level - 1) * 16}>
            {heading.words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** Every word that changes on the page has React walk the whole text for its cursor: seldom. */
const COUNT_MS = 2_000

function Letters({ editor }: { editor: Editor }) {
  const { t } = useTranslation('writing')
  const [count, setCount] = useState(() => countLetters(editor.state.doc))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        if (!editor.isDestroyed) setCount(countLetters(editor.state.doc))
      }, COUNT_MS)
    }
    soon()
    editor.on('update', soon)
    return () => {
      clearTimeout(timer)
      editor.off('update', soon)
    }
  }, [editor])
  return (
    <Text size="xs" c="dimmed" className={classes.letters ?? ''} title={t('writing:letters.how')}>
      {t('writing:letters.count', { count })}
    </Text>
  )
}

const screenChanged = (tell: () => void) => {
  document.addEventListener('fullscreenchange', tell)
  return () => document.removeEventListener('fullscreenchange', tell)
}

function FullScreen({ sheet }: { sheet: HTMLElement }) {
  const { t } = useTranslation('writing')
  const isFull = useSyncExternalStore(
    screenChanged,
    () => document.fullscreenElement === sheet,
    () => false,
  )
  // Phones that have no such thing show the sheet from edge to edge anyway.
  if (!document.fullscreenEnabled) return null
  return (
    <Tool
      label={t(isFull ? 'writing:screen.leave' : 'writing:screen.fill')}
      act={() => void (isFull ? document.exitFullscreen() : sheet.requestFullscreen())}
    >
      {isFull ? <IconArrowsMinimize size={18} /> : <IconArrowsMaximize size={18} />}
    </Tool>
  )
}
