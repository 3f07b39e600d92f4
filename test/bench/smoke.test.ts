import { afterAll, beforeAll, expect, test } from 'vitest'
import { chartOf } from '../../bench/report/chart.ts'
import type { Result } from '../../bench/report/result.ts'
import { sectionOf } from '../../bench/report/table.ts'
import { editingRound } from '../../bench/scenarios/editing.ts'
import { eventsRound } from '../../bench/scenarios/events.ts'
import { hearingRound } from '../../bench/scenarios/hearing.ts'
import { interleaved } from '../../bench/scenarios/interleave.ts'
import { ensureBuilt } from '../../bench/servers/build.ts'
import { ours, type OurRunning, startOurs } from '../../bench/servers/ours.ts'

// The harness against our server alone, with tiny loads: that it works is asserted, how fast it is never.

/** Each capacity is among them. */
const PEOPLE = 26

let running: OurRunning
beforeAll(async () => {
  ensureBuilt()
  running = await startOurs({ atHearing: PEOPLE })
}, 180_000)
afterAll(() => running.stop())

test('a round of editing delivers everything, and late copies are equal', async () => {
  const load = { documents: 2, writers: 2, readers: 3, rate: 5, seconds: 1, cursors: true }
  const done = await editingRound(ours, running, load, 0)
  expect(done).toMatchObject({ sent: 20, delivered: 80, lost: 0, equal: true, complaints: [] })
  expect(done.cpuPerDelivered).toBeGreaterThan(0)
  expect(done.p99).toBeGreaterThanOrEqual(done.p50)
})

test('events reach all receivers', async () => {
  const done = await eventsRound(ours, running, { receivers: 5, steps: [5] }, 10)
  expect(done.notes).toEqual([])
  expect(done.figures['cpu']).toBeGreaterThan(0)
})

test('a hearing: what is admitted reaches all who may see it, phases and counts too', async () => {
  const load = { people: PEOPLE, rate: 20, seconds: 1, supporters: 5 }
  const { figures, equal, notes } = await hearingRound(running, load)
  expect({ equal, notes }).toEqual({ equal: true, notes: [] })
  expect(figures).toMatchObject({ lost: 0, doubled: 0, leaked: 0 })
  for (const name of ['p99', 'phase', 'tally', 'busy', 'bytes', 'join'])
    expect(figures[name], name).toBeGreaterThan(0)
}, 60_000)

test('a server that does not start, or fails in a round, is named and the others go on', async () => {
  const start = () => Promise.resolve({ ...running, stop: () => Promise.resolve() })
  const broken = { ...ours, key: 'broken', start: () => Promise.reject(new Error('no port')) }
  const weak = { ...ours, key: 'weak', start }
  const rows = await interleaved([broken, { ...ours, start }, weak], 1, ({ key }) =>
    key === 'weak'
      ? Promise.reject(new Error('it fell'))
      : Promise.resolve({ figures: { cpu: 1 }, equal: null, notes: [] }),
  )
  expect(rows.map(({ key, failures = [] }) => [key, ...failures])).toEqual([
    ['broken', 'it did not start: no port'],
    ['ours'],
    ['weak', 'round 1 failed: it fell'],
  ])
})

test('table and chart are made from what a run leaves', () => {
  const spread = { median: 2, min: 1, max: 3 }
  const result: Result = {
    key: 'x',
    title: 'X',
    what: 'words',
    figures: [{ name: 'cpu', label: 'CPU', digits: 1, isMain: true }],
    rows: [
      { key: 'ours', title: 'Huishang', figures: { cpu: spread }, equal: true, notes: [] },
      {
        key: 'ws',
        title: 'a < b',
        figures: { cpu: { median: 4, min: 4, max: 4 } },
        equal: null,
        notes: ['n'],
      },
    ],
    targets: [{ text: 'CPU', measured: '0.50 ×', met: true }],
    notes: [],
    date: '2026-01-01T00:00:00.000Z',
    command: 'npm run bench:x',
    rounds: 3,
    machine: 'm',
    versions: { huishang: 'c' },
  }
  const section = sectionOf(result, null)
  expect(section).toContain('| Huishang | 2.0 (1.0–3.0) | – | 0.50 | equal |')
  const [figure] = result.figures
  expect(figure && chartOf(result, figure)).toContain('a &lt; b')
})
