// `npm start` and `npm run demo`: plain JavaScript, so that production needs neither tsx nor TypeScript.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const entry = join(root, 'build/server/index.js')
const demo = process.argv.includes('--demo')

/** @param {string} path @returns {number} when the newest file at or below `path` was written, ms */
function newest(path) {
  if (!existsSync(path)) return 0
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

// The demo is what people start after a `git pull`; production serves what was built for it.
const SOURCES = [
  'app',
  'server',
  'prisma',
  'public',
  'package-lock.json',
  'vite.config.ts',
  'remix.config.js',
]
const isBuilt = existsSync(entry)
const isStale = isBuilt && demo && SOURCES.some((path) => newest(join(root, path)) > statSync(entry).mtimeMs)

if (!isBuilt || isStale) {
  const built = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' })
  if (built.status !== 0) process.exit(built.status ?? 1)
}

process.env.NODE_ENV = 'production'
if (demo) {
  process.env.HUISHANG_DEMO = '1'
  // Apart from real data, which must never get invented people.
  process.env.HUISHANG_DATA ||= './data/demo'
}
await import(entry)
