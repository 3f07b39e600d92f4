import type { Hot } from '../measure/inspector.ts'
import type { Spread } from '../measure/statistics.ts'

export interface Figure {
  readonly name: string
  readonly label: string
  readonly digits: number
  /** Shown as a ratio to Hocuspocus and to the ws relay, and drawn, where it is the key's main figure. */
  readonly isMain?: boolean
}

export interface Row {
  readonly key: string
  readonly title: string
  readonly figures: Readonly<Record<string, Spread>>
  /** Every round ended with equal copies; null where the server keeps none. */
  readonly equal: boolean | null
  readonly notes: readonly string[]
  /** Rounds that came to nothing, and why; the run goes on and ends with an error. */
  readonly failures?: readonly string[]
}

export interface Target {
  /** As performance.md has it. */
  readonly text: string
  readonly measured: string
  readonly met: boolean
}

/** What a key leaves in `bench/results/<key>.json`; table and chart are made from it alone. */
export interface Result {
  readonly key: string
  readonly title: string
  readonly what: string
  readonly figures: readonly Figure[]
  readonly rows: readonly Row[]
  readonly targets: readonly Target[]
  readonly notes: readonly string[]
  readonly date: string
  readonly command: string
  readonly rounds: number
  /** How long it took in all; the next run plans with it. */
  readonly seconds?: number
  readonly machine: string
  readonly versions: Readonly<Record<string, string>>
}

/** What `--profile` leaves in `bench/results/<key>.profile.json`: where our server's time went. */
export interface ProfileResult {
  readonly key: string
  readonly date: string
  readonly hot: readonly Hot[]
}

/** What a key's own code gives; the rest is the same for all. */
export type Measured = Pick<Result, 'figures' | 'rows' | 'targets' | 'notes'>

export interface RunOptions {
  readonly rounds: number
  readonly seconds: number
}

export interface Benchmark {
  readonly key: string
  readonly title: string
  readonly what: string
  /** No peer does any of it: none need be installed. */
  readonly isAlone?: true
  /** Not with the others: what it is measured on takes long to make. */
  readonly isApart?: true
  measure(options: RunOptions): Promise<Measured>
  /** One round of our server alone under the profiler. */
  profile?(options: RunOptions): Promise<readonly Hot[]>
}

export function rowOf(rows: readonly Row[], key: string): Row | undefined {
  return rows.find((row) => row.key === key)
}

/** NaN where one of the two was not measured. */
export function ratio(rows: readonly Row[], figure: string, of: string, to: string): number {
  const value = (key: string) => rowOf(rows, key)?.figures[figure]?.median ?? Number.NaN
  return value(of) / value(to)
}

export function medianOf(rows: readonly Row[], key: string, figure: string): number {
  return rowOf(rows, key)?.figures[figure]?.median ?? Number.NaN
}

/** A target that is a largest ratio. */
export function atMost(text: string, measured: number, limit: number, unit = '×'): Target {
  return { text, measured: `${measured.toFixed(2)} ${unit}`, met: measured <= limit }
}

export function atLeast(text: string, measured: number, limit: number, unit = '×'): Target {
  return { text, measured: `${measured.toFixed(unit === '×' ? 2 : 0)} ${unit}`, met: measured >= limit }
}
