import { atMost, medianOf, type Benchmark, type Figure, type Row, type Target } from '../report/result.ts'
import { interleaved } from '../scenarios/interleave.ts'
import { longDocumentRound } from '../scenarios/long-document.ts'
import { ours } from '../servers/ours.ts'
import { peer } from '../servers/peers.ts'

const FIGURES: readonly Figure[] = [
  { name: 'ingest', label: 'CPU µs per ingested edit', digits: 0 },
  { name: 'first', label: 'first open ms', digits: 1 },
  { name: 'openAll', label: '100 opens at once ms', digits: 0, isMain: true },
  { name: 'reconnectAll', label: '100 reconnects up to date ms', digits: 0 },
  { name: 'heap', label: 'heap KB', digits: 0 },
  { name: 'cold', label: 'first open from disk ms', digits: 1 },
]

function targetsOf(rows: readonly Row[]): readonly Target[] {
  const mine = (figure: string) => medianOf(rows, 'ours', figure)
  return [
    atMost('ingest ≤ 60 µs an edit with durability', mine('ingest'), 60, 'µs'),
    atMost('first open ≤ 5 ms', mine('first'), 5, 'ms'),
    atMost('100 opens at once ≤ 200 ms', mine('openAll'), 200, 'ms'),
    atMost('100 reconnects ≤ 250 ms', mine('reconnectAll'), 250, 'ms'),
  ]
}

function longDocument(key: string, edits: number): Benchmark {
  const load = { edits }
  return {
    key,
    title: `D-${edits.toLocaleString('en')}: a long document`,
    what: `A document of ${edits.toLocaleString('en')} edits: its first open, a hundred at nine sharp, a hundred who come back. The cost of an edit is that of four hundred sent at once by somebody whose network is back, 1,600 in all.`,
    async measure({ rounds }) {
      const contenders = [ours, ...['hocuspocus', 'y-websocket', 'y-socket-io'].map(peer)]
      const rows = await interleaved(contenders, rounds, (contender, running, number) =>
        longDocumentRound(contender, running, load, number),
      )
      const targets = edits >= 50_000 ? targetsOf(rows) : []
      return { figures: FIGURES, rows, targets, notes: [] }
    },
    async profile() {
      const running = await ours.start()
      try {
        const done = await longDocumentRound(ours, running, { ...load, profile: true }, 0)
        console.log(done.figures)
        return done.hot
      } finally {
        await running.stop()
      }
    },
  }
}

export const longDocumentKeys: readonly Benchmark[] = [
  longDocument('d10k', 10_000),
  longDocument('d50k', 50_000),
]
