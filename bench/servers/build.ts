import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './child.ts'

function newest(path: string): number {
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

/** Figures of yesterday's build would be quoted as today's. */
export function ensureBuilt(): void {
  const entry = join(root, 'build/server/index.js')
  if (existsSync(entry) && newest(join(root, 'server')) <= statSync(entry).mtimeMs) return
  const built = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' })
  if (built.status !== 0) throw new Error('the product could not be built: npm run build')
}
