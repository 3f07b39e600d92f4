import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Result } from './result.ts'

/** Seconds of one round with its starts and seeds, as it took on two cores that other work shared. */
const ONE_ROUND: Readonly<Record<string, number>> = {
  a50: 80,
  a200: 85,
  a500: 95,
  b10: 75,
  b30: 75,
  b60: 80,
  b60aw: 80,
  c200: 95,
  b60rising: 240,
  e1000: 80,
  d10k: 70,
  d50k: 120,
  v1000: 90,
  h1000: 110,
  r500: 50,
  w: 110,
  editor: 90,
  // Most of it is making a hundred thousand dossiers, once in six hours.
  search: 600,
}
const UNKNOWN = 90

/** How long a key will take: as it did the last time, else as the table says. */
export function plannedSeconds(results: string, key: string, rounds: number): number {
  const file = join(results, `${key}.json`)
  const last = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Result) : null
  const one = last?.seconds === undefined ? (ONE_ROUND[key] ?? UNKNOWN) : last.seconds / last.rounds
  return one * rounds
}

export const minutes = (seconds: number): string => `${(seconds / 60).toFixed(1)} min`
