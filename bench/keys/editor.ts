import { spread } from '../measure/statistics.ts'
import { atMost, medianOf, type Benchmark, type Figure, type Row } from '../report/result.ts'
import { editorInBrowser } from '../scenarios/editor-in-browser.ts'

const FIGURES: readonly Figure[] = [
  { name: 'read', label: 'opened for reading (LCP), ms', digits: 0 },
  { name: 'write', label: 'may be written, ms', digits: 0 },
  { name: 'remarks', label: 'remarks marked, ms', digits: 0 },
  { name: 'alone50', label: 'key to paint alone, p50 ms', digits: 0 },
  { name: 'alone95', label: 'p95 ms', digits: 0 },
  { name: 'type50', label: 'key to paint while ten type, p50 ms', digits: 0 },
  { name: 'type95', label: 'p95 ms', digits: 0 },
  { name: 'longest', label: 'longest, ms', digits: 0 },
]

export const editorKeys: readonly Benchmark[] = [
  {
    key: 'editor',
    isAlone: true,
    title: 'EDITOR: a document of 200 pages in a browser',
    what: '300,000 characters, 40 tables, 2,000 remarks on the built product, in Chromium without a graphics card on the same two cores as the server. Opened with an empty cache; then a key every 150 ms in the middle of the text, alone and while ten others type five letters a second each at ten places and say where their cursors are as pages do. Both rows in one run, in turns: the built page, and the same page with what it adds to y-tiptap taken out of its script.',
    async measure({ rounds, seconds }) {
      const results = await editorInBrowser(rounds, seconds)
      const row = (key: 'ours' | 'plain', title: string): Row => ({
        ...{ key, title, equal: null, notes: [] },
        figures: Object.fromEntries(
          FIGURES.map(
            ({ name }) => [name, spread(results[key].map((one) => one[name] ?? Number.NaN))] as const,
          ),
        ),
      })
      const rows = [row('ours', 'Huishang'), row('plain', 'y-tiptap 3.0.9 alone')]
      const mine = (figure: string) => medianOf(rows, 'ours', figure)
      return {
        figures: FIGURES,
        rows,
        targets: [
          atMost('open for reading ≤ 2 s', mine('read'), 2_000, 'ms'),
          atMost('key to paint p95 ≤ 50 ms while ten type', mine('type95'), 50, 'ms'),
        ],
        notes: [],
      }
    },
  },
]
