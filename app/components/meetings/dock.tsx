import { useTranslation } from 'react-i18next'
import { isOfficer } from '#domain/meetings/participants.ts'
import type { MeetingState } from '#domain/meetings/types.ts'
import { DockMore } from './dock-more.tsx'
import { DockStep } from './dock-step.tsx'
import { RoomQuorum } from './quorum-meter.tsx'
import { useMeeting } from './room-context.tsx'
import classes from './dock.module.css'

/** The chair's and the secretaries', while there is a meeting to lead. */
export function hasDock(state: MeetingState, personId: string): boolean {
  return isOfficer(state, personId) && state.status !== 'closed' && state.status !== 'cancelled'
}

/** The chair's and the secretary's console: the next lawful step is the largest button. */
export function Dock() {
  const { t } = useTranslation('meetings')
  const { state, me } = useMeeting()
  if (!hasDock(state, me.personId)) return null
  return (
    <section className={classes.dock} aria-label={t('meetings:dock.title')} id="room-dock" tabIndex={-1}>
      <div className={classes.quorum}>
        <RoomQuorum />
      </div>
      <div className={classes.step}>
        <span className={classes.stepLabel}>{t('meetings:dock.next')}</span>
        <DockStep />
      </div>
      <DockMore />
    </section>
  )
}
