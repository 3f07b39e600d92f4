import { COUNTY, DAYS, MICROS_PER_PAGE, OFFICE_MINUTES, USABLE } from './assumptions.ts'
import { Chance } from './chance.ts'
import { dayOf, type Minute } from './day.ts'
import type { Costs } from './measure.ts'

/** What the keys of the benchmarks gave, beside `Costs`. */
export interface Measured extends Costs {
  /** CPU µs of a change that reaches few others (key c200). */
  readonly microsPerDelivery: number
}

/** The busiest minute of a month, and a year's growth, of so many jurisdictions on one installation. */
export interface Load {
  readonly connections: number
  readonly changesPerSecond: number
  readonly deliveriesPerSecond: number
  readonly entriesPerSecond: number
  readonly viewsPerSecond: number
  /** Cores that this takes. */
  readonly cores: number
  /** Processes of one core each, so that none is beyond what is usable. */
  readonly nodes: number
  readonly memoryBytes: number
  readonly databaseBytesPerYear: number
  readonly evidenceBytesPerYear: number
}

export function simulate(counties: number, measured: Measured, seed: number): Load {
  const chance = new Chance(seed)
  let busiest: Minute & { readonly cores: number } = { ...sum([]), cores: 0 }
  for (let day = 0; day < DAYS; day++) {
    const days = Array.from({ length: counties }, () => dayOf(chance))
    for (let minute = 0; minute < OFFICE_MINUTES; minute++) {
      const all = sum(days.map((one) => one[minute]).filter((one) => one !== undefined))
      const cores = coresFor(all, counties, measured)
      if (cores > busiest.cores) busiest = { ...all, cores }
    }
  }
  const { casesPerYear, charactersPerCase, entriesPerCase, evidenceBytesPerCase } = COUNTY
  // A text is folded when it is left: a sign of Chinese and what Yjs keeps about it, before and behind the fold.
  const textBytes = charactersPerCase * 12
  const entries =
    casesPerYear * entriesPerCase +
    COUNTY.meetingsPerDay * COUNTY.workingDays * COUNTY.entriesPerMeeting +
    COUNTY.hearingsPerYear * COUNTY.entriesPerHearing
  return {
    ...busiest,
    nodes: Math.max(1, Math.ceil(busiest.cores / USABLE)),
    memoryBytes: busiest.connections * measured.bytesPerConnection,
    databaseBytesPerYear: counties * (casesPerYear * textBytes + entries * measured.bytesPerEntry),
    evidenceBytesPerYear: counties * casesPerYear * evidenceBytesPerCase,
  }
}

function coresFor(minute: Minute, counties: number, measured: Measured): number {
  const pagesPerSecond =
    (counties * COUNTY.accounts * COUNTY.openPages * COUNTY.pagesPerPersonAndHour) / 3_600
  const micros =
    minute.deliveriesPerSecond * measured.microsPerDelivery +
    minute.entriesPerSecond * measured.microsPerCommand +
    minute.viewsPerSecond * measured.microsPerView +
    minute.connections * measured.microsPerIdleSecond +
    pagesPerSecond * MICROS_PER_PAGE
  return micros / 1_000_000
}

function sum(minutes: readonly Minute[]): Minute {
  const all: Minute = {
    connections: 0,
    changesPerSecond: 0,
    deliveriesPerSecond: 0,
    entriesPerSecond: 0,
    viewsPerSecond: 0,
  }
  for (const minute of minutes)
    for (const key of Object.keys(all) as (keyof Minute)[]) all[key] += minute[key]
  return all
}
