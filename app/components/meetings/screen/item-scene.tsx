import { useTranslation } from 'react-i18next'
import { yetToState } from '#domain/meetings/statements.ts'
import type { AgendaItem } from '#domain/meetings/types.ts'
import type { MeetingView } from '#domain/meetings/view.ts'
import { numberOf } from '../next-step.ts'
import { ScreenClock } from './screen-clock.tsx'
import classes from './screen.module.css'

/** The item, who speaks and for how long, who is next; while statements are made, how many. */
export function ItemScene({ view, item, now }: { view: MeetingView; item: AgendaItem; now: () => number }) {
  const { t } = useTranslation('meetings')
  const { state, people } = view
  const { speaking, waiting } = state.floor
  const expected = item.statements.length + yetToState(state, item).length
  const next = waiting[0]
  return (
    <>
      <p className={classes.medium}>
        {t('meetings:screen.item', { n: numberOf(state, item.id), count: state.items.length })} ·{' '}
        {item.caseNumber} · {t(`meetings:phase.${item.phase}`)}
      </p>
      <p className={speaking ? classes.large : classes.huge}>{item.caseTitle}</p>
      {speaking ? (
        <div className={classes.speaker}>
          <p className={classes.medium}>
            {t('meetings:screen.speaking')} · {t(`meetings:floorKind.${speaking.kind}`)}
          </p>
          <p className={classes.huge}>{people[speaking.personId]}</p>
          <ScreenClock key={speaking.id} since={speaking.since} seconds={speaking.seconds} now={now} />
        </div>
      ) : null}
      {next ? (
        <p className={classes.medium}>
          {t('meetings:screen.next', { name: people[next.personId] ?? '' })} ·{' '}
          {t('meetings:screen.queue', { count: waiting.length })}
        </p>
      ) : null}
      {item.phase === 'statements' && expected > 0 ? (
        <p className={classes.large}>
          {t('meetings:screen.stated', { count: item.statements.length, of: expected })}
        </p>
      ) : null}
    </>
  )
}
