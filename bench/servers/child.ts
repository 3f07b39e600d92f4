import { spawn, type ChildProcess } from 'node:child_process'
import { resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

export interface Spawned {
  readonly child: ChildProcess
  readonly pid: number
  /** Of its inspector; where one may attach. */
  readonly inspector: string
  /** What it printed, lines in order. */
  readonly lines: readonly string[]
  stop(signal?: NodeJS.Signals): Promise<void>
}

const START_LIMIT_MS = 60_000

/** A Node process with its inspector open on a port of the system's choice (which costs nothing until used). */
export async function spawnServer(
  script: string,
  env: Readonly<Record<string, string>>,
  ready: (lines: readonly string[]) => Promise<boolean> | boolean,
): Promise<Spawned> {
  const child = spawn(process.execPath, ['--inspect=127.0.0.1:0', script], {
    cwd: root,
    env: { ...process.env, ...env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => lines.push(...text.split('\n').filter(Boolean)))
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal)
    await ended
  }
  // Whatever ends the benchmark ends its servers.
  process.once('exit', () => child.kill('SIGKILL'))
  const deadline = Date.now() + START_LIMIT_MS
  while (!(await ready(lines))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGKILL')
      throw new Error(`${script} did not start:\n${lines.slice(-20).join('\n')}`)
    }
    await new Promise((done) => setTimeout(done, 20))
  }
  const inspector = lines.map((line) => /ws:\/\/\S+/.exec(line)?.[0]).find(Boolean) ?? ''
  return { child, pid: child.pid ?? 0, inspector, lines, stop }
}
