import { Button, NativeSelect, Stack } from '@mantine/core'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandButton, useHearing } from '#app/components/hearings/room-context.tsx'
import { CommandButton as CommentButton } from '#app/components/ui/command-button.tsx'
import { ReasonForm } from '#app/components/ui/reason-form.tsx'
import type { CommentCommand } from '#domain/comments/commands.ts'
import type { SeenComment } from '#domain/comments/view.ts'
import { lineOf } from '#domain/hearings/people.ts'
import { isShown, useLiveComments } from './comments-context.tsx'
import { nearDuplicates } from './near-duplicates.ts'
import type { QueueForm } from './queue-keys.ts'
import classes from './comments.module.css'

interface QueueActionsProps {
  readonly comment: SeenComment
  readonly form: QueueForm | null
  readonly onForm: (form: QueueForm | null) => void
  readonly onAdmit: () => void
  readonly onLeave: () => void
  readonly onDone: () => void
}

const FORMS: readonly QueueForm[] = ['answer', 'hold', 'strike', 'merge']
const LETTERS: Readonly<Record<QueueForm, string>> = { answer: 'n', hold: 'h', strike: 's', merge: 'm' }

/** What can be done with the comment in hand; each key's letter stands on its button. */
export function QueueActions({ comment, form, onForm, onAdmit, onLeave, onDone }: QueueActionsProps) {
  const { t } = useTranslation(['comments', 'common'])
  const { comments } = useLiveComments()
  const shown = comments.filter(isShown)
  const near = nearDuplicates(comment, shown)
  const forms = FORMS.filter((one) => !(one === 'hold' && comment.status === 'held'))
  return (
    <>
      {near.length > 0 ? <Near comment={comment} near={near} onDone={onDone} /> : null}
      <div className={classes.actions}>
        <Button size="sm" onClick={onAdmit}>
          {t('comments:queue.withKey', { what: t('comments:queue.admit'), key: 'a' })}
        </Button>
        {forms.map((one) => (
          <Button
            key={one}
            size="sm"
            variant="default"
            aria-expanded={form === one}
            onClick={() => onForm(form === one ? null : one)}
          >
            {t('comments:queue.withKey', { what: t(`comments:queue.${one}`), key: LETTERS[one] })}
          </Button>
        ))}
        <Quiet comment={comment} />
      </div>
      {form === null ? null : (
        <Focused key={form} onLeave={onLeave}>
          {form === 'merge' ? (
            <MergeForm comment={comment} near={near} shown={shown} onDone={onDone} />
          ) : (
            <WordsForm comment={comment} step={form} onDone={onDone} />
          )}
        </Focused>
      )}
    </>
  )
}

/** The cursor goes into the field, because a key asked for it; Escape goes back to the queue. */
function Focused({ onLeave, children }: { onLeave: () => void; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.querySelector<HTMLElement>('textarea, select, button')?.focus(), [])
  return (
    <div
      ref={place}
      role="presentation"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onLeave()
      }}
    >
      {children}
    </div>
  )
}

interface FormProps {
  readonly comment: SeenComment
  readonly onDone: () => void
}

function WordsForm({ comment, step, onDone }: FormProps & { step: Exclude<QueueForm, 'merge'> }) {
  const { t } = useTranslation('comments')
  const { may, send } = useLiveComments()
  const commentId = comment.id
  return (
    <ReasonForm<CommentCommand>
      may={may}
      send={send}
      label={t(`comments:queue.${step}Words`)}
      records={t(`comments:queue.${step}Records`)}
      submit={t(`comments:queue.${step}`)}
      command={(words) =>
        step === 'answer' ? { type: step, commentId, text: words } : { type: step, commentId, reason: words }
      }
      onDone={onDone}
    />
  )
}

const MOST_CHOICES = 100

function MergeForm({
  comment,
  near,
  shown,
  onDone,
}: FormProps & { near: readonly SeenComment[]; shown: readonly SeenComment[] }) {
  const { t } = useTranslation('comments')
  const { may, send } = useLiveComments()
  const choices = [...near, ...shown.filter((one) => !near.includes(one)).reverse()].slice(0, MOST_CHOICES)
  const [chosen, setChosen] = useState('')
  const into = choices.some(({ id }) => id === chosen) ? chosen : (choices[0]?.id ?? '')
  if (into === '') return <p>{t('comments:queue.mergeNone')}</p>
  return (
    <Stack gap="xs">
      <NativeSelect
        label={t('comments:queue.mergeInto')}
        description={t('comments:queue.mergeRecords')}
        value={into}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={choices.map(({ id, text, authorName }) => ({
          value: id,
          label: t('comments:queue.choice', { name: authorName, text }),
        }))}
      />
      <div>
        <CommentButton<CommentCommand>
          may={may}
          send={send}
          variant="light"
          command={{ type: 'merge', commentId: comment.id, into }}
          onDone={onDone}
        >
          {t('comments:queue.merge')}
        </CommentButton>
      </div>
    </Stack>
  )
}

function Near({ comment, near, onDone }: FormProps & { near: readonly SeenComment[] }) {
  const { t } = useTranslation('comments')
  const { may, send } = useLiveComments()
  return (
    <div className={classes.near}>
      <span>{t('comments:queue.near')}</span>
      {near.map((one) => (
        <div key={one.id}>
          <p className={classes.text}>{one.text}</p>
          <CommentButton<CommentCommand>
            may={may}
            send={send}
            size="sm"
            variant="light"
            command={{ type: 'merge', commentId: comment.id, into: one.id }}
            onDone={onDone}
          >
            {t('comments:queue.mergeHere')}
          </CommentButton>
        </div>
      ))}
    </div>
  )
}

/** One press silences whoever disturbs; the record says by whom and for what. */
function Quiet({ comment }: { comment: SeenComment }) {
  const { t } = useTranslation('comments')
  const { state } = useHearing()
  const muted = lineOf(state, comment.authorId)?.mutedAt
  return (
    <CommandButton
      size="sm"
      variant="default"
      command={
        muted
          ? { type: 'unmute', personId: comment.authorId }
          : { type: 'mute', personId: comment.authorId, reason: t('comments:queue.muteReason') }
      }
    >
      {t(muted ? 'comments:queue.unmute' : 'comments:queue.mute', { name: comment.authorName })}
    </CommandButton>
  )
}
