import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { usePapers } from '#app/components/hearings/papers-context.tsx'
import { useHearing } from '#app/components/hearings/room-context.tsx'
import rooms from '#app/components/meetings/room.module.css'
import { DateTime } from '#app/components/ui/date-time.tsx'
import { ReasonedButton } from '#app/components/ui/reasoned-button.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { StatusBadge, type Tone } from '#app/components/ui/status-badge.tsx'
import { useActWith } from '#app/components/ui/use-act.ts'
import type { CommentStatus } from '#domain/comments/types.ts'
import type { SeenComment } from '#domain/comments/view.ts'
import { isPresent, lineOf } from '#domain/hearings/people.ts'
import { CitedWords } from './cited-words.tsx'
import { isShown, useLiveComments } from './comments-context.tsx'
import { isOwn } from './is-own.ts'
import classes from './comments.module.css'

const TONES: Readonly<Record<CommentStatus, Tone>> = {
  waiting: 'waiting',
  admitted: 'active',
  answered: 'good',
  held: 'waiting',
  struck: 'neutral',
  merged: 'neutral',
}

interface CommentLineProps {
  readonly comment: SeenComment
  readonly current?: boolean
  readonly children?: ReactNode
}

/** One comment: who, about what, its state with the reason, the answer; and my support. */
export function CommentLine({ comment, current, children }: CommentLineProps) {
  const { state, own, mine } = useHearing()
  // What all are sent is masked; who may know more is told so by the list of people, and everybody knows himself.
  const known = lineOf(state, comment.authorId)?.name ?? comment.authorName
  const name = mine && isOwn(own, comment) ? mine.name : known
  return (
    <li className={classes.comment} aria-current={current ? 'true' : undefined} data-status={comment.status}>
      <Words comment={comment} name={name} />
      {isShown(comment) ? <Support comment={comment} /> : null}
      {children}
    </li>
  )
}

/** Drawn anew only where it changed: of a thousand comments a burst touches a few. */
const Words = memo(function Words({ comment, name }: { comment: SeenComment; name: string }) {
  const { t } = useTranslation(['comments', 'hearings'])
  const { tie, status, reason, answer } = comment
  return (
    <>
      <div className={classes.head}>
        <strong>{name}</strong>
        <span className={rooms.quiet}>
          {t(`hearings:capacity.${comment.capacity}`)} · <DateTime value={comment.at} form="time" />
          {tie.phase ? ` · ${t(`hearings:phase.${tie.phase}`)}` : null}
        </span>
        {status === 'admitted' ? null : (
          <StatusBadge tone={TONES[status]}>{t(`comments:status.${status}`)}</StatusBadge>
        )}
      </div>
      <Tie comment={comment} />
      <CitedIn comment={comment} />
      <p className={classes.text}>{comment.text}</p>
      {reason ? <p className={classes.reason}>{t('comments:reason', { reason })}</p> : null}
      {answer ? (
        <p className={classes.answer}>
          <strong>{t('comments:answer')}</strong> {answer.text}
        </p>
      ) : null}
      {comment.mergedInto ? <Into id={comment.mergedInto} /> : null}
    </>
  )
})

/** About which issue, and whether about a piece of evidence. */
function Tie({ comment: { tie } }: { comment: SeenComment }) {
  const { t } = useTranslation('comments')
  const { state } = useHearing()
  const at = state.issues.findIndex(({ id }) => id === tie.issueId)
  const issue = state.issues[at]
  if (!issue && tie.evidenceId === null) return null
  return (
    <p className={rooms.quiet}>
      {issue ? t('comments:about', { n: at + 1, text: issue.text }) : null}
      {tie.evidenceId === null ? null : ` ${t('comments:aboutEvidence')}`}
    </p>
  )
}

/** Who may not open the paper is told nothing of it. */
function CitedIn({ comment: { tie } }: { comment: SeenComment }) {
  const { find } = usePapers()
  const cited = find(tie.paragraph)
  return cited ? <CitedWords cited={cited} /> : null
}

function Into({ id }: { id: string }) {
  const { t } = useTranslation('comments')
  const { known } = useLiveComments()
  const text = known.get(id)?.text
  return text ? <p className={classes.reason}>{t('comments:into', { text })}</p> : null
}

function Support({ comment }: { comment: SeenComment }) {
  const { t } = useTranslation('comments')
  const { own, mine } = useHearing()
  const { supported, setSupported, send, may } = useLiveComments()
  const { act, busy, refusal, forget } = useActWith(send)
  const mineToo = supported.has(comment.id)
  const figure = t('comments:support.count', { count: comment.support })
  // Looking in by office, and on one's own, there is a figure and no button.
  if (!mine || isOwn(own, comment) || !isPresent(mine)) return <span className={rooms.quiet}>{figure}</span>
  return (
    <div>
      <ReasonedButton
        size="sm"
        variant={mineToo ? 'filled' : 'default'}
        refusal={may()}
        busy={busy}
        aria-pressed={mineToo}
        onClick={() =>
          void act({ type: 'support', commentId: comment.id, yes: !mineToo }).then((done) => {
            if (done) setSupported(comment.id, !mineToo)
          })
        }
      >
        {t(mineToo ? 'comments:support.mine' : 'comments:support.give')} · {figure}
      </ReasonedButton>
      <RefusalAlert refusal={refusal} onClose={forget} />
    </div>
  )
}
