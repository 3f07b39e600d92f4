import { spread } from '../measure/statistics.ts'
import { atMost, medianOf, type Benchmark, type Figure, type Row } from '../report/result.ts'
import { hearingRound, type HearingLoad } from '../scenarios/hearing.ts'
import { startOurs } from '../servers/ours.ts'

const LOAD = { rate: 100, seconds: 10 }
const SIZES: readonly Pick<HearingLoad, 'people' | 'supporters'>[] = [
  { people: 1_000, supporters: 300 },
  { people: 250, supporters: 200 },
]

const FIGURES: readonly Figure[] = [
  { name: 'p50', label: 'admitted → seen, p50 ms', digits: 0 },
  { name: 'p99', label: 'admitted → seen, p99 ms', digits: 0, isMain: true },
  { name: 'longest', label: 'the longest, ms', digits: 0 },
  { name: 'sent', label: 'sent → seen, p99 ms', digits: 0 },
  { name: 'lost', label: 'lost', digits: 0 },
  { name: 'doubled', label: 'doubled', digits: 0 },
  { name: 'leaked', label: 'seen by who may not', digits: 0 },
  { name: 'phase', label: 'change of phase until all have it, ms', digits: 0 },
  { name: 'tally', label: 'tally until all have it, ms', digits: 0 },
  { name: 'busy', label: 'server, share of a core', digits: 2 },
  { name: 'generator', label: 'generator, share of a core', digits: 2 },
  { name: 'memory', label: 'memory in use, KB a person', digits: 0 },
  { name: 'resident', label: 'resident, KB a person', digits: 0 },
  { name: 'bytes', label: 'received, KB a person', digits: 0 },
  { name: 'loop', label: 'event loop late, p99 ms', digits: 0 },
  { name: 'loopMost', label: 'most, ms', digits: 0 },
  { name: 'join', label: 'all in the room, s', digits: 1 },
  { name: 'joinCpu', label: 'CPU ms of each who comes', digits: 1 },
]

async function round(load: HearingLoad) {
  const running = await startOurs({ atHearing: load.people })
  try {
    const done = await hearingRound(running, load)
    return { ...done, notes: [...done.notes, ...running.errors().slice(0, 3)] }
  } finally {
    await running.stop()
  }
}

export const hearingKeys: readonly Benchmark[] = [
  {
    key: 'h1000',
    isAlone: true,
    title: 'H-1000: a hearing of a thousand people',
    what: 'A public hearing: tribunal, both sides, experts and forty public seats, everybody else an observer whom the chair lets comment; two witnesses wait outside. All come, then a hundred comments a second for ten seconds, which chair and recorder admit four times a second; a phase changes in the midst of it and two behind it; three hundred support one comment. The same with 250 people.',
    async measure({ rounds }) {
      const results = SIZES.map((size) => ({
        size,
        rounds: [] as Awaited<ReturnType<typeof round>>[],
      }))
      for (let number = 0; number < rounds; number++)
        for (const { size, rounds: done } of results) {
          done.push(await round({ ...LOAD, ...size }))
          console.log(`${size.people} people`.padEnd(14), done.at(-1)?.figures, done.at(-1)?.notes)
        }
      const rows = results.map(({ size: { people }, rounds: done }, index): Row => ({
        key: index === 0 ? 'ours' : `ours-${people}`,
        title: `${people.toLocaleString('en')} people`,
        figures: Object.fromEntries(
          FIGURES.map(({ name }) => [name, spread(done.map(({ figures }) => figures[name] ?? Number.NaN))]),
        ),
        equal: done.every(({ equal }) => equal === true),
        notes: [...new Set(done.flatMap(({ notes }) => notes.map((note) => note.slice(0, 200))))],
      }))
      const mine = (figure: string) => medianOf(rows, 'ours', figure)
      const none = ['lost', 'doubled', 'leaked'] as const
      const targets = [
        atMost('p99 of an admitted comment ≤ 1 s', mine('p99'), 1_000, 'ms'),
        atMost('server CPU ≤ one core', mine('busy'), 1, 'of a core'),
        atMost('memory ≤ 100 KB a person', mine('memory'), 100, 'KB'),
        atMost('none lost, doubled or seen by who may not', Math.max(...none.map(mine)), 0, 'at most'),
      ]
      return { figures: FIGURES, rows, targets, notes: [] }
    },
    async profile() {
      const [size] = SIZES
      if (!size) return []
      const { figures, hot } = await round({ ...LOAD, ...size, profile: true })
      console.log(figures)
      return hot
    },
  },
]
