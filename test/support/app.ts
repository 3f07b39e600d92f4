import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compose } from '#server/compose.ts'
import { parseEnv } from '#server/env.ts'
import { createLog, type Log } from '#server/logging.ts'
import { createMetrics } from '#server/metrics.ts'

/** The whole server without its port, on a fresh database with the demo's people, cases and meeting. */
export async function openDemoApp(logTo?: Log, variables: Readonly<Record<string, string>> = {}) {
  const directory = mkdtempSync(join(tmpdir(), 'huishang-app-'))
  const ours = { NODE_ENV: 'test', HUISHANG_DATA: directory, HUISHANG_DEMO: '1', LOG_LEVEL: 'error' }
  const env = parseEnv({ ...ours, ...variables })
  const log = logTo ?? createLog(env)
  const metrics = createMetrics()
  const app = await compose(env, log, metrics)
  await app.seedDemo()
  return {
    app,
    env,
    log,
    metrics,
    directory,
    async close() {
      await app.stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
