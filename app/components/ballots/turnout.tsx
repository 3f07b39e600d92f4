import { useTranslation } from 'react-i18next'
import type { Turnout as TurnoutLine } from '#domain/meetings/view.ts'
import classes from './poll.module.css'

/** "n of m": never who, and below three not even n. */
export function Turnout({ turnout }: { turnout: TurnoutLine | undefined }) {
  const { t } = useTranslation('ballots')
  if (!turnout) return null
  const { voted, entitled } = turnout
  return (
    <div className={classes.turnout}>
      <p className={classes.turnoutWords}>
        {voted === null
          ? t('ballots:turnout.hidden', { entitled })
          : t('ballots:turnout.counted', { voted, entitled })}
      </p>
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" className={classes.turnoutBar} aria-hidden>
        <rect width="100" height="6" className={classes.track} />
        <rect
          width={entitled > 0 && voted !== null ? (voted / entitled) * 100 : 0}
          height="6"
          className={classes.filled}
        />
      </svg>
    </div>
  )
}
