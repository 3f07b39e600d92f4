import { useTranslation } from 'react-i18next'
import { ScreenControls } from '#app/components/meetings/screen/screen-controls.tsx'
import { ScreenClock } from '#app/components/meetings/screen/screen-clock.tsx'
import classes from '#app/components/meetings/screen/screen.module.css'
import { useServerClock } from '#app/components/meetings/use-server-clock.ts'
import { useExhibits } from '../use-exhibits.ts'
import { BigComments, useScreenComments } from './big-comments.tsx'
import own from './hearing-screen.module.css'
import { later } from '#app/components/ui/later.tsx'
import { DateTime } from '#app/components/ui/date-time.tsx'
import type { Connection } from '#app/realtime/use-room.ts'
import { lineOf } from '#domain/hearings/people.ts'
import { PHASE_RULES, PHASES } from '#domain/hearings/phases.ts'
import type { HearingState } from '#domain/hearings/types.ts'
import type { Exhibit } from '#server/services/exhibits.ts'

const BigExhibit = later(() => import('./big-exhibit.tsx').then((file) => file.default))

interface BigHearingProps {
  readonly state: HearingState
  /** What may be shown to the hall. */
  readonly exhibits: readonly Exhibit[]
  readonly connection: Connection
  readonly loadedAt: string
}

export function BigHearing({ state, exhibits: initial, connection, loadedAt }: BigHearingProps) {
  const { t } = useTranslation(['hearings', 'meetings'])
  const now = useServerClock(loadedAt)
  const { staged } = state
  const exhibits = useExhibits({ hearingId: state.id, staged, initial, audience: 'screen' })
  const piece = exhibits.find(({ id }) => id === staged?.evidenceId)
  const comments = useScreenComments(state)
  return (
    <main className={classes.screen} data-scene={state.status}>
      <header className={classes.top}>
        <h1>{state.title}</h1>
        <ScreenControls />
      </header>
      <div className={own.columns} data-comments={comments.length > 0}>
        {staged && piece && state.status === 'open' ? (
          <div className={own.shown}>
            <Strip state={state} now={now} />
            <BigExhibit hearingId={state.id} staged={staged} piece={piece} since={loadedAt} />
          </div>
        ) : (
          <div className={classes.scene} aria-live="polite">
            <Scene state={state} now={now} />
          </div>
        )}
        {comments.length > 0 ? <BigComments comments={comments} /> : null}
      </div>
      <footer className={classes.foot}>
        <span>
          {state.phase === null
            ? state.place
            : t('hearings:screen.step', { n: PHASES.indexOf(state.phase) + 1, count: PHASES.length })}
        </span>
        {connection === 'online' ? null : <span className={classes.lost}>{t('meetings:screen.lost')}</span>}
      </footer>
    </main>
  )
}

/** Above a page that is shown: the phase, who speaks and how long. */
function Strip({ state, now }: { state: HearingState; now: () => number }) {
  const { t } = useTranslation('hearings')
  const { phase } = state
  const { speaking } = state.floor
  return (
    <div className={own.strip}>
      {phase ? <span>{t(`hearings:phase.${phase}`)}</span> : null}
      {speaking ? (
        <>
          <strong>{lineOf(state, speaking.personId)?.name ?? t('hearings:people.somebody')}</strong>
          <ScreenClock key={speaking.id} since={speaking.since} seconds={speaking.seconds} now={now} />
        </>
      ) : null}
    </div>
  )
}

/** One thing at a time: whoever speaks before the question, the question before the bare phase. */
function Scene({ state, now }: { state: HearingState; now: () => number }) {
  const { t } = useTranslation('hearings')
  const { phase, status } = state
  if (status === 'noticed' || status === 'ordered')
    return (
      <>
        <p className={classes.huge}>{t('hearings:screen.starts')}</p>
        <p className={classes.large}>
          <DateTime value={state.startsAt} />
        </p>
        <p className={classes.large}>{state.place}</p>
      </>
    )
  if (status !== 'open' || phase === null)
    return <p className={classes.huge}>{t(`hearings:status.${status}`)}</p>
  if (PHASE_RULES[phase].closedRoom) return <p className={classes.huge}>{t('hearings:screen.alone')}</p>
  return <Speaking state={state} phase={phase} now={now} />
}

function Speaking({
  state,
  phase,
  now,
}: {
  state: HearingState
  phase: NonNullable<HearingState['phase']>
  now: () => number
}) {
  const { t } = useTranslation('hearings')
  const { speaking, waiting } = state.floor
  const name = (personId: string) => lineOf(state, personId)?.name ?? t('hearings:people.somebody')
  const [next] = waiting
  const asked = state.questions.filter((one) => one.answered === null && one.phase === phase).at(-1)
  return (
    <>
      <p className={speaking || asked ? classes.medium : classes.huge}>{t(`hearings:phase.${phase}`)}</p>
      {speaking ? (
        <div className={classes.speaker}>
          <p className={classes.medium}>
            {t('hearings:screen.speaking')} · {t(`hearings:side.${speaking.side}`)}
          </p>
          <p className={classes.huge}>{name(speaking.personId)}</p>
          <ScreenClock key={speaking.id} since={speaking.since} seconds={speaking.seconds} now={now} />
        </div>
      ) : asked ? (
        <>
          <p className={classes.medium}>
            {t('hearings:questions.put', { from: name(asked.from), to: name(asked.to) })}
          </p>
          <p className={classes.large}>{asked.text}</p>
        </>
      ) : null}
      {next ? (
        <p className={classes.medium}>{t('hearings:screen.next', { name: name(next.personId) })}</p>
      ) : null}
      {state.staged ? <p className={classes.medium}>{t('hearings:screen.staged')}</p> : null}
    </>
  )
}
