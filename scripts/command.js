// Runs a command of the product: from source where the tools are installed, else (a production image) as built.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const [source = '', ...rest] = process.argv.slice(2)
const tsx = join(root, 'node_modules/tsx/dist/cli.mjs')
const built = join(root, 'build/server', `${basename(source, '.ts')}.js`)
const program = existsSync(tsx) ? [tsx, join(root, source)] : [built]

const run = spawnSync(process.execPath, [...program, ...rest], { stdio: 'inherit' })
process.exit(run.status ?? 1)
