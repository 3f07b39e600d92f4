import { afterAll, beforeAll, expect, test } from 'vitest'
import { chartOf } from '../../bench/report/chart.ts'
import type { Result } from '../../bench/report/result.ts'
import { sectionOf } from '../../bench/report/table.ts'
import { editingRound } from '../../bench/scenarios/editing.ts'
import { eventsRound } from '../../bench/scenarios/events.ts'
import { ensureBuilt } from '../../bench/servers/build.ts'
import { ours, type OurRunning, startOurs } from '../../bench/servers/ours.ts'

// The harness against our server alone, with tiny loads: that it works is asserted, how fast it is never.

let running: OurRunning
beforeAll(async () => {
  ensureBuilt()
  running = await startOurs()
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
