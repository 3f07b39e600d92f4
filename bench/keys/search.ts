import { spread } from '../measure/statistics.ts'
import { atMost, medianOf, type Benchmark, type Figure, type Row } from '../report/result.ts'
import { searching } from '../scenarios/searching.ts'

const FIGURES: readonly Figure[] = [
  { name: 'cases', label: 'cases with three texts each', digits: 0 },
  { name: 'secretary', label: 'first hits, secretary, p95 ms', digits: 0 },
  { name: 'member', label: 'first hits, member, p95 ms', digits: 0 },
  { name: 'page', label: 'page of hits, member, p95 ms', digits: 0 },
  { name: 'longest', label: 'longest, ms', digits: 0 },
  { name: 'found', label: 'share that finds something', digits: 2 },
  { name: 'indexed', label: 'index made anew, s', digits: 0 },
  { name: 'megabytes', label: 'index, MB', digits: 0 },
]
const DOSSIERS = 100_000

export const searchKeys: readonly Benchmark[] = [
  {
    key: 'search',
    isApart: true,
    title: 'SEARCH: finding things among 100,000 cases with dossiers',
    what: 'The built product on SQLite, asked by HTTP for words of one and more characters, common and rare, pairs of words, numbers and words that stand nowhere; until the last byte. An answer waits for a step of 40 ms (ADR 18). One visitor at a time; no peer does any of it. `DOSSIERS=…` for fewer cases.',
    async measure({ rounds }) {
      const results = await searching(rounds, Number(process.env['DOSSIERS'] ?? DOSSIERS))
      const figures = FIGURES.map(
        ({ name }) => [name, spread(results.map((one) => one[name] ?? Number.NaN))] as const,
      )
      const row: Row = {
        ...{ key: 'ours', title: 'Huishang', equal: null, notes: [] },
        figures: Object.fromEntries(figures),
      }
      const mine = (figure: string) => medianOf([row], 'ours', figure)
      const limit = (text: string, figure: string) => atMost(text, mine(figure), 150, 'ms')
      return {
        figures: FIGURES,
        rows: [row],
        targets: [
          limit('secretary p95 ≤ 150 ms', 'secretary'),
          limit('member p95 ≤ 150 ms', 'member'),
          limit('page p95 ≤ 150 ms', 'page'),
        ],
        notes: [],
      }
    },
  },
]
