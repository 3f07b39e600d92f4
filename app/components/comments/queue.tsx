import { Button } from '@mantine/core'
import { memo, useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import rooms from '#app/components/meetings/room.module.css'
import { isTyping } from '#app/components/ui/is-typing.ts'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { useActWith } from '#app/components/ui/use-act.ts'
import { MOST_ADMITTED_AT_ONCE } from '#domain/comments/types.ts'
import type { SeenComment } from '#domain/comments/view.ts'
import { AdmitAll } from './admit-all.tsx'
import { CommentLine } from './comment-line.tsx'
import { useLiveComments } from './comments-context.tsx'
import { Longer, useWindow } from './longer.tsx'
import { QueueActions } from './queue-actions.tsx'
import { stepFor, type QueueForm } from './queue-keys.ts'
import classes from './comments.module.css'

/** What waits for chair and recorder, oldest first, worked by keys: one stands in hand, and after each step the next. */
export function Queue() {
  const { t } = useTranslation('comments')
  const { comments, send } = useLiveComments()
  const { act, refusal, forget } = useActWith(send)
  const [held, setHeld] = useState(false)
  const [chosen, setChosen] = useState<{ readonly id: string; readonly place: number } | null>(null)
  const [opened, setOpened] = useState<{ readonly id: string; readonly form: QueueForm } | null>(null)
  const [note, setNote] = useState('')
  const list = useRef<HTMLDivElement>(null)
  // Dealt with by me, and the answer on its way: the next key is for the next one.
  const [sent, setSent] = useState<ReadonlySet<string>>(new Set())
  const all = comments.filter(({ id, status }) => status === (held ? 'held' : 'waiting') && !sent.has(id))
  const { visible, more, showMore } = useWindow(all)
  // The one in hand was dealt with, perhaps by the other of the two: the next one has come to its place.
  const place = all.findIndex(({ id }) => id === chosen?.id)
  const at = place >= 0 ? place : Math.min(chosen?.place ?? 0, visible.length - 1)
  const current = visible[at]
  const currentId = current?.id
  useEffect(() => {
    if (!list.current?.contains(document.activeElement)) return
    // Inside its own list, to the top: the page must not move.
    const line = list.current.querySelector<HTMLElement>('[aria-current]')
    if (line?.parentElement) line.parentElement.scrollTop = line.offsetTop
  }, [currentId])
  // What was opened for one that has gone is gone with it.
  const form = opened && opened.id === currentId ? opened.form : null
  const setForm = (to: QueueForm | null) =>
    setOpened(to && currentId !== undefined ? { id: currentId, form: to } : null)

  const take = useCallback((id: string, index: number) => setChosen({ id, place: index }), [])
  function choose(to: number) {
    const next = visible[Math.min(Math.max(to, 0), visible.length - 1)]
    if (next) take(next.id, visible.indexOf(next))
  }

  function dealtWith(commentId: string) {
    setChosen({ id: commentId, place: at })
    setSent((before) => new Set(before).add(commentId))
    list.current?.focus({ preventScroll: true })
  }

  async function admit(commentId: string) {
    dealtWith(commentId)
    if (await act({ type: 'admit', commentId })) return
    setSent((before) => new Set([...before].filter((id) => id !== commentId)))
  }

  function press(event: KeyboardEvent) {
    const busy = event.ctrlKey || event.metaKey || event.altKey || event.isComposing
    if (busy || isTyping(event.target)) return
    const step = stepFor(event.key)
    if (!step) return
    event.preventDefault()
    setNote(step === 'undo' ? t('comments:queue.noUndo') : '')
    if (step === 'down' || step === 'up') choose(at + (step === 'down' ? 1 : -1))
    else if (step === 'admit' && current) void admit(current.id)
    else if (step !== 'undo' && step !== 'admit' && current) setForm(step)
  }

  // The keys work while the focus is anywhere in the queue; every one of them is a button too.
  useEffect(() => {
    const place = list.current
    place?.addEventListener('keydown', press)
    return () => place?.removeEventListener('keydown', press)
  })

  return (
    <div
      ref={list}
      className={classes.queue}
      role="group"
      aria-labelledby="queue-title"
      tabIndex={-1}
      id="comment-queue"
    >
      <h3 id="queue-title" className={rooms.groupTitle}>
        {t(held ? 'comments:queue.held' : 'comments:queue.title', { count: all.length })}
      </h3>
      <p className={rooms.quiet}>{t('comments:queue.keys')}</p>
      <label>
        <input
          type="checkbox"
          checked={held}
          onChange={(event) => {
            setHeld(event.currentTarget.checked)
            // What was held back here is looked for there.
            setSent(new Set())
          }}
        />{' '}
        {t('comments:queue.showHeld')}
      </label>
      <p role="status" className={classes.reason}>
        {note}
      </p>
      <RefusalAlert refusal={refusal} onClose={forget} />
      {all.length === 0 ? <p>{t('comments:queue.empty')}</p> : null}
      {held ? null : <AdmitAll listed={visible.slice(0, MOST_ADMITTED_AT_ONCE)} />}
      <ol className={classes.list} data-testid="queue">
        {visible.map((comment, index) =>
          comment.id === currentId ? (
            <CommentLine key={comment.id} comment={comment} current>
              <QueueActions
                comment={comment}
                form={form}
                onForm={setForm}
                onAdmit={() => void admit(comment.id)}
                onLeave={() => {
                  setForm(null)
                  list.current?.focus({ preventScroll: true })
                }}
                onDone={() => dealtWith(comment.id)}
              />
            </CommentLine>
          ) : (
            <Waiting key={comment.id} comment={comment} place={index} onTake={take} />
          ),
        )}
      </ol>
      <Longer more={more} onMore={showMore} />
    </div>
  )
}

interface WaitingProps {
  readonly comment: SeenComment
  readonly place: number
  readonly onTake: (commentId: string, place: number) => void
}

/** One that is not in hand: a key that moves on draws two lines anew, not a hundred. */
const Waiting = memo(function Waiting({ comment, place, onTake }: WaitingProps) {
  const { t } = useTranslation('comments')
  return (
    <CommentLine comment={comment}>
      <div>
        <Button size="compact-sm" variant="subtle" onClick={() => onTake(comment.id, place)}>
          {t('comments:queue.take')}
        </Button>
      </div>
    </CommentLine>
  )
})
