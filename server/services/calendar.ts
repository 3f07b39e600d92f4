import { changesBetween, plainYear, type DayChange } from '#domain/calendar/changes.ts'
import { readTable, type TableProblem } from '#domain/calendar/table.ts'
import type { CalendarImport } from '#domain/calendar/commands.ts'
import type { CalendarYear, WorkingCalendar } from '#domain/calendar/types.ts'
import type { Actor } from '#domain/people/actor.ts'
import { mayImportCalendar } from '#domain/people/may.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import type { AccessLog } from './access-log.ts'
import type { Surroundings } from './ports.ts'
import { SHIPPED_FROM, SHIPPED_YEARS } from './shipped-years.ts'

/** One import of a year. Revisions count 1, 2, 3 …; the highest is in force. */
export interface StoredYear {
  readonly calendar: CalendarYear
  readonly revision: number
  readonly document: string
  /** Why a year that stood was replaced; '' for the first. */
  readonly reason: string
  /** ISO 8601 in UTC. */
  readonly importedAt: string
  readonly personId: string
}

export interface CalendarStore {
  /** The revision in force of every imported year, by year. */
  inForce(): Promise<readonly StoredYear[]>
  /** False, and nothing written, where the year has this revision already: somebody else was first. */
  add(year: StoredYear): Promise<boolean>
}

/** Where a year's calendar comes from. */
export interface YearOrigin {
  readonly calendar: CalendarYear
  /** 0 for a year that came with the release: what an import is made against. */
  readonly revision: number
  readonly document: string
  readonly importedAt: string | null
  readonly reason: string
}

export interface CalendarPreview {
  readonly calendar: CalendarYear
  /** Null where the year is new. */
  readonly before: YearOrigin | null
  /** Against the year in force, or against the plain week. */
  readonly changes: readonly DayChange[]
}

export interface CalendarService {
  /** The years in force, for rules that count days. From memory: not older than `KEPT_MS` where another node imports. */
  known(): Promise<WorkingCalendar>
  /** The same with their origin, by year, as the database has them now. For everybody who is signed in (K-12). */
  years(): Promise<readonly YearOrigin[]>
  /** What an import would do. Refusals: access/denied, calendar/table-wrong beside the lines that are wrong. */
  preview(
    actor: Actor,
    year: number,
    table: string,
  ): Promise<CalendarPreview | (Refusal & { readonly problems: readonly TableProblem[] }) | Refusal>
  /**
   * Puts a year in force. Refusals: access/denied, calendar/table-wrong, calendar/reason-required (a year that stands),
   * record/conflict (it was imported by somebody else since it was looked at).
   */
  importYear(actor: Actor, order: CalendarImport): Promise<{ readonly year: number } | Refusal>
}

/** A year is imported once in a year, and every command asks: on other nodes an import counts after this long. */
const KEPT_MS = 5_000

/** The years in force, kept in memory. `forget` after an import. */
export function createKnownYears(store: CalendarStore, now: () => Date) {
  let kept: { readonly at: number; readonly calendar: Promise<WorkingCalendar> } | null = null

  async function read(): Promise<WorkingCalendar> {
    const imported = await store.inForce()
    return {
      ...SHIPPED_YEARS,
      ...Object.fromEntries(imported.map(({ calendar }) => [calendar.year, calendar])),
    }
  }

  return {
    forget: () => void (kept = null),
    known(): Promise<WorkingCalendar> {
      const at = now().getTime()
      // A clock set back must not keep it for good.
      if (kept && Math.abs(at - kept.at) < KEPT_MS) return kept.calendar
      const older = kept?.calendar
      const reading = {
        at,
        calendar: read().catch((error: unknown) => {
          // Not for whoever comes next. What was known a moment ago still stands: years do not go away.
          if (kept === reading) kept = null
          if (older) return older
          throw error
        }),
      }
      kept = reading
      return reading.calendar
    },
  }
}

export type KnownYears = ReturnType<typeof createKnownYears>

interface Ports extends Pick<Surroundings, 'now'> {
  readonly store: CalendarStore
  readonly known: KnownYears
  readonly log: AccessLog
}

const shipped: readonly YearOrigin[] = Object.values(SHIPPED_YEARS).map((calendar) => ({
  ...{ calendar, revision: 0, document: SHIPPED_FROM, importedAt: null, reason: '' },
}))

/** Working-day calendars by year: those that came with the release and those the administrator imported (REQ-011). */
export function createCalendarService({ store, known, log, now }: Ports): CalendarService {
  async function years(): Promise<readonly YearOrigin[]> {
    const imported = await store.inForce()
    const replaced = new Set(imported.map(({ calendar }) => calendar.year))
    const origins = imported.map(({ personId: _, ...origin }): YearOrigin => origin)
    return [...shipped.filter(({ calendar }) => !replaced.has(calendar.year)), ...origins].sort(
      (a, b) => a.calendar.year - b.calendar.year,
    )
  }

  const standing = async (year: number) =>
    (await years()).find(({ calendar }) => calendar.year === year) ?? null

  return {
    known: () => known.known(),
    years,

    async preview(actor, year, table) {
      if (!mayImportCalendar(actor)) return refuse('access/denied')
      const read = readTable(table, year)
      if (!read.ok) return { ...refuse('calendar/table-wrong'), problems: read.problems }
      const before = await standing(year)
      const changes = changesBetween(before?.calendar ?? plainYear(year), read.calendar)
      return { calendar: read.calendar, before, changes }
    },

    async importYear(actor, { year, table, document, reason, revision }) {
      if (!mayImportCalendar(actor)) return refuse('access/denied')
      const read = readTable(table, year)
      if (!read.ok) return refuse('calendar/table-wrong')
      const before = await standing(year)
      if ((before?.revision ?? 0) !== revision) return refuse('record/conflict')
      if (before && reason === '') return refuse('calendar/reason-required', { year })
      const added = await store.add({
        calendar: read.calendar,
        revision: revision + 1,
        document,
        reason: before ? reason : '',
        importedAt: now().toISOString(),
        personId: actor.personId,
      })
      known.forget()
      if (!added) return refuse('record/conflict')
      await log.note({
        personId: actor.personId,
        action: before ? 'calendar/replaced' : 'calendar/imported',
        subject: String(year),
        detail: [document, before ? reason : ''].filter(Boolean).join('；'),
      })
      return { year }
    },
  }
}
