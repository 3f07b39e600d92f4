import { atLeast, ratio, type Benchmark, type Figure } from '../report/result.ts'
import { editingRound } from '../scenarios/editing.ts'
import { eventsRound } from '../scenarios/events.ts'
import { interleaved } from '../scenarios/interleave.ts'
import { risingRound, STEPS_A_ROUND } from '../scenarios/rising.ts'
import { ours } from '../servers/ours.ts'
import { peer } from '../servers/peers.ts'

const RECEIVERS = 1_000
const WRITERS = 60
/** Where ours is about to end: below, the core is idle half of the time. */
const PROFILED_RATE = 120

const RISING: readonly Figure[] = [
  { name: 'deliveries', label: 'deliveries a second at p99 ≤ 200 ms', digits: 0, isMain: true },
  { name: 'rate', label: 'updates a second of each writer', digits: 0 },
  { name: 'p99', label: 'p99 ms there', digits: 1 },
]

const EVENTS: readonly Figure[] = [
  { name: 'rate', label: 'events a second at p99 ≤ 200 ms', digits: 0, isMain: true },
  { name: 'p50', label: 'p50 ms there', digits: 1 },
  { name: 'p99', label: 'p99 ms there', digits: 1 },
  { name: 'cpu', label: 'CPU µs per delivered event there', digits: 1 },
]

const rising: Benchmark = {
  key: 'b60rising',
  title: 'B-60 at rising rates',
  what: 'B-60 with everybody faster step by step, until the slowest hundredth of the deliveries takes longer than 200 ms.',
  async measure({ rounds }) {
    const contenders = [ours, ...['hocuspocus', 'hocuspocus16', 'y-websocket', 'ws'].map(peer)]
    const rows = await interleaved(contenders, rounds, (contender, running, number) =>
      risingRound(contender, running, WRITERS, number * STEPS_A_ROUND),
    )
    const measured = ratio(rows, 'deliveries', 'ours', 'hocuspocus')
    const targets = [atLeast("≥ 3 × Hocuspocus's deliveries a second", measured, 3)]
    return { figures: RISING, rows, targets, notes: [] }
  },
  async profile({ seconds }) {
    const running = await ours.start()
    try {
      const load = { documents: 1, writers: WRITERS, readers: 0, rate: PROFILED_RATE, seconds, profile: true }
      return (await editingRound(ours, running, load, 0)).hot ?? []
    } finally {
      await running.stop()
    }
  },
}

const events: Benchmark = {
  key: 'e1000',
  title: 'E-1000: small events to a thousand',
  what: 'Small updates of one document to 1,000 receivers at rising rates until p99 exceeds 200 ms: tally, phase, live comments. One sender up to 125 events a second, more senders beyond (a socket of ours may send 200).',
  async measure({ rounds }) {
    const contenders = [ours, ...['hocuspocus', 'y-websocket', 'ws'].map(peer)]
    const rows = await interleaved(contenders, rounds, (contender, running, number) =>
      eventsRound(contender, running, { receivers: RECEIVERS }, number),
    )
    const measured = ratio(rows, 'rate', 'ours', 'hocuspocus')
    return {
      figures: EVENTS,
      rows,
      targets: [atLeast("≥ 30 × Hocuspocus's events a second", measured, 30)],
      notes: [],
    }
  },
  async profile() {
    const running = await ours.start()
    try {
      return (await eventsRound(ours, running, { receivers: RECEIVERS, steps: [10], profile: true }, 0)).hot
    } finally {
      await running.stop()
    }
  },
}

export const rateKeys: readonly Benchmark[] = [rising, events]
