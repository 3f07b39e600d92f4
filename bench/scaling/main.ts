import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { machine } from '../report/machine.ts'
import { medianOf, type Result } from '../report/result.ts'
import { root } from '../servers/child.ts'
import { ensureBuilt } from '../servers/build.ts'
import { COUNTY, PLACES, USABLE } from './assumptions.ts'
import { measureCosts, type Costs } from './measure.ts'
import { simulate, type Load, type Measured } from './simulate.ts'

// `npm run scaling [-- --measure --seed 1]`: what the benchmarks mean for a county, a city, a province and the country.
// Writes docs/scaling.md; with `--measure` the costs that no key measures are measured anew.

const COSTS = join(root, 'bench/results/scaling.json')
const { values } = parseArgs({
  options: { measure: { type: 'boolean', default: false }, seed: { type: 'string', default: '1' } },
})

if (values.measure || !existsSync(COSTS)) {
  ensureBuilt()
  const costs = await measureCosts()
  writeFileSync(
    COSTS,
    `${JSON.stringify({ ...costs, machine: machine(), date: new Date().toISOString() }, null, 2)}\n`,
  )
}
const costs = JSON.parse(readFileSync(COSTS, 'utf8')) as Costs & { machine: string; date: string }
const c200 = JSON.parse(readFileSync(join(root, 'bench/results/c200.json'), 'utf8')) as Result
const measured: Measured = { ...costs, microsPerDelivery: medianOf(c200.rows, 'ours', 'cpu') }

const number = (value: number, digits = 0) =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
const size = (bytes: number) => {
  const units = ['B', 'KB', 'MB', 'GB', 'TB', 'PB']
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log(bytes) / Math.log(1_024))))
  return `${number(bytes / 1_024 ** power, power > 1 ? 1 : 0)} ${units[power] ?? ''}`
}

const loads = PLACES.map(({ title, counties }) => ({
  title,
  counties,
  load: simulate(counties, measured, Number(values.seed)),
}))

const LINES: readonly (readonly [label: string, of: (load: Load) => string])[] = [
  ['open pages', ({ connections }) => number(connections)],
  ['changes of texts a second', ({ changesPerSecond }) => number(changesPerSecond)],
  ['… delivered to others a second', ({ deliveriesPerSecond }) => number(deliveriesPerSecond)],
  ['entries of meetings and hearings a second', ({ entriesPerSecond }) => number(entriesPerSecond, 1)],
  ['views made of them a second', ({ viewsPerSecond }) => number(viewsPerSecond)],
  ['cores in that minute', ({ cores }) => number(cores, 2)],
  [`processes of one core, each used to ${USABLE * 100} %`, ({ nodes }) => number(nodes)],
  ['memory of the connections', ({ memoryBytes }) => size(memoryBytes)],
  ['growth of the database in a year', ({ databaseBytesPerYear }) => size(databaseBytesPerYear)],
  ['growth of the evidence in a year', ({ evidenceBytesPerYear }) => size(evidenceBytesPerYear)],
]

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')

const simulated = table(
  ['the busiest minute of a month', ...loads.map(({ title, counties }) => `${title} (${number(counties)})`)],
  LINES.map(([label, of]) => [label, ...loads.map(({ load }) => of(load))]),
)

const capacity = table(
  ['one process on one core like the measured one', 'holds at most'],
  [
    ['pages on which nothing happens', number((USABLE * 1e6) / costs.microsPerIdleSecond)],
    [
      'changes delivered a second, texts of three people',
      number((USABLE * 1e6) / measured.microsPerDelivery),
    ],
    ['views of rooms made a second', number((USABLE * 1e6) / costs.microsPerView)],
    ['commands a second, nobody looking on', number((USABLE * 1e6) / costs.microsPerCommand)],
    [
      'people of one room, an entry a second',
      number((USABLE * 1e6 - costs.microsPerCommand) / costs.microsPerView),
    ],
  ],
)

const inputs = table(
  ['measured', ''],
  [
    ['CPU µs of a change delivered (key `c200`)', number(measured.microsPerDelivery, 1)],
    [
      'CPU µs of an entry of a meeting of a thousand members, for each page that shows it',
      number(costs.microsPerView),
    ],
    ['CPU µs of a command that nobody looks at', number(costs.microsPerCommand)],
    ['CPU µs a second of a page on which nothing happens', number(costs.microsPerIdleSecond, 1)],
    ['memory of such a page', size(costs.bytesPerConnection)],
    ['bytes of a change on disk, until it is folded', number(costs.bytesPerChange)],
    ['bytes of an entry of the record', number(costs.bytesPerEntry)],
  ],
)

const words = Object.entries(COUNTY).map(([name, value]) => {
  const spaced = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return [spaced, name.includes('Bytes') ? size(value) : number(value, Number.isInteger(value) ? 0 : 1)]
})

const text = readFileSync(join(import.meta.dirname, 'preface.md'), 'utf8')
  .replace('{measured}', `${inputs}\n\nOn ${costs.machine}, ${costs.date.slice(0, 10)}.`)
  .replace('{capacity}', capacity)
  .replace('{assumed}', table(['assumed of a county', ''], words))
  .replace('{simulated}', simulated)
writeFileSync(join(root, 'docs/scaling.md'), text)
process.stdout.write(`${simulated}\n`)
process.exit()
