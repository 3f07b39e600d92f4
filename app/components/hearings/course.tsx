import { Button } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DateTime } from '#app/components/ui/date-time.tsx'
import rooms from '#app/components/meetings/room.module.css'
import { PHASE_RULES } from '#domain/hearings/phases.ts'
import { SEES } from '#domain/hearings/sight.ts'
import type { Exhibit } from '#server/services/exhibits.ts'
import { Deliberation } from './deliberation.tsx'
import { ExhibitStage } from './exhibit-stage.tsx'
import { ActingForm } from './forms.ts'
import { FloorPanel } from './floor-panel.tsx'
import { OfferedPassages, PassagesPanel } from './passages-panel.tsx'
import { QuestionsPanel } from './questions-panel.tsx'
import { RecusalPanel } from './recusal-panel.tsx'
import { useHearing } from './room-context.tsx'

/** What goes on: the matter in hand first, then what was said. */
export function Course({ exhibits }: { exhibits: readonly Exhibit[] }) {
  const { state, shared } = useHearing()
  const rules = state.phase === null ? null : PHASE_RULES[state.phase]
  const running = state.status === 'open'
  const inside = !rules?.closedRoom || SEES[shared.sight].closedRoom
  const speaks = running && inside && rules !== null && rules.speak.length > 0
  return (
    <>
      <OfferedPassages />
      {running && rules?.closedRoom ? <Deliberation /> : null}
      {speaks ? <FloorPanel /> : null}
      {running ? <ExhibitStage initial={exhibits} /> : null}
      <RecusalPanel />
      <QuestionsPanel />
      <PassagesPanel />
    </>
  )
}

/** Why it does not go on, and when it will. */
export function Stopped() {
  const { t } = useTranslation('hearings')
  const { state, may } = useHearing()
  const stop = state.stops.at(-1)
  if (state.ended)
    return (
      <section className={rooms.part}>
        <h3 className={rooms.stageTitle}>{t(`hearings:status.${state.status}`)}</h3>
        <p>
          {t('hearings:stopped.ground', { ground: t(`hearings:ground.${state.ended.ground}`) })}{' '}
          {state.ended.reason}
        </p>
      </section>
    )
  if (state.status === 'closed' || state.status === 'finished')
    return (
      <section className={rooms.part}>
        <h3 className={rooms.stageTitle}>{t(`hearings:status.${state.status}`)}</h3>
        {state.closedAt ? (
          <p>
            <DateTime value={state.closedAt} /> {t('hearings:stopped.closedAt')}
          </p>
        ) : null}
        <ToTranscript />
        {state.acting.map(({ capacity, name, reason, at }) => (
          <p key={at}>{t(`hearings:acting.told.${capacity}`, { name, reason })}</p>
        ))}
        {may({ type: 'appoint-acting' }) === null ? <ActingForm /> : null}
      </section>
    )
  if ((state.status !== 'suspended' && state.status !== 'postponed') || !stop) return null
  return (
    <section className={rooms.notice} role="status">
      <h3 className={rooms.stageTitle}>{t(`hearings:status.${state.status}`)}</h3>
      <p>
        {t('hearings:stopped.ground', { ground: t(`hearings:ground.${stop.ground}`) })} {stop.reason}
      </p>
      <p>
        {stop.resumeOn ? (
          <>
            {t('hearings:stopped.resumeOn')} <DateTime value={stop.resumeOn} />
          </>
        ) : (
          t('hearings:stopped.noDay')
        )}
      </p>
    </section>
  )
}

/** For whoever reads and signs it, a witness his own part. */
export function ToTranscript() {
  const { t } = useTranslation('hearings')
  const { state, mine, shared } = useHearing()
  if (state.status !== 'closed' && state.status !== 'finished') return null
  // The office reads it once it is frozen.
  const reads = mine ? mine.capacity !== 'observer' : shared.sight === 'office' && state.transcript.frozen
  if (!reads) return null
  return (
    <div>
      <Button component={Link} to={`/hearings/${state.id}/transcript`}>
        {t(`hearings:stopped.${mine && state.status === 'closed' ? 'transcript' : 'readTranscript'}`)}
      </Button>
    </div>
  )
}
