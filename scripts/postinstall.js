// The database clients are generated, not kept in the repository; without development tools there is nothing to build with.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

if (existsSync(resolve(import.meta.dirname, '../node_modules/tsx/dist/cli.mjs'))) {
  const run = spawnSync('npm', ['run', '--silent', 'db:generate'], { stdio: 'inherit' })
  process.exit(run.status ?? 1)
}
console.log('Installed without development tools: the build must come from elsewhere (see Dockerfile).')
