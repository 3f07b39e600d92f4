import { join } from 'node:path'
import { openDatabase } from '#server/store/client.ts'
import { spread } from '../measure/statistics.ts'
import { atLeast, atMost, medianOf, type Benchmark, type Figure, type Row } from '../report/result.ts'
import { SEATS } from '../seed/county.ts'
import { votingRound } from '../scenarios/votes.ts'
import { startOurs, type OurOptions } from '../servers/ours.ts'
import { seededPostgres } from '../servers/postgres.ts'

const VOTERS = SEATS

const FIGURES: readonly Figure[] = [
  { name: 'votes', label: 'acknowledged votes a second', digits: 0, isMain: true },
  { name: 'p50', label: 'p50 ms', digits: 0 },
  { name: 'p99', label: 'p99 ms', digits: 0 },
  { name: 'cpu', label: 'CPU µs per vote', digits: 0 },
  { name: 'taken', label: 'votes acknowledged', digits: 0 },
  { name: 'ballots', label: 'ballots in the box', digits: 0 },
]

interface Setting {
  readonly key: string
  readonly title: string
  readonly inRoom: boolean
  readonly within: number
  options(): Promise<OurOptions>
}

async function ballotsIn(options: OurOptions, dataDirectory: string, pollId: string): Promise<number> {
  const database = await openDatabase(
    options.postgres
      ? { kind: 'postgresql', url: options.postgres.url }
      : { kind: 'sqlite', file: join(dataDirectory, 'huishang.db') },
  )
  const count = await database.client.pollBallot.count({ where: { pollId } })
  await database.close()
  return count
}

async function round({ options, inRoom, within }: Setting, profile: boolean) {
  const chosen = await options()
  const running = await startOurs({ ...chosen, withMeeting: true })
  try {
    const done = await votingRound(running, { voters: VOTERS, inRoom, within, profile })
    const ballots = await ballotsIn(chosen, running.dataDirectory, done.pollId)
    return {
      ...done,
      figures: { ...done.figures, ballots } as Record<string, number>,
      errors: running.errors(),
    }
  } finally {
    await running.stop()
  }
}

const embedded: Setting = {
  key: 'ours',
  title: 'SQLite, all in the same moment',
  inRoom: false,
  within: 0,
  options: () => Promise.resolve({}),
}
const WITHIN = 5

const votes: Benchmark = {
  key: 'v1000',
  isAlone: true,
  title: 'V-1000: all members of a meeting vote at once',
  what: 'The thousand members of one meeting cast a secret ballot, in the same moment and within five seconds; a hundred try again. No peer takes votes.',
  async measure({ rounds }) {
    const postgres = await seededPostgres()
    const settings: Setting[] = [
      embedded,
      { ...embedded, key: 'ours-5s', title: `SQLite, within ${WITHIN} s`, within: WITHIN },
    ]
    if (postgres) {
      const there = { ...embedded, options: async () => ({ postgres: await postgres.copy() }) }
      settings.push(
        { ...there, key: 'postgres', title: 'PostgreSQL, all in the same moment' },
        { ...there, key: 'postgres-5s', title: `PostgreSQL, within ${WITHIN} s`, within: WITHIN },
      )
    }
    const results = settings.map((setting) => ({
      setting,
      rounds: [] as Record<string, number>[],
      notes: new Set<string>(),
    }))
    for (let number = 0; number < rounds; number++)
      for (const { setting, rounds: done, notes } of results) {
        const one = await round(setting, false)
        done.push(one.figures)
        for (const note of [...one.notes, ...one.errors.slice(0, 2)]) notes.add(note.slice(0, 200))
        console.log(setting.key.padEnd(14), one.figures, one.notes)
      }
    await postgres?.stop()
    const rows = results.map(({ setting, rounds: done, notes }): Row => {
      const figures = Object.keys(done[0] ?? {}).map((name) => [
        name,
        spread(done.map((one) => one[name] ?? 0)),
      ])
      return {
        key: setting.key,
        title: setting.title,
        figures: Object.fromEntries(figures) as Row['figures'],
        equal: null,
        notes: [...notes],
      }
    })
    const targets = rows.flatMap(({ key, title }) => [
      key.endsWith('5s')
        ? atMost(`${title}: p99 ≤ 500 ms`, medianOf(rows, key, 'p99'), 500, 'ms')
        : atLeast(`${title}: ≥ 1,500 a second`, medianOf(rows, key, 'votes'), 1_500, 'a second'),
      atMost(`${title}: 1,000 ballots`, Math.abs(medianOf(rows, key, 'ballots') - VOTERS), 0, 'off'),
    ])
    const missing = 'PostgreSQL was not measured: none was found and TEST_DATABASE_URL is not set.'
    return { figures: FIGURES, rows, targets, notes: postgres ? [] : [missing] }
  },
  async profile() {
    const done = await round(embedded, true)
    console.log(done.figures)
    return done.hot
  },
}

export const voteKeys: readonly Benchmark[] = [votes]
