import { useTranslation } from 'react-i18next'
import { clockFace, useSecondsLeft, WARNING_SECONDS } from '../floor-timer.tsx'
import classes from './screen.module.css'

/** The time that is left to whoever speaks, readable from the last row. */
export function ScreenClock({ since, seconds, now }: { since: string; seconds: number; now: () => number }) {
  const { t } = useTranslation('meetings')
  const left = useSecondsLeft(since, seconds, now) ?? seconds
  const state = left < 0 ? 'over' : left <= WARNING_SECONDS ? 'close' : 'running'
  return (
    <p className={classes.clock} data-state={state} role="timer" aria-live="off">
      {left < 0 ? t('meetings:floor.over', { time: clockFace(left) }) : clockFace(left)}
    </p>
  )
}
