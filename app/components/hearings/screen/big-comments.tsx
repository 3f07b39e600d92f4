import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useComments } from '#app/realtime/use-comments.ts'
import { commentsOnScreen } from '#domain/comments/on-screen.ts'
import { maskName } from '#domain/hearings/masked-name.ts'
import { SEES } from '#domain/hearings/sight.ts'
import type { HearingState } from '#domain/hearings/types.ts'
import classes from './hearing-screen.module.css'

/** Read from the back of a hall: a few, and beside a page one less. */
const MOST = 3
const NOTHING = { seq: 0, comments: [] }

/** The admitted comments that the hall talks about now. Nothing where there are none. */
export function useScreenComments({ id, phase, staged, status }: HearingState) {
  const { comments } = useComments(id, NOTHING, 'screen')
  return useMemo(
    () =>
      status === 'open' ? commentsOnScreen([...comments.values()], phase, staged ? MOST - 1 : MOST) : [],
    [comments, phase, staged, status],
  )
}

export function BigComments({ comments }: { comments: ReturnType<typeof useScreenComments> }) {
  const { t } = useTranslation(['hearings', 'comments'])
  return (
    <aside className={classes.comments} aria-label={t('hearings:comments')}>
      <h2>{t('hearings:comments')}</h2>
      <ol>
        {comments.map(({ id, text, authorName, capacity, support, answer }) => (
          <li key={id}>
            <p className={classes.words}>{text}</p>
            <p className={classes.by}>
              {t(`hearings:capacity.${capacity}`)}{' '}
              {SEES.screen.masks.includes(capacity) ? maskName(authorName) : authorName}
              {support > 0 ? ` · ${t('comments:support.count', { count: support })}` : null}
              {answer ? ` · ${t('comments:status.answered')}` : null}
            </p>
          </li>
        ))}
      </ol>
    </aside>
  )
}
