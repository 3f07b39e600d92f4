import { spread } from '../measure/statistics.ts'
import type { Row } from '../report/result.ts'
import type { Contender, Running } from '../servers/contender.ts'
import { reasonOf, within } from './deadline.ts'

export interface Round {
  readonly figures: Readonly<Record<string, number>>
  readonly equal: boolean | null
  readonly notes: readonly string[]
}

/** The slowest round there is takes a third of it. */
const LONGEST_ROUND_SECONDS = 240

/** A server in the race, or what became of it. */
interface Entrant {
  readonly contender: Contender
  running: Running | null
  readonly rounds: Round[]
  readonly notes: Set<string>
  readonly failures: string[]
}

/**
 * Rounds in turns, A B C A B C: what the machine does beside the benchmark falls on all alike. A server that
 * fails is named with its failure and left out: of the figures of that round, or of everything where it does not start
 * or does not end.
 */
export async function interleaved(
  contenders: readonly Contender[],
  rounds: number,
  round: (contender: Contender, running: Running, number: number) => Promise<Round>,
): Promise<readonly Row[]> {
  const entrants: Entrant[] = []
  const fail = ({ contender, failures }: Entrant, what: string) => {
    failures.push(what)
    console.log(`${contender.key.padEnd(14)} FAILED: ${what}`)
  }
  try {
    for (const contender of contenders) {
      const entrant: Entrant = { contender, running: null, rounds: [], notes: new Set(), failures: [] }
      entrants.push(entrant)
      try {
        entrant.running = await contender.start()
      } catch (error) {
        fail(entrant, `it did not start: ${reasonOf(error)}`)
      }
    }
    for (let number = 0; number < rounds; number++)
      for (const entrant of entrants) {
        const { contender, running } = entrant
        if (!running) continue
        const began = performance.now()
        const what = `round ${number + 1}`
        try {
          const done = await within(LONGEST_ROUND_SECONDS, what, round(contender, running, number))
          entrant.rounds.push(done)
          for (const note of done.notes) entrant.notes.add(note)
          const took = ((performance.now() - began) / 1_000).toFixed(0)
          console.log(`${contender.key.padEnd(14)} ${took.padStart(3)} s  ${said(done)}`)
        } catch (error) {
          fail(entrant, `${what} failed: ${reasonOf(error)}`)
          if (performance.now() - began < LONGEST_ROUND_SECONDS * 1_000) continue
          entrant.running = null
          await running.stop()
        }
      }
    return entrants.map(rowOf)
  } finally {
    for (const { running } of entrants) await running?.stop()
  }
}

function rowOf({ contender, running, rounds: done, notes, failures }: Entrant): Row {
  const names = [...new Set(done.flatMap(({ figures }) => Object.keys(figures)))]
  const values = (name: string) =>
    done.map(({ figures }) => figures[name]).filter((value): value is number => value !== undefined)
  const equal = done.map((one) => one.equal)
  const errors = running?.errors().slice(0, 3) ?? []
  return {
    key: contender.key,
    title: contender.title,
    figures: Object.fromEntries(names.map((name) => [name, spread(values(name))])),
    equal: equal.includes(null) || equal.length === 0 ? null : equal.every(Boolean),
    notes: [...notes, ...errors.map((line) => line.slice(0, 200))],
    ...(failures.length > 0 && { failures }),
  }
}

function said({ figures, equal, notes }: Round): string {
  const parts = Object.entries(figures).map(([name, value]) => `${name} ${value.toFixed(2)}`)
  return [...parts, ...(equal === false ? ['NOT EQUAL'] : []), ...notes].join('  ')
}
