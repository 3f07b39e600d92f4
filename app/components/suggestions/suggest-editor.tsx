import { Button, Text } from '@mantine/core'
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Doc } from 'yjs'
import { liveBlocks } from '#app/components/blocks/live-blocks.tsx'
import { withViews } from '#app/components/editor/document-editor.tsx'
import editorClasses from '#app/components/editor/editor.module.css'
import { editorElement } from '#app/components/editor/editor-element.ts'
import prose from '#app/components/editor/prose.module.css'
import { SharedChanges } from '#app/components/editor/shared-changes.ts'
import { remarkPlaces } from '#app/components/remarks/remark-places.ts'
import { useRemarksHere } from '#app/components/remarks/remarks-context.tsx'
import { LimitedInput } from '#app/components/ui/limited.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { useRealtimeClient } from '#app/realtime/provider.tsx'
import { focusText } from '#app/components/writing/find-words-in-text.ts'
import type { Refusal } from '#domain/record/refusal.ts'
import { MOST_CHANGES, REMARK_LIMIT } from '#domain/remarks/limits.ts'
import { TEXT_FIELD } from '#protocol/text-field.ts'
import { asProposed, type Compared } from './changes.ts'
import { Draft } from './draft.ts'
import { useKeptNote } from './kept-note.ts'
import { KeptDraft } from './kept-draft.ts'
import { draftMarks } from './draft-marks.ts'
import { onlyWords } from './only-words.ts'
import classes from './revisions.module.css'
import { stillToPropose } from './still-to-propose.ts'

interface SuggestEditorProps {
  /** The shared text; null while it is opened anew. */
  readonly doc: Doc | null
  readonly label: string
  readonly onDone: (sent: number) => void
}

/** What was typed a moment ago may be on its way still: the server takes only what it finds in the text. */
const ON_ITS_WAY = [400, 800, 1600]
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** The text as somebody would have it: what he changes here is shown as a revision and proposed, not written. */
export default function SuggestEditor({ doc, label, onDone }: SuggestEditorProps) {
  const { t } = useTranslation(['suggestions', 'common'])
  const { name, board, send, known } = useRemarksHere()
  const personId = useRealtimeClient()?.connection.personId ?? ''
  const [draft] = useState(() => new Draft())
  const [kept] = useState(() => new KeptDraft(personId, name))
  const [isRestored, setRestored] = useState(false)
  const [compared, setCompared] = useState<Compared>({ changes: [], homeless: 0 })
  const [note, setNote] = useKeptNote(name)
  const [busy, setBusy] = useState(false)
  const [isDropping, setDropping] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  /** Taken in steps before the one that was refused. */
  const [taken, setTaken] = useState(0)
  const { homeless } = compared
  const changes = useMemo(
    () => stillToPropose(compared.changes, asProposed, known.remarks, personId),
    [compared, known.remarks, personId],
  )

  useEffect(() => (doc ? draft.follow(doc) : undefined), [draft, doc])

  useEffect(() => {
    void kept.load().then((left) => {
      draft.restore(left)
      setRestored(left.length > 0)
    })
    return draft.onWritten((update) => kept.add(update))
  }, [draft, kept])

  function leave(sent: number) {
    kept.discard()
    setNote(null)
    onDone(sent)
  }

  const extensions = useMemo(
    () => [
      ...withViews(liveBlocks),
      editorElement(draft),
      SharedChanges.configure({ document: draft.doc, field: TEXT_FIELD }),
      onlyWords,
      remarkPlaces(board, true),
      draftMarks(draft, setCompared),
    ],
    [draft, board],
  )
  const editor = useEditor(
    {
      extensions,
      injectCSS: false,
      enableInputRules: false,
      enablePasteRules: false,
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
          'aria-description': t('suggestions:keys'),
          lang: 'zh-CN',
          spellcheck: 'false',
          class: `paper ${prose.prose ?? ''} ${editorClasses.text ?? ''}`,
        },
      },
    },
    [extensions],
  )

  // The button that led here has gone, and the focus with it.
  useEffect(() => focusText(editor.view), [editor])

  async function propose() {
    setBusy(true)
    draft.release()
    const all = stillToPropose(draft.compare().changes, asProposed, known.remarks, personId).map(asProposed)
    let sent = 0
    let answer: Refusal | null = null
    while (sent < all.length && !answer) {
      const step = all.slice(sent, sent + MOST_CHANGES)
      const command = { type: 'suggest', changes: step, note: note?.trim() ?? '' } as const
      answer = await send(command)
      for (const wait of ON_ITS_WAY) {
        if (answer?.refused !== 'suggestion/words-changed') break
        await pause(wait)
        answer = await send(command)
      }
      if (!answer) sent += step.length
    }
    setBusy(false)
    setRefusal(answer)
    setTaken(sent)
    if (!answer) leave(all.length)
  }

  const hint =
    isDropping && changes.length > 0
      ? t('suggestions:sure.drop', { count: changes.length })
      : homeless > 0
        ? t('suggestions:homeless', { count: homeless })
        : isRestored
          ? t('suggestions:restored')
          : known.may?.applicantReads
            ? t('suggestions:applicantReads')
            : t('suggestions:mode')
  return (
    <div className={editorClasses.sheet}>
      <div className={editorClasses.head}>
        <div className={classes.bar}>
          <Text size="sm" className={classes.hint ?? ''}>
            {hint}
          </Text>
          <LimitedInput
            className={classes.note ?? ''}
            size="xs"
            label={t('suggestions:note')}
            value={note ?? ''}
            limit={REMARK_LIMIT}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
          <Button
            size="xs"
            variant="default"
            onClick={() => (changes.length > 0 && !isDropping ? setDropping(true) : leave(0))}
          >
            {t(changes.length > 0 ? 'suggestions:act.drop' : 'suggestions:act.leave')}
          </Button>
          {isDropping && changes.length > 0 ? (
            <Button size="xs" onClick={() => setDropping(false)}>
              {t('suggestions:act.goOn')}
            </Button>
          ) : changes.length > 0 ? (
            <Button size="xs" loading={busy} onClick={() => void propose()}>
              {t('suggestions:act.send', { count: changes.length })}
            </Button>
          ) : null}
        </div>
        {refusal && taken > 0 ? (
          <Text size="sm" role="status">
            {t('suggestions:someSent', { sent: taken, count: changes.length })}
          </Text>
        ) : null}
        <RefusalAlert refusal={refusal} onClose={() => setRefusal(null)} />
      </div>
      <EditorContent editor={editor} className={editorClasses.content} />
    </div>
  )
}
