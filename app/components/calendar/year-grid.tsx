import { useTranslation } from 'react-i18next'
import type { CalendarYear } from '#domain/calendar/types.ts'
import classes from './calendar.module.css'
import { Month } from './month.tsx'

interface YearGridProps {
  readonly calendar: CalendarYear
  /** YYYY-MM-DD in the jurisdiction. */
  readonly today: string
  readonly changed?: ReadonlySet<string>
}

/** The twelve months of a year, and what the marks in them mean. */
export function YearGrid({ calendar, today, changed }: YearGridProps) {
  const { t } = useTranslation('calendar')
  return (
    <>
      <ul className={classes.legend} aria-label={t('calendar:legend.title')}>
        {(['day-off', 'working-weekend'] as const).map((kind) => (
          <li key={kind}>
            <span className={classes[kind]} aria-hidden>
              {t(`calendar:mark.${kind}`)}
            </span>
            {t(`calendar:legend.${kind}`)}
          </li>
        ))}
        <li>
          <span className={classes.weekend} aria-hidden>
            6
          </span>
          {t('calendar:legend.weekend')}
        </li>
        {changed ? (
          <li>
            <span data-changed aria-hidden>
              1
            </span>
            {t('calendar:legend.changed')}
          </li>
        ) : null}
      </ul>
      <div className={classes.year}>
        {Array.from({ length: 12 }, (_, index) => (
          <Month key={index} calendar={calendar} month={index + 1} today={today} changed={changed} />
        ))}
      </div>
    </>
  )
}
