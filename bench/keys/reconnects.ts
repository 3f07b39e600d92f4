import { atMost, medianOf, type Benchmark, type Figure } from '../report/result.ts'
import { interleaved } from '../scenarios/interleave.ts'
import { reconnectRound } from '../scenarios/reconnect.ts'
import { ours } from '../servers/ours.ts'
import { peer } from '../servers/peers.ts'

const PEOPLE = 500

const FIGURES: readonly Figure[] = [
  { name: 'all', label: 'ms until all are up to date', digits: 0, isMain: true },
  { name: 'half', label: 'ms until half are', digits: 0 },
  { name: 'cpu', label: 'CPU µs per person', digits: 0 },
]

export const reconnectKeys: readonly Benchmark[] = [
  {
    key: 'r500',
    title: 'R-500: the Wi-Fi',
    what: 'The network of 500 readers of one text drops and is back within a second, while one keeps writing. Each page comes again after a wait by chance (0.3 to 0.9 s) and asks with what it has; the time is from the network’s return until the last is up to date.',
    async measure({ rounds }) {
      const contenders = [ours, ...['hocuspocus', 'y-websocket', 'y-socket-io'].map(peer)]
      const rows = await interleaved(contenders, rounds, (contender, running, number) =>
        reconnectRound(contender, running, { people: PEOPLE }, number),
      )
      const targets = [atMost('all up to date within 3 s', medianOf(rows, 'ours', 'all'), 3_000, 'ms')]
      return { figures: FIGURES, rows, targets, notes: [] }
    },
  },
]
