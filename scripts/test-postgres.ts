import { startCluster, NoPostgres, type Cluster } from './postgres.ts'
import { conclude, suite, sum } from './suites.ts'

const given = process.env['TEST_DATABASE_URL']

try {
  const cluster: Cluster = given ? { url: given, stop: () => Promise.resolve() } : await startCluster()
  const env = { ...process.env, TEST_DATABASE_URL: cluster.url }
  try {
    conclude(sum([await suite('contracts', env), await suite('services', env)]))
  } finally {
    await cluster.stop()
  }
} catch (error) {
  if (!(error instanceof NoPostgres)) throw error
  console.error(error.message)
  conclude({ passed: 0, failed: 1 })
}
