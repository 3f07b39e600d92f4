import { spawn, type SpawnOptions } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export interface Outcome {
  readonly passed: number
  readonly failed: number
}

const root = resolve(import.meta.dirname, '..')
const bin = (name: string) => join(root, 'node_modules/.bin', name)

/** A check counts as one: it passes or fails as a whole. Its output is shown where it fails. */
export function check(name: string, program: string, args: readonly string[]): Promise<Outcome> {
  const started = performance.now()
  return new Promise((done) => {
    let said = ''
    const keep = (text: Buffer) => (said += text.toString())
    const run = spawn(bin(program), [...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    run.stdout.on('data', keep)
    run.stderr.on('data', keep)
    run.once('error', (error) => (said += error.message))
    run.once('close', (code) => {
      const seconds = ((performance.now() - started) / 1_000).toFixed(1)
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name}  ${seconds} s`)
      if (code !== 0) console.log(said)
      done(code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
    })
  })
}

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: string
      readonly failureMessages?: readonly string[]
    }[]
  }[]
}

/** Of a failure's message. */
const MOST_LETTERS = 600
/** What hangs must end with a figure all the same; on two cores the longest suite takes a sixth of this. */
const SUITE_MS = 30 * 60_000

/** Runs one project of vitest.config.ts and counts its tests. What was not run is named, never passed over. */
export async function suite(name: string, env: NodeJS.ProcessEnv = process.env): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'huishang-test-'))
  const report = join(folder, 'report.json')
  console.log(`\n${name}`)
  const args = [
    'run',
    '--project',
    name,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const ended = await new Promise<number | string>((done) => {
    const options: SpawnOptions = {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env,
      timeout: SUITE_MS,
    }
    const run = spawn(bin('vitest'), args, options)
    run.once('error', (error) => done(error.message))
    run.once('close', (exit, signal) => done(exit ?? signal ?? 'gone'))
  })
  try {
    const told = JSON.parse(readFileSync(report, 'utf8')) as VitestReport
    for (const line of complaints(told)) console.log(line)
    return count(told, ended === 0 ? 0 : 1)
  } catch {
    // Vitest itself broke, was killed (too little memory, too much time), or found no test file at all.
    console.log(`FAILED  ${name}: no report was written (${ended})`)
    return { passed: 0, failed: 1 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What failed and what was not run, by name: who keeps only the end of a long output must learn it too. */
export function complaints(report: VitestReport): readonly string[] {
  return report.testResults.flatMap(({ name, status, assertionResults }) => {
    const named = assertionResults.flatMap(({ status: how, fullName, failureMessages = [] }) => {
      if (how === 'passed') return []
      if (how === 'failed')
        return [`FAILED  ${fullName}: ${failureMessages[0]?.slice(0, MOST_LETTERS) ?? ''}`]
      return [`NOT RUN  ${fullName} (${how})`]
    })
    return status === 'failed' && !named.some((line) => line.startsWith('FAILED'))
      ? [...named, `FAILED  ${name} as a whole`]
      : named
  })
}

/** @param exitCode Vitest's own verdict: it fails for errors outside of tests too, which no test counts. */
export function count(report: VitestReport, exitCode: number): Outcome {
  let passed = 0
  let failed = 0
  for (const file of report.testResults) {
    const failedHere = file.assertionResults.filter((test) => test.status === 'failed').length
    passed += file.assertionResults.filter((test) => test.status === 'passed').length
    // A file that could not be loaded has no tests to fail.
    failed += file.status === 'failed' ? Math.max(failedHere, 1) : failedHere
  }
  return { passed, failed: exitCode !== 0 ? Math.max(failed, 1) : failed }
}

export function sum(outcomes: readonly Outcome[]): Outcome {
  return outcomes.reduce(
    (all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed }),
    {
      passed: 0,
      failed: 0,
    },
  )
}

/** The last line, which `.ci/run` reads, and the exit code. */
export function conclude({ passed, failed }: Outcome): void {
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0
}
