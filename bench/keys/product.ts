import { spread } from '../measure/statistics.ts'
import { atLeast, atMost, medianOf, type Benchmark, type Figure, type Row } from '../report/result.ts'
import { everythingElse } from '../scenarios/everything-else.ts'

const FIGURES: readonly Figure[] = [
  { name: 'ready', label: 'start to ready, ms', digits: 0 },
  { name: 'ttfb', label: 'first byte of a page, p95 ms', digits: 1 },
  { name: 'lcp', label: 'LCP of a case, ms', digits: 0 },
  { name: 'scripts', label: 'JavaScript of a case, kB on the wire', digits: 0 },
  { name: 'append', label: 'a command, ms', digits: 1 },
  { name: 'verify', label: 'entries verified a second', digits: 0 },
  { name: 'open', label: 'opening a case, p95 ms', digits: 1 },
]

export const productKeys: readonly Benchmark[] = [
  {
    key: 'w',
    isAlone: true,
    title: 'W: everything else',
    what: 'Start, pages, and a record of a million entries on SQLite: a command, checking it all (`npm run record:verify`), opening cases that no cache holds. One visitor at a time; no peer does any of it.',
    async measure({ rounds }) {
      const results = await everythingElse(rounds)
      const figures = FIGURES.map(
        ({ name }) => [name, results.map((one) => one[name] ?? Number.NaN)] as const,
      )
      const row: Row = {
        key: 'ours',
        title: 'Huishang',
        figures: Object.fromEntries(figures.map(([name, values]) => [name, spread(values)])),
        equal: null,
        notes: [],
      }
      const mine = (figure: string) => medianOf([row], 'ours', figure)
      const targets = [
        atMost('ready ≤ 3 s', mine('ready'), 3_000, 'ms'),
        atMost('first byte p95 ≤ 50 ms', mine('ttfb'), 50, 'ms'),
        atLeast('verify ≥ 200,000 entries a second', mine('verify'), 200_000, 'a second'),
        atMost('opening a case ≤ 30 ms', mine('open'), 30, 'ms'),
      ]
      const missing = 'No browser was found: LCP and JavaScript were not measured.'
      return { figures: FIGURES, rows: [row], targets, notes: Number.isNaN(mine('lcp')) ? [missing] : [] }
    },
  },
]
