import {
  atMost,
  medianOf,
  ratio,
  type Benchmark,
  type Figure,
  type Row,
  type Target,
} from '../report/result.ts'
import { editingRound, type Editing, type EditingRound } from '../scenarios/editing.ts'
import { interleaved, type Round } from '../scenarios/interleave.ts'
import { ours } from '../servers/ours.ts'
import { peer } from '../servers/peers.ts'

const FIGURES: readonly Figure[] = [
  { name: 'cpu', label: 'CPU µs per delivered update', digits: 1, isMain: true },
  { name: 'p50', label: 'p50 ms', digits: 1 },
  { name: 'p99', label: 'p99 ms', digits: 1 },
  { name: 'busy', label: 'server, share of a core', digits: 2 },
  { name: 'generator', label: 'generator, share of a core', digits: 2 },
]

const EVERYBODY = ['hocuspocus', 'hocuspocus16', 'y-websocket', 'y-socket-io', 'ws', 'socket.io'] as const

export function roundOf(done: EditingRound): Round {
  return {
    figures: {
      cpu: done.cpuPerDelivered,
      p50: done.p50,
      p99: done.p99,
      busy: done.serverBusy,
      generator: done.generatorBusy,
    },
    equal: done.equal,
    notes: [
      ...done.complaints,
      ...(done.lost > 0 ? [`${done.lost} deliveries did not come within 10 s`] : []),
      ...(done.equal === false ? ['copies differ'] : []),
    ],
  }
}

interface Editors {
  readonly key: string
  readonly title: string
  readonly what: string
  readonly load: Omit<Editing, 'seconds' | 'profile'>
  readonly targets: (rows: readonly Row[]) => readonly Target[]
}

function editing({ key, title, what, load, targets }: Editors): Benchmark {
  return {
    key,
    title,
    what,
    async measure({ rounds, seconds }) {
      const contenders = [ours, ...EVERYBODY.map(peer)]
      const rows = await interleaved(contenders, rounds, async (contender, running, number) =>
        roundOf(await editingRound(contender, running, { ...load, seconds }, number * load.documents)),
      )
      return { figures: FIGURES, rows, targets: targets(rows), notes: [] }
    },
    async profile({ seconds }) {
      const running = await ours.start()
      try {
        const done = await editingRound(ours, running, { ...load, seconds, profile: true }, 0)
        console.log(roundOf(done).figures)
        return done.hot ?? []
      } finally {
        await running.stop()
      }
    },
  }
}

const readers = (count: number) =>
  editing({
    key: `a${count}`,
    title: `A-${count}: one writes, ${count} read`,
    what: `One document, one writer at 20 updates a second, ${count} readers: a secretary writes, the room reads.`,
    load: { documents: 1, writers: 1, readers: count, rate: 20 },
    targets: (rows) =>
      count < 500
        ? []
        : [
            atMost('CPU ≤ 0.75 × Hocuspocus', ratio(rows, 'cpu', 'ours', 'hocuspocus'), 0.75),
            atMost('CPU ≤ 1.0 × the bare ws relay', ratio(rows, 'cpu', 'ours', 'ws'), 1),
            atMost("p50 no worse than the relay's", ratio(rows, 'p50', 'ours', 'ws'), 1),
          ],
  })

const writers = (count: number) =>
  editing({
    key: `b${count}`,
    title: `B-${count}: ${count} write together`,
    what: `One document, ${count} writers at 5 updates a second each, all reading: departments write together.`,
    load: { documents: 1, writers: count, readers: 0, rate: 5 },
    targets: (rows) =>
      count < 60
        ? []
        : [
            atMost('CPU ≤ 0.40 × Hocuspocus', ratio(rows, 'cpu', 'ours', 'hocuspocus'), 0.4),
            atMost('CPU below the bare ws relay', ratio(rows, 'cpu', 'ours', 'ws'), 1),
            atMost('p50 ≤ 5 ms', medianOf(rows, 'ours', 'p50'), 5, 'ms'),
            atMost('p99 ≤ 30 ms', medianOf(rows, 'ours', 'p99'), 30, 'ms'),
          ],
  })

export const editingKeys: readonly Benchmark[] = [
  readers(50),
  readers(200),
  readers(500),
  writers(10),
  writers(30),
  writers(60),
  editing({
    key: 'b60aw',
    title: 'B-60-aw: the same with cursors',
    what: 'B-60 with a cursor move per update.',
    load: { documents: 1, writers: 60, readers: 0, rate: 5, cursors: true },
    targets: (rows) => [atMost('CPU ≤ 0.30 × Hocuspocus', ratio(rows, 'cpu', 'ours', 'hocuspocus'), 0.3)],
  }),
  editing({
    key: 'c200',
    title: 'C-200: 200 documents, three people each',
    what: '200 documents, three people each, every one of them at one update a second: a working day of a county.',
    load: { documents: 200, writers: 3, readers: 0, rate: 1 },
    targets: (rows) => [
      atMost('CPU ≤ 0.50 × Hocuspocus', ratio(rows, 'cpu', 'ours', 'hocuspocus'), 0.5),
      atMost('p99 ≤ 2 ms', medianOf(rows, 'ours', 'p99'), 2, 'ms'),
    ],
  }),
]
