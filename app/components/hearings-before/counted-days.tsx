import { useTranslation } from 'react-i18next'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { useRefusalSentence } from '#app/components/ui/refusal-alert.tsx'
import type { CountedDay, WorkingCalendar } from '#domain/calendar/types.ts'
import { daysCountedBefore } from '#domain/calendar/working-days.ts'
import { isLateNotice } from '#domain/hearings/ordering.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import classes from './before.module.css'

interface CountedDaysProps {
  /** Civil date of the hearing; '' while none is chosen. */
  readonly day: string
  readonly count: number
  readonly calendar: WorkingCalendar
  /** ISO time of the server, so that both ends agree what is late. */
  readonly now: string
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The last day on which the notice is in time, and every day that was counted for it. */
export function CountedDays({ day, count, calendar, now }: CountedDaysProps) {
  const { t } = useTranslation('hearings-before')
  const format = useDateTime()
  const sentence = useRefusalSentence()
  const days = DAY.test(day) ? daysCountedBefore(day, count, calendar) : []
  if (isRefusal(days)) {
    return (
      <p className={classes.count} data-late role="status">
        {sentence(days)}
      </p>
    )
  }
  const latest = days.at(-1)?.day
  if (latest === undefined) return <p className={classes.count}>{t('hearings-before:count.unknown')}</p>
  const late = isLateNotice(new Date(now), latest)
  return (
    <div className={classes.count} {...(late ? { 'data-late': true } : {})}>
      <p role="status">
        <strong>{t('hearings-before:count.latest', { date: format(latest, 'date') })}</strong>
        <br />
        {t('hearings-before:count.rule', { count })}
        {late ? (
          <>
            <br />
            <strong>{t('hearings-before:count.late')}</strong>
          </>
        ) : null}
      </p>
      <details>
        <summary>{t('hearings-before:count.how')}</summary>
        <ul className={classes.days}>
          {numbered(days).map((one) => (
            <li key={one.day} data-counts={one.n > 0}>
              <time dateTime={one.day}>{format(one.day, 'date')}</time> {t(...wordsOf(one))}
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}

/** `n`: the how manieth working day it is; 0 where it does not count. */
function numbered(days: readonly CountedDay[]): readonly (CountedDay & { readonly n: number })[] {
  let n = 0
  return days.map((one) => {
    const counts = one.kind === 'working' || one.kind === 'working-weekend'
    if (counts) n += 1
    return { ...one, n: counts ? n : 0 }
  })
}

function wordsOf({
  kind,
  holiday,
  n,
}: CountedDay & { readonly n: number }): [string, { n: number; holiday: string }] {
  const named = kind === 'day-off' && holiday !== ''
  return [`hearings-before:count.${named ? 'day-offNamed' : kind}`, { n, holiday }]
}
