import { useTranslation } from 'react-i18next'

/** The jurisdiction's clock, wherever the browser is: a deadline is a date there. */
export const TIME_ZONE = 'Asia/Shanghai'

export type DateTimeForm = 'date' | 'time' | 'date-time' | 'seconds' | 'plain'

const FORMS: Readonly<Record<DateTimeForm, Intl.DateTimeFormatOptions>> = {
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  plain: { year: 'numeric', month: '2-digit', day: '2-digit' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  'date-time': {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
  seconds: {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  },
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** An ISO time in UTC, or a day `YYYY-MM-DD`, in the jurisdiction's time and the reader's language. */
export function formatDateTime(value: string, form: DateTimeForm, language: string): string {
  // A day has no hour: read at noon, it is the same day in the jurisdiction on every machine.
  const at = new Date(DAY.test(value) ? `${value}T12:00:00+08:00` : value)
  if (Number.isNaN(at.getTime())) return value
  return formatOf(DAY.test(value) && form !== 'plain' ? 'date' : form, language).format(at)
}

/** Made once each: a list of three hundred tasks took a tenth of its time to make as many. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(form: DateTimeForm, language: string): Intl.DateTimeFormat {
  const key = `${form} ${language}`
  let format = formats.get(key)
  if (!format)
    formats.set(key, (format = new Intl.DateTimeFormat(language, { ...FORMS[form], timeZone: TIME_ZONE })))
  return format
}

/** A moment of what is played, as players write it: 1:23, or 1:02:03 from the hour on. */
export function clockOf(second: number): string {
  const [hours, ...rest] = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60]
  const clock = rest.map((part) => String(part).padStart(2, '0')).join(':')
  return hours ? `${String(hours)}:${clock}` : clock.replace(/^0/, '')
}

export function useDateTime(): (value: string, form?: DateTimeForm) => string {
  const { i18n } = useTranslation()
  return (value, form = 'date-time') => formatDateTime(value, form, i18n.language)
}

export function DateTime({ value, form = 'date-time' }: { value: string; form?: DateTimeForm }) {
  const format = useDateTime()
  return <time dateTime={value}>{format(value, form)}</time>
}
