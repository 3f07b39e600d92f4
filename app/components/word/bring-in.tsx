import { Alert, Button, FileInput, Group, Stack, Text } from '@mantine/core'
import type { Node } from '@tiptap/pm/model'
import type { Editor } from '@tiptap/react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProseNode } from '#app/components/editor/prose-json.ts'
import { ProseView } from '#app/components/editor/prose-view.tsx'
import { Dialog } from '#app/components/ui/dialog.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { focusText, showPlace } from '#app/components/writing/find-words-in-text.ts'
import { MOST_PASTED } from '#app/components/writing/office-paste.ts'
import { isRefusal, type Refusal } from '#domain/record/refusal.ts'
import { isNothing, putBehind, textFrom } from './into-text.ts'
import { askWords } from './ask-words.ts'
import classes from './word.module.css'

interface Brought {
  readonly text: Node
  readonly left: readonly string[]
}

interface BringInProps {
  readonly editor: Editor
  /** Where the words of a file are read. */
  readonly address: string
  readonly onClose: () => void
}

/** A Word file on its way into the text: what comes is seen before it is written, and what stays behind is said. */
export default function BringIn({ editor, address, onClose }: BringInProps) {
  const { t } = useTranslation('word')
  const [file, setFile] = useState<File | null>(null)
  const [brought, setBrought] = useState<Brought | Refusal | 'reading' | null>(null)
  /** A large file may be read after the one that was chosen instead of it. */
  const asked = useRef<File | null>(null)

  async function read(chosen: File | null) {
    asked.current = chosen
    setFile(chosen)
    setBrought(chosen ? 'reading' : null)
    if (!chosen) return
    const body = new FormData()
    body.set('file', chosen)
    const words = await askWords(address, { method: 'POST', body })
    if (asked.current !== chosen) return
    if (isRefusal(words)) return setBrought(words)
    const { text, images } = textFrom(words.html, editor.schema)
    setBrought({
      text,
      left: [
        ...(images > 0 ? [t('word:import.images', { count: images })] : []),
        ...(words.comments > 0 ? [t('word:import.comments', { count: words.comments })] : []),
        ...(words.revisions > 0 ? [t('word:import.revisions')] : []),
      ],
    })
  }

  function insert(text: Node) {
    onClose()
    const at = putBehind(editor.view, text)
    focusText(editor.view)
    showPlace(editor.view, at)
  }

  const came = brought === null || brought === 'reading' || isRefusal(brought) ? null : brought
  return (
    <Dialog opened onClose={onClose} title={t('word:import.title')} size="xl">
      <Stack>
        <FileInput<boolean>
          label={t('word:import.file')}
          description={t('word:import.hint')}
          placeholder={t('word:import.choose')}
          accept=".docx"
          value={file}
          onChange={(chosen) => void read(chosen instanceof File ? chosen : null)}
          data-autofocus
        />
        {brought === 'reading' ? <Text role="status">{t('word:import.reading')}</Text> : null}
        {isRefusal(brought) ? <RefusalAlert refusal={brought} /> : null}
        {came ? <Preview {...came} isFirst={isNothing(editor.state.doc)} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('word:import.cancel')}
          </Button>
          {came && fits(came.text) ? (
            <Button onClick={() => insert(came.text)}>{t('word:import.insert')}</Button>
          ) : null}
        </Group>
      </Stack>
    </Dialog>
  )
}

const fits = (text: Node) => !isNothing(text) && text.content.size <= MOST_PASTED

interface PreviewProps extends Brought {
  /** Nothing stands in the text yet. */
  readonly isFirst: boolean
}

function Preview({ text, left, isFirst }: PreviewProps) {
  const { t } = useTranslation('word')
  return (
    <>
      {left.length > 0 ? (
        <Alert color="ochre" variant="light" role="status">
          {left.join(' ')}
        </Alert>
      ) : null}
      {fits(text) ? (
        <>
          <section className={classes.preview} aria-label={t('word:import.preview')} lang="zh-CN">
            <ProseView content={text.toJSON() as ProseNode} headingShift={2} />
          </section>
          <Text size="sm" c="dimmed">
            {t(isFirst ? 'word:import.asText' : 'word:import.atEnd')}
          </Text>
        </>
      ) : (
        <Alert color="cinnabar" variant="light" role="alert">
          {isNothing(text)
            ? t('word:import.empty')
            : t('word:import.tooLong', { most: MOST_PASTED / 10_000 })}
        </Alert>
      )}
    </>
  )
}
