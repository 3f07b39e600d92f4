import { ActionIcon, Button, CloseButton, Group, Text, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useEditorState, type Editor } from '@tiptap/react'
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import {
  findingOf,
  focusText,
  goToNext,
  placesOf,
  replaceAll,
  replaceHere,
  tellFinding,
} from './find-words-in-text.ts'
import classes from './writing.module.css'

/** Where typing into the field stops, the text is searched: not at every letter of an input method. */
const TYPED_MS = 150

/** Words are found, walked through and replaced; Escape leads back to the text. */
export default function FindBar({ editor, writable }: { editor: Editor; writable: boolean }) {
  const { t } = useTranslation('writing')
  const field = useRef<HTMLInputElement>(null)
  const selected = useState(() => {
    const { from, to } = editor.state.selection
    const words = editor.state.doc.textBetween(from, to, '\n')
    return words.includes('\n') ? '' : words.slice(0, 100)
  })[0]
  const [words, setWords] = useState(selected)
  const [instead, setInstead] = useState('')
  const [done, setDone] = useState<number | null>(null)
  const { count, number } = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const { at, words: sought } = findingOf(now.state)
      const places = placesOf(now.state.doc, sought)
      return { count: places.length, number: at ? places.findIndex(({ from }) => from === at.from) + 1 : 0 }
    },
  })

  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  /** What is pressed means the words that stand in the field, also before the pause. @returns whether they were new */
  const look = useCallback(() => {
    if (findingOf(editor.state).words === words) return false
    editor.view.dispatch(tellFinding(editor.state.tr, { words, at: null }))
    if (words !== '') goToNext(editor.view, false)
    return true
  }, [editor, words])
  useEffect(() => {
    const timer = setTimeout(look, TYPED_MS)
    return () => clearTimeout(timer)
  }, [look])

  function close() {
    editor.view.dispatch(tellFinding(editor.state.tr, { open: false, words: '', at: null }))
    focusText(editor.view)
  }
  function keys(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') close()
    if (event.key === 'Enter' && event.target === field.current) {
      event.preventDefault()
      step(event.shiftKey)
    }
  }
  function step(back: boolean) {
    if (!look()) goToNext(editor.view, back)
  }
  // The first place is shown before it is replaced.
  function replaceOne() {
    if (!look()) replaceHere(editor.view, instead)
  }
  function replaceEach() {
    look()
    setDone(replaceAll(editor.view, instead))
  }
  const told =
    done !== null ? t('writing:find.replaced', { count: done }) : t('writing:find.of', { number, count })
  return (
    // The keys are those of the fields within.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div className={classes.find} onKeyDown={keys} role="search" aria-label={t('writing:find.bar')}>
      <Group gap={6} wrap="nowrap" className={classes.findLine ?? ''}>
        <TextInput
          ref={field}
          size="xs"
          aria-label={t('writing:find.words')}
          placeholder={t('writing:find.words')}
          value={words}
          onChange={({ currentTarget }) => {
            setWords(currentTarget.value)
            setDone(null)
          }}
        />
        <ActionIcon variant="subtle" aria-label={t('writing:find.previous')} onClick={() => step(true)}>
          <IconArrowUp size={16} />
        </ActionIcon>
        <ActionIcon variant="subtle" aria-label={t('writing:find.next')} onClick={() => step(false)}>
          <IconArrowDown size={16} />
        </ActionIcon>
        <Text size="xs" c="dimmed" role="status" className={classes.findCount ?? ''}>
          {words === '' ? '' : count === 0 && done === null ? t('writing:find.none') : told}
        </Text>
      </Group>
      {writable ? (
        <Group gap={6} wrap="nowrap" className={classes.findLine ?? ''}>
          <TextInput
            size="xs"
            aria-label={t('writing:find.instead')}
            placeholder={t('writing:find.instead')}
            value={instead}
            onChange={({ currentTarget }) => setInstead(currentTarget.value)}
          />
          <Button size="xs" variant="default" onClick={replaceOne}>
            {t('writing:find.replace')}
          </Button>
          <Button size="xs" variant="default" onClick={replaceEach}>
            {t('writing:find.replaceAll')}
          </Button>
        </Group>
      ) : null}
      <CloseButton size="sm" aria-label={t('writing:find.close')} onClick={close} />
    </div>
  )
}
