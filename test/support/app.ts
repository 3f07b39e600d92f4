import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compose } from '#server/compose.ts'
import { parseEnv } from '#server/env.ts'
import { createLog } from '#server/logging.ts'
import { createMetrics } from '#server/metrics.ts'

/** The whole server without its port, on a fresh database with the demo's people, cases and meeting. */
export async function openDemoApp() {
  const directory = mkdtempSync(join(tmpdir(), 'huishang-app-'))
  const env = parseEnv({ NODE_ENV: 'test', HUISHANG_DATA: directory, HUISHANG_DEMO: '1', LOG_LEVEL: 'error' })
  const app = await compose(env, createLog(env), createMetrics())
  await app.seedDemo()
  return {
    app,
    directory,
    async close() {
      await app.stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
