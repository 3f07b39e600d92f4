import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { benchmarks } from './keys/all.ts'
import { machine, versions } from './report/machine.ts'
import type { Benchmark, ProfileResult, Result, RunOptions } from './report/result.ts'
import { root } from './servers/child.ts'
import { installPeers } from './servers/peers.ts'
import { ensureBuilt } from './servers/build.ts'
import { writeReport } from './report/write.ts'

// `npm run bench:<key> [-- --rounds 5 --seconds 8 --profile]`; `npm run bench` for all keys, a round of each in under
// half an hour.

const RESULTS = join(root, 'bench/results')

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string' },
    seconds: { type: 'string', default: '5' },
    profile: { type: 'boolean', default: false },
  },
})
const rounds = Number(values.rounds ?? (positionals.length > 0 ? 3 : 1))
const options: RunOptions = { rounds, seconds: Number(values.seconds) }

function save(name: string, content: Result | ProfileResult): void {
  mkdirSync(RESULTS, { recursive: true })
  writeFileSync(join(RESULTS, name), `${JSON.stringify(content, null, 2)}\n`)
}

async function profile({ key, profile: run }: Benchmark): Promise<void> {
  if (!run) throw new Error(`${key} has no profile`)
  const hot = await run(options)
  for (const { name, share } of hot) console.log(`${(share * 100).toFixed(1).padStart(6)} %  ${name}`)
  save(`${key}.profile.json`, { key, date: new Date().toISOString(), hot })
}

async function measure({ key, title, what, measure: run }: Benchmark): Promise<void> {
  console.log(`\n${title}`)
  const measured = await run(options)
  save(`${key}.json`, {
    key,
    title,
    what,
    ...measured,
    date: new Date().toISOString(),
    command: `npm run bench:${key}`,
    rounds: options.rounds,
    machine: machine(),
    versions: versions(),
  })
  for (const { text, measured: value, met } of measured.targets)
    console.log(`${met ? 'met   ' : 'MISSED'}  ${text}: ${value}`)
}

const wanted = positionals.length > 0 ? positionals : benchmarks.map(({ key }) => key)
const chosen = wanted.map((key) => {
  const found = benchmarks.find((benchmark) => benchmark.key === key)
  if (!found) throw new Error(`no key ${key}; there are ${benchmarks.map((one) => one.key).join(', ')}`)
  return found
})
ensureBuilt()
installPeers()
for (const benchmark of chosen) await (values.profile ? profile(benchmark) : measure(benchmark))
writeReport(RESULTS)
process.exit(0)
