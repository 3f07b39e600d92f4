import { useTranslation } from 'react-i18next'
import { daysOf, weekdayOf } from '#domain/calendar/dates.ts'
import type { CalendarYear } from '#domain/calendar/types.ts'
import { kindOf } from '#domain/calendar/working-days.ts'
import classes from './calendar.module.css'
import { useHolidayName } from './holiday-name.ts'

interface MonthProps {
  readonly calendar: CalendarYear
  /** 1 … 12 */
  readonly month: number
  readonly today: string
  /** Days that an import makes worked or free: marked. */
  readonly changed?: ReadonlySet<string> | undefined
}

const WEEK = [1, 2, 3, 4, 5, 6, 0] as const

/** Weeks from Monday; null where the week belongs to another month. */
function weeksOf(year: number, month: number): readonly (readonly (string | null)[])[] {
  const days = daysOf(year).filter((day) => Number(day.slice(5, 7)) === month)
  const before = WEEK.indexOf(weekdayOf(days[0] ?? '') as (typeof WEEK)[number])
  const cells = [...Array.from({ length: before }, () => null), ...days]
  const weeks = []
  for (let at = 0; at < cells.length; at += 7)
    weeks.push(Array.from({ length: 7 }, (_, place) => cells[at + place] ?? null))
  return weeks
}

/** A month as a table of weeks. What differs from the plain week has a word in its cell, not a colour alone. */
export function Month({ calendar, month, today, changed }: MonthProps) {
  const { t, i18n } = useTranslation('calendar')
  const nameOf = useHolidayName()
  // Chinese has a sign for each, English needs three letters to tell Tuesday from Thursday.
  const short = i18n.language.startsWith('zh') ? 'narrow' : 'short'
  const weekday = (form: 'narrow' | 'short' | 'long', day: number) =>
    // 4 January 1970 was a Sunday.
    new Intl.DateTimeFormat(i18n.language, { weekday: form, timeZone: 'UTC' }).format(
      new Date(Date.UTC(1970, 0, 4 + day)),
    )
  const caption = new Intl.DateTimeFormat(i18n.language, { month: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(calendar.year, month - 1, 1)),
  )

  const cell = (day: string) => {
    const kind = kindOf(day, calendar)
    const marked = kind === 'day-off' || kind === 'working-weekend'
    const name = calendar.daysOff[day] ?? calendar.workingWeekends[day] ?? ''
    return (
      <td
        key={day}
        className={classes[kind] ?? ''}
        {...(day === today ? { 'aria-current': 'date' as const } : {})}
        {...(changed?.has(day) ? { 'data-changed': true } : {})}
      >
        <time dateTime={day}>{Number(day.slice(8))}</time>
        {marked ? (
          <span className={classes.mark} {...(name ? { title: nameOf(name) } : {})}>
            {t(`calendar:mark.${kind}`)}
            {name ? <span className="visually-hidden"> {nameOf(name)}</span> : null}
          </span>
        ) : null}
        {changed?.has(day) ? <span className="visually-hidden"> {t('calendar:changed')}</span> : null}
      </td>
    )
  }

  return (
    <table className={classes.month}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {WEEK.map((day) => (
            <th key={day} scope="col" abbr={weekday('long', day)}>
              {weekday(short, day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(calendar.year, month).map((week, index) => (
          <tr key={index}>{week.map((day, place) => (day === null ? <td key={place} /> : cell(day)))}</tr>
        ))}
      </tbody>
    </table>
  )
}
