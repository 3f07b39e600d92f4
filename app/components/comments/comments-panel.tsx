import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CommentForm, Queue } from '#app/components/hearings/forms.ts'
import { useMayComment } from '#app/components/hearings/may-comment.ts'
import { useHearing } from '#app/components/hearings/room-context.tsx'
import rooms from '#app/components/meetings/room.module.css'
import { useRefusalSentence } from '#app/components/ui/refusal-alert.tsx'
import { isTribunal } from '#domain/hearings/people.ts'
import type { CommentsView } from '#server/services/comments.ts'
import { CommentLine } from './comment-line.tsx'
import { CommentsProvider, isShown, useLiveComments } from './comments-context.tsx'
import { Longer, useWindow } from './longer.tsx'
import { isOwn } from './is-own.ts'
import classes from './comments.module.css'

/** Live comments: for chair and recorder the queue, for everybody what was admitted and what became of his own. */
export function CommentsPanel({ initial }: { initial: CommentsView }) {
  const { t } = useTranslation('comments')
  return (
    <CommentsProvider initial={initial}>
      <section className={classes.panel} aria-labelledby="comments-title">
        <h2 id="comments-title" className={rooms.panelTitle}>
          {t('comments:title')}
        </h2>
        <Own />
        <Desk />
        <Admitted />
      </section>
    </CommentsProvider>
  )
}

function Desk() {
  const { moderates } = useLiveComments()
  return moderates ? <Queue /> : null
}

/** The form, or why there is none now; and my own that are not in the list of all. */
function Own() {
  const { t } = useTranslation('comments')
  const { mine, own } = useHearing()
  const { comments } = useLiveComments()
  const refusal = useMayComment()
  const sentence = useRefusalSentence()
  if (!mine || isTribunal(mine.capacity) || mine.capacity === 'witness') return null
  const waiting = comments.filter((one) => isOwn(own, one) && !isShown(one))
  return (
    <>
      {refusal && refusal.refused !== 'connection/offline' ? (
        <p className={rooms.quiet}>{sentence(refusal)}</p>
      ) : (
        <CommentForm />
      )}
      {waiting.length > 0 ? (
        <>
          <h3 className={rooms.groupTitle}>{t('comments:own')}</h3>
          <ol className={classes.list}>
            {[...waiting].reverse().map((comment) => (
              <CommentLine key={comment.id} comment={comment} />
            ))}
          </ol>
        </>
      ) : null}
    </>
  )
}

const ORDERS = ['time', 'support'] as const
type Order = (typeof ORDERS)[number]

function Admitted() {
  const { t } = useTranslation('comments')
  const { state } = useHearing()
  const { comments } = useLiveComments()
  const [order, setOrder] = useState<Order>('time')
  const [issueId, setIssueId] = useState('')
  const shown = comments
    .filter((one) => isShown(one) && (issueId === '' || one.tie.issueId === issueId))
    .reverse()
  if (order === 'support') shown.sort((a, b) => b.support - a.support)
  const { visible, more, showMore } = useWindow(shown)
  return (
    <>
      <h3 className={rooms.groupTitle}>{t('comments:admitted', { count: shown.length })}</h3>
      <div className={classes.choices}>
        <NativeSelect
          aria-label={t('comments:order.label')}
          value={order}
          onChange={(event) => setOrder(event.currentTarget.value === 'support' ? 'support' : 'time')}
          data={ORDERS.map((value) => ({ value, label: t(`comments:order.${value}`) }))}
        />
        {state.issues.length > 1 ? (
          <NativeSelect
            aria-label={t('comments:issue')}
            value={issueId}
            onChange={(event) => setIssueId(event.currentTarget.value)}
            data={[
              { value: '', label: t('comments:allIssues') },
              ...state.issues.map(({ id, text }) => ({ value: id, label: text })),
            ]}
          />
        ) : null}
      </div>
      {shown.length === 0 ? <p className={rooms.quiet}>{t('comments:none')}</p> : null}
      <ol className={classes.list} data-testid="comments">
        {visible.map((comment) => (
          <CommentLine key={comment.id} comment={comment} />
        ))}
      </ol>
      <Longer more={more} onMore={showMore} />
    </>
  )
}
