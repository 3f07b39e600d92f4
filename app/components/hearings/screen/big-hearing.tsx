import { useTranslation } from 'react-i18next'
import { ScreenControls } from '#app/components/meetings/screen/screen-controls.tsx'
import { ScreenClock } from '#app/components/meetings/screen/screen-clock.tsx'
import classes from '#app/components/meetings/screen/screen.module.css'
import { useServerClock } from '#app/components/meetings/use-server-clock.ts'
import { DateTime } from '#app/components/ui/date-time.tsx'
import type { Connection } from '#app/realtime/use-room.ts'
import { lineOf } from '#domain/hearings/people.ts'
import { PHASE_RULES, PHASES } from '#domain/hearings/phases.ts'
import type { HearingState } from '#domain/hearings/types.ts'

interface BigHearingProps {
  readonly state: HearingState
  readonly connection: Connection
  readonly loadedAt: string
}

export function BigHearing({ state, connection, loadedAt }: BigHearingProps) {
  const { t } = useTranslation(['hearings', 'meetings'])
  const now = useServerClock(loadedAt)
  return (
    <main className={classes.screen} data-scene={state.status}>
      <header className={classes.top}>
        <h1>{state.title}</h1>
        <ScreenControls />
      </header>
      <div className={classes.scene} aria-live="polite">
        <Scene state={state} now={now} />
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
