import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { NoPostgres, startCluster } from './postgres.ts'
import { NoRedis, startRedis } from './redis.ts'
import { check, conclude, suite, sum, type Outcome } from './suites.ts'

// Several nodes on one PostgreSQL and one Redis of their own: what they are to each other, and then kills and cuts.
const { values } = parseArgs({ options: { seed: { type: 'string' }, minutes: { type: 'string' } } })

async function run(): Promise<Outcome> {
  const outcomes: Outcome[] = []
  if (!existsSync('build/server/index.js')) outcomes.push(await check('build', 'tsx', ['scripts/build.ts']))
  const redis = await startRedis()
  try {
    const postgres = await startCluster()
    try {
      const env = {
        ...process.env,
        TEST_DATABASE_URL: postgres.url,
        TEST_REDIS_URL: redis.url,
        ...(values.seed !== undefined && { SEED: values.seed }),
        ...(values.minutes !== undefined && { MINUTES: values.minutes }),
      }
      outcomes.push(await suite('cluster', env))
    } finally {
      await postgres.stop()
    }
  } finally {
    await redis.stop()
  }
  return sum(outcomes)
}

try {
  conclude(await run())
} catch (error) {
  if (!(error instanceof NoPostgres || error instanceof NoRedis)) throw error
  console.error(error.message)
  conclude({ passed: 0, failed: 1 })
}
