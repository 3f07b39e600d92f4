import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { root } from '../servers/child.ts'

export function machine(): string {
  const [first] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${cpus().length} × ${first?.model.trim() ?? 'CPU'}, ${memory} GiB, ${type()} ${release()}`
}

function json(path: string): { dependencies?: Record<string, string> } {
  return JSON.parse(readFileSync(join(root, path), 'utf8')) as { dependencies?: Record<string, string> }
}

export function versions(): Readonly<Record<string, string>> {
  const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' })
  const { dependencies: own = {} } = json('package.json')
  const { dependencies: peers = {} } = json('bench/peers/package.json')
  return {
    node: process.version,
    huishang: commit.status === 0 ? commit.stdout.trim() : 'unknown',
    'yjs (ours)': own['yjs'] ?? '',
    'socket.io (ours)': own['socket.io'] ?? '',
    ...peers,
  }
}
