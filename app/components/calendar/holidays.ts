import { daysAfter } from '#domain/calendar/dates.ts'
import type { CalendarYear, NamedDays } from '#domain/calendar/types.ts'

export interface Holiday {
  readonly name: string
  readonly from: string
  readonly until: string
  readonly days: number
  /** Weekends that are worked for it. */
  readonly worked: readonly string[]
}

/** Days off that follow one another: first and last. */
function runsOf(daysOff: NamedDays): readonly (readonly [string, ...string[]])[] {
  const runs: [string, ...string[]][] = []
  for (const day of Object.keys(daysOff).sort()) {
    const last = runs.at(-1)
    if (last && daysAfter(last.at(-1) ?? '', 1) === day) last.push(day)
    else runs.push([day])
  }
  return runs
}

/** A year as the notice tells it: holidays in order, each with the weekends worked for it. */
export function holidaysOf({ daysOff, workingWeekends }: CalendarYear): readonly Holiday[] {
  const worked = Object.keys(workingWeekends).sort()
  const runs = runsOf(daysOff)
  const named = runs.map((run) => {
    const names = [...new Set(run.map((day) => daysOff[day] ?? ''))].filter(Boolean)
    // National Day and Mid-Autumn in one: the name that most days have stands for both in what is worked.
    return {
      run,
      name: names.join('、'),
      own: worked.filter((day) => names.includes(workingWeekends[day] ?? '')),
    }
  })
  const told = new Set(named.flatMap(({ own }) => own))
  const rest = worked.filter((day) => !told.has(day))
  return [
    ...named.map(({ run, name, own }) => ({
      ...{ name, from: run[0], until: run.at(-1) ?? run[0], days: run.length, worked: own },
    })),
    // Worked for a holiday without a name: told alone, never left out.
    ...rest.map((day) => ({
      name: workingWeekends[day] ?? '',
      from: day,
      until: day,
      days: 0,
      worked: [day],
    })),
  ]
}
