import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnounce } from '#app/components/ui/live-region.tsx'
import { useTick } from './use-server-clock.ts'
import classes from './room.module.css'

/** Seconds before the end at which the speaker is warned. */
export const WARNING_SECONDS = 30

export function clockFace(seconds: number): string {
  const whole = Math.abs(Math.trunc(seconds))
  return `${Math.trunc(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** Seconds left (negative: over), by the server's clock; null until the page runs in a browser. */
export function useSecondsLeft(since: string, seconds: number, now: () => number): number | null {
  const at = useTick(now)
  return at === null ? null : Math.ceil(seconds - (at - Date.parse(since)) / 1000)
}

interface FloorTimerProps {
  readonly since: string
  readonly seconds: number
  /** Only the speaker is told aloud that time runs out. */
  readonly mine: boolean
  /** The server's time, milliseconds. */
  readonly now: () => number
}

export function FloorTimer({ since, seconds, mine, now }: FloorTimerProps) {
  const { t } = useTranslation('meetings')
  const announce = useAnnounce()
  const left = useSecondsLeft(since, seconds, now)
  const warned = useRef<string | null>(null)
  const close = left !== null && left <= WARNING_SECONDS
  useEffect(() => {
    if (!close || warned.current === since) return
    warned.current = since
    if (mine) announce(t('meetings:live.warning'), true)
  }, [close, mine, since, announce, t])
  if (left === null) return <span className={classes.timer}>{clockFace(seconds)}</span>
  return (
    <span
      className={classes.timer}
      role="timer"
      aria-live="off"
      data-state={left < 0 ? 'over' : close ? 'close' : 'running'}
    >
      {left < 0
        ? t('meetings:floor.over', { time: clockFace(left) })
        : t('meetings:floor.left', { time: clockFace(left) })}
      {close && left >= 0 ? <strong className={classes.warning}>{t('meetings:floor.warning')}</strong> : null}
    </span>
  )
}
