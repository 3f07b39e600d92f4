import { findBrowser, NoBrowser } from './find-browser.ts'
import { check, conclude, suite, sum, type Outcome } from './suites.ts'

const CHECKS: readonly (readonly [name: string, program: string, ...args: string[]])[] = [
  ['build', 'tsx', 'scripts/build.ts'],
  ['types', 'tsc', '--noEmit', '-p', '.'],
  ['lint', 'eslint', '.', '--max-warnings', '0'],
  ['format', 'prettier', '--check', '--log-level', 'warn', '.'],
  [
    'boundaries',
    'depcruise',
    '--config',
    '.dependency-cruiser.cjs',
    'app',
    'server',
    'prisma',
    'bench',
    'test',
  ],
  ['dead code', 'knip'],
  ['rules', 'tsx', 'scripts/check-rules.ts'],
]
/** Needs what the build made. */
const WEIGHT = ['weight', 'tsx', ['scripts/check-weight.ts']] as const
const SUITES = ['unit', 'contracts', 'services', 'realtime', 'e2e']

/** Two at a time: the smallest machine this is meant for has two cores. */
async function checks(): Promise<Outcome> {
  const waiting = [...CHECKS]
  const outcomes: Outcome[] = []
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, program, ...args] = next
      outcomes.push(await check(name, program, args))
    }
  }
  await Promise.all([worker(), worker()])
  return sum(outcomes)
}

async function everything(): Promise<Outcome> {
  // First, because it may have to be installed, and nobody wants to learn after minutes that it cannot be.
  const HUISHANG_BROWSER = findBrowser()
  console.log(`browser: ${HUISHANG_BROWSER}\n`)
  // This command is about the embedded database; `npm run test:postgres` sets the other.
  const { TEST_DATABASE_URL: _, ...env } = process.env
  const outcomes = [await checks(), await check(...WEIGHT)]
  for (const name of SUITES) outcomes.push(await suite(name, { ...env, HUISHANG_BROWSER }))
  return sum(outcomes)
}

try {
  conclude(await everything())
} catch (error) {
  if (!(error instanceof NoBrowser)) throw error
  console.error(error.message)
  conclude({ passed: 0, failed: 1 })
}
