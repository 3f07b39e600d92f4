import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { benchmarks } from './keys/all.ts'
import { machine, versions } from './report/machine.ts'
import { minutes, plannedSeconds } from './report/plan.ts'
import type { Benchmark, ProfileResult, Result, RunOptions } from './report/result.ts'
import { reasonOf, within } from './scenarios/deadline.ts'
import { root } from './servers/child.ts'
import { installPeers } from './servers/peers.ts'
import { ensureBuilt } from './servers/build.ts'
import { writeReport } from './report/write.ts'

// `npm run bench:<key> [-- --rounds 5 --seconds 8 --profile]`; `npm run bench` for all but those apart, a round of each in under
// half an hour; `npm run bench -- --plan` says how long it will take. What fails is named, the rest goes on, and the
// end is an error.

const RESULTS = join(root, 'bench/results')
/** Times what was planned: a machine may be that much slower, a key that hangs must not hold up the others. */
const PATIENCE = 5
const LEAST_PATIENCE_SECONDS = 300

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string' },
    seconds: { type: 'string', default: '5' },
    profile: { type: 'boolean', default: false },
    plan: { type: 'boolean', default: false },
  },
})
const rounds = Number(values.rounds ?? (positionals.length > 0 ? 3 : 1))
const options: RunOptions = { rounds, seconds: Number(values.seconds) }

function save(name: string, content: Result | ProfileResult): void {
  mkdirSync(RESULTS, { recursive: true })
  writeFileSync(join(RESULTS, name), `${JSON.stringify(content, null, 2)}\n`)
}

async function profile({ key, profile: run }: Benchmark): Promise<readonly string[]> {
  if (!run) throw new Error('it has no profile')
  const hot = await run(options)
  for (const { name, share } of hot) console.log(`${(share * 100).toFixed(1).padStart(6)} %  ${name}`)
  save(`${key}.profile.json`, { key, date: new Date().toISOString(), hot })
  return []
}

async function measure({ key, title, what, measure: run }: Benchmark): Promise<readonly string[]> {
  const began = performance.now()
  const measured = await run(options)
  save(`${key}.json`, {
    key,
    title,
    what,
    ...measured,
    date: new Date().toISOString(),
    command: `npm run bench:${key}`,
    rounds: options.rounds,
    seconds: Math.round((performance.now() - began) / 1_000),
    machine: machine(),
    versions: versions(),
  })
  for (const { text, measured: value, met } of measured.targets)
    console.log(`${met ? 'met   ' : 'MISSED'}  ${text}: ${value}`)
  return measured.rows.flatMap(({ title: who, failures = [] }) => failures.map((why) => `${who}: ${why}`))
}

const wanted =
  positionals.length > 0 ? positionals : benchmarks.filter(({ isApart }) => !isApart).map(({ key }) => key)
const chosen = wanted.map((key) => {
  const found = benchmarks.find((benchmark) => benchmark.key === key)
  if (!found) throw new Error(`no key ${key}; there are ${benchmarks.map((one) => one.key).join(', ')}`)
  return { benchmark: found, planned: plannedSeconds(RESULTS, key, rounds) }
})
const planned = chosen.reduce((sum, one) => sum + one.planned, 0)
const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`
console.log(
  `${counted(chosen.length, 'key')}, ${counted(rounds, 'round')} of each, about ${minutes(planned)}: ` +
    chosen.map(({ benchmark, planned: seconds }) => `${benchmark.key} ${seconds.toFixed(0)} s`).join(', '),
)
if (values.plan) process.exit(0)

ensureBuilt()
if (chosen.some(({ benchmark }) => !benchmark.isAlone)) installPeers()
const failures: string[] = []
const began = performance.now()
for (const [index, { benchmark, planned: seconds }] of chosen.entries()) {
  const gone = (performance.now() - began) / 1_000
  console.log(
    `\n[${index + 1} of ${chosen.length}, ${minutes(gone)} gone, about ${minutes(seconds)} for this] ${benchmark.title}`,
  )
  try {
    const patience = Math.max(LEAST_PATIENCE_SECONDS, seconds * PATIENCE)
    const failed = await within(patience, 'it', values.profile ? profile(benchmark) : measure(benchmark))
    failures.push(...failed.map((why) => `${benchmark.key}: ${why}`))
  } catch (error) {
    failures.push(`${benchmark.key}: ${reasonOf(error)}`)
    console.log(`FAILED  ${benchmark.key}: ${reasonOf(error)}`)
  }
  // After each: what was measured stands, whatever happens to the next.
  writeReport(RESULTS)
}
console.log(`\n${counted(chosen.length, 'key')} in ${minutes((performance.now() - began) / 1_000)}`)
for (const failure of failures) console.log(`FAILED  ${failure}`)
process.exit(failures.length > 0 ? 1 : 0)
