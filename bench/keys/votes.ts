import { join } from 'node:path'
import { openDatabase } from '#server/store/client.ts'
import { spread } from '../measure/statistics.ts'
import { atLeast, atMost, medianOf, type Benchmark, type Figure, type Row } from '../report/result.ts'
import { SEATS } from '../seed/county.ts'
import { votingRound } from '../scenarios/votes.ts'
import { startOurs, type OurOptions } from '../servers/ours.ts'
import { seededPostgres } from '../servers/postgres.ts'

/** Of the thousand that the target speaks of: see the note. */
const VOTERS = SEATS

const FIGURES: readonly Figure[] = [
  { name: 'votes', label: 'acknowledged votes a second', digits: 0, isMain: true },
  { name: 'p50', label: 'p50 ms', digits: 0 },
  { name: 'p99', label: 'p99 ms', digits: 0 },
  { name: 'cpu', label: 'CPU µs per vote', digits: 0 },
  { name: 'taken', label: 'votes acknowledged', digits: 0 },
  { name: 'ballots', label: 'ballots in the box', digits: 0 },
  { name: 'join', label: 'ms to join the room, each', digits: 1 },
]

interface Setting {
  readonly key: string
  readonly title: string
  readonly inRoom: boolean
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

async function round({ options, inRoom }: Setting, profile: boolean) {
  const chosen = await options()
  const running = await startOurs({ ...chosen, withMeeting: true })
  try {
    const done = await votingRound(running, { voters: VOTERS, inRoom, profile })
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
  title: 'Huishang, SQLite',
  inRoom: false,
  options: () => Promise.resolve({}),
}

const votes: Benchmark = {
  key: 'v1000',
  title: 'V: all members of a meeting vote at once',
  what: 'The 99 members of one meeting cast a secret ballot in the same moment, then all try again. No peer takes votes.',
  async measure({ rounds }) {
    const postgres = await seededPostgres()
    const settings: Setting[] = [
      embedded,
      { ...embedded, key: 'ours-room', title: 'SQLite, all in the room', inRoom: true },
    ]
    if (postgres)
      settings.push({
        key: 'ours-postgres',
        title: 'Huishang, PostgreSQL',
        inRoom: false,
        options: async () => ({ postgres: await postgres.copy() }),
      })
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
    const targets = rows
      .filter(({ key }) => key !== 'ours-room')
      .flatMap(({ key, title }) => [
        atLeast(
          `${title}: ≥ 1,500 acknowledged votes a second`,
          medianOf(rows, key, 'votes'),
          1_500,
          'a second',
        ),
        atMost(`${title}: p99 ≤ 500 ms`, medianOf(rows, key, 'p99'), 500, 'ms'),
        atMost(
          `${title}: as many ballots as voters`,
          Math.abs(medianOf(rows, key, 'ballots') - VOTERS),
          0,
          'off',
        ),
      ])
    const missing = 'PostgreSQL was not measured: none was found and TEST_DATABASE_URL is not set.'
    const limit =
      'Not yet a thousand: the form that convenes a meeting takes 99 members, and seating a thousand through the service takes minutes (each command of such a meeting costs about 130 ms).'
    return { figures: FIGURES, rows, targets, notes: postgres ? [limit] : [limit, missing] }
  },
  async profile() {
    const done = await round(embedded, true)
    console.log(done.figures)
    return done.hot
  },
}

export const voteKeys: readonly Benchmark[] = [votes]
