import { seen } from '#domain/record/seen.ts'
import { daysAfter, isWeekend, yearOf } from './dates.ts'
import type { CalendarYear } from './types.ts'

/** What is wrong with a line; each has its sentence under `calendar:problem`. */
export const TABLE_PROBLEMS = [
  'no-date',
  'other-year',
  'unknown-kind',
  'backwards',
  'twice',
  'worked-weekday',
  'not-json',
  'empty',
  'statutory-day-missing',
] as const
export type TableProblemKind = (typeof TABLE_PROBLEMS)[number]

export interface TableProblem {
  /** 1, 2, 3 … as an editor counts; the place in the list for JSON; null where no line is to blame. */
  readonly line: number | null
  readonly problem: TableProblemKind
  /** What stood there, or which days are meant. */
  readonly about: string
}

export type ReadTable =
  | { readonly ok: true; readonly calendar: CalendarYear }
  | { readonly ok: false; readonly problems: readonly TableProblem[] }

/** Longer than any notice; what is beyond is no table of holidays. */
export const LONGEST_TABLE = 20_000

const OFF = new Set(['休', '放假', '休假', '假', 'off', 'holiday', 'true'])
const WORKED = new Set(['班', '上班', '调休上班', 'work', 'working', 'workday', 'false'])

/** New Year, Labour Day (two days since 2025) and National Day never move: a table without them is half a table. */
const STATUTORY = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']

interface Line {
  readonly line: number
  readonly from: string
  readonly until: string
  readonly kind: string
  readonly name: string
}

const DATE = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/

/** YYYY-MM-DD of a date as people write it; null where there is no such day. */
function dateIn(text: string): string | null {
  const [, year = '', month = '', date = ''] = DATE.exec(text.trim()) ?? []
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const read = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day) ? day : null
}

/** `date, kind, name`, or `first day ~ last day, kind, name`; a heading and lines that begin with # are passed over. */
function linesOfText(text: string): readonly Line[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)
  return lines.flatMap((written, index) => {
    const plain = written.trim()
    if (plain === '' || plain.startsWith('#')) return []
    const [days = '', kind = '', name = ''] = plain
      .split(/[,，;；\t]/)
      .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
    if (index === 0 && !/\d/.test(days)) return []
    const [from = '', until = from] = days.split(/\s*(?:~|～|至|到|—|\.\.)\s*/)
    return [{ line: index + 1, from, until, kind, name }]
  })
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'boolean' ? String(value) : ''

/** A list of `{ date, kind, name }`, or the files of NateScarlet/holiday-cn (F-130): `{ days: [{ date, isOffDay, name }] }`. */
function linesOfJson(text: string): readonly Line[] | null {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return null
  }
  const rows: unknown = Array.isArray(read) ? read : (read as { days?: unknown } | null)?.days
  if (!Array.isArray(rows)) return null
  return rows.map((row: unknown, index) => {
    const { date, kind, isOffDay, name } = (row ?? {}) as Record<string, unknown>
    const day = textOf(date)
    return { line: index + 1, from: day, until: day, kind: textOf(kind ?? isOffDay), name: textOf(name) }
  })
}

/** The days a line names, or what is wrong with it. */
function daysIn({ line, from, until, kind }: Line, year: number): readonly string[] | TableProblem {
  const [first, last] = [dateIn(from), dateIn(until)]
  if (first === null) return { line, problem: 'no-date', about: from }
  if (last === null) return { line, problem: 'no-date', about: until }
  if (yearOf(first) !== year || yearOf(last) !== year)
    return { line, problem: 'other-year', about: yearOf(first) === year ? last : first }
  if (last < first) return { line, problem: 'backwards', about: `${from} ~ ${until}` }
  const word = kind.toLowerCase()
  if (!OFF.has(word) && !WORKED.has(word)) return { line, problem: 'unknown-kind', about: kind }
  const days: string[] = []
  for (let day = first; day <= last; day = daysAfter(day, 1)) days.push(day)
  const weekday = WORKED.has(word) ? days.find((day) => !isWeekend(day)) : undefined
  // A weekday is worked anyway: whoever lists one has mistyped the date.
  return weekday === undefined ? days : { line, problem: 'worked-weekday', about: weekday }
}

/** Reads a year's notice as a table, CSV or JSON. All of it or nothing: every line that is wrong is told (K-09). */
export function readTable(text: string, year: number): ReadTable {
  const isJson = /^\s*[[{]/.test(text)
  const lines = isJson ? linesOfJson(text) : linesOfText(text)
  if (lines === null) return { ok: false, problems: [{ line: null, problem: 'not-json', about: '' }] }
  if (lines.length === 0) return { ok: false, problems: [{ line: null, problem: 'empty', about: '' }] }
  const daysOff: Record<string, string> = {}
  const workingWeekends: Record<string, string> = {}
  const problems: TableProblem[] = []
  for (const line of lines) {
    const days = daysIn(line, year)
    if ('problem' in days) {
      problems.push(days)
      continue
    }
    const twice = days.find((day) => daysOff[day] !== undefined || workingWeekends[day] !== undefined)
    if (twice !== undefined) problems.push({ line: line.line, problem: 'twice', about: twice })
    const named = OFF.has(line.kind.toLowerCase()) ? daysOff : workingWeekends
    for (const day of days) named[day] = seen(line.name).slice(0, 20)
  }
  const missing = STATUTORY.map((day) => `${year}-${day}`).filter((day) => daysOff[day] === undefined)
  if (missing.length > 0 && problems.length === 0)
    problems.push({ line: null, problem: 'statutory-day-missing', about: missing.join('、') })
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, calendar: { year, daysOff, workingWeekends } }
}
