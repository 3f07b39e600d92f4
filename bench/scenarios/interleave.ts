import { spread } from '../measure/statistics.ts'
import type { Row } from '../report/result.ts'
import type { Contender, Running } from '../servers/contender.ts'

export interface Round {
  readonly figures: Readonly<Record<string, number>>
  readonly equal: boolean | null
  readonly notes: readonly string[]
}

/**
 * Rounds in turns, A B C A B C: what the machine does beside the benchmark falls on all alike. A server that
 * fails a round is named with its failure and left out of the figures of that round.
 */
export async function interleaved(
  contenders: readonly Contender[],
  rounds: number,
  round: (contender: Contender, running: Running, number: number) => Promise<Round>,
): Promise<readonly Row[]> {
  const started: { contender: Contender; running: Running; rounds: Round[]; notes: Set<string> }[] = []
  try {
    for (const contender of contenders)
      started.push({ contender, running: await contender.start(), rounds: [], notes: new Set() })
    for (let number = 0; number < rounds; number++)
      for (const one of started) {
        const done = await round(one.contender, one.running, number).catch((error: unknown) => {
          one.notes.add(
            `round ${number + 1} failed: ${error instanceof Error ? error.message : String(error)}`,
          )
          return null
        })
        if (!done) continue
        one.rounds.push(done)
        for (const note of done.notes) one.notes.add(note)
        console.log(`${one.contender.key.padEnd(14)} ${said(done)}`)
      }
    return started.map(({ contender, running, rounds: done, notes }) => {
      const names = [...new Set(done.flatMap(({ figures }) => Object.keys(figures)))]
      const values = (name: string) =>
        done.map(({ figures }) => figures[name]).filter((value): value is number => value !== undefined)
      const equal = done.map((one) => one.equal)
      return {
        key: contender.key,
        title: contender.title,
        figures: Object.fromEntries(names.map((name) => [name, spread(values(name))])),
        equal: equal.includes(null) || equal.length === 0 ? null : equal.every(Boolean),
        notes: [
          ...notes,
          ...running
            .errors()
            .slice(0, 3)
            .map((line) => line.slice(0, 200)),
        ],
      }
    })
  } finally {
    for (const { running } of started) await running.stop()
  }
}

function said({ figures, equal, notes }: Round): string {
  const parts = Object.entries(figures).map(([name, value]) => `${name} ${value.toFixed(2)}`)
  return [...parts, ...(equal === false ? ['NOT EQUAL'] : []), ...notes].join('  ')
}
