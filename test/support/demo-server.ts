import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { freePort } from '../../scripts/free-port.ts'

const root = resolve(import.meta.dirname, '../..')
const ENTRY = join(root, 'build/server/index.js')

/** The built product with the demo in it, as `npm run demo` starts it, on a port and a data directory of its own. */
export interface DemoServer {
  readonly url: string
  readonly dataDirectory: string
  /** Everything it wrote to its console, lines in order. */
  readonly lines: readonly string[]
  /** What it logged as an error; empty where nothing went wrong that it did not expect. */
  errors(): readonly string[]
  /** As an administrator stops it: documents flushed, sockets told. The data stays until `remove`. */
  stop(): Promise<void>
  /** As a power cut: nothing is said to anybody. */
  kill9(): Promise<void>
  /** On the same port and data; after `kill9` or `stop`. */
  restart(): Promise<void>
  /** Stops it and takes its data away. */
  remove(): Promise<void>
}

interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<number | null>
}

const START_LIMIT_MS = 90_000

async function run(dataDirectory: string, port: number, lines: string[]): Promise<Running> {
  const { HUISHANG_ORIGIN: _, DATABASE_URL: __, REDIS_URL: ___, ...inherited } = process.env
  const child = spawn(process.execPath, [ENTRY], {
    cwd: root,
    env: {
      ...inherited,
      NODE_ENV: 'production',
      HUISHANG_DEMO: '1',
      HUISHANG_DATA: dataDirectory,
      HOST: '127.0.0.1',
      PORT: String(port),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => lines.push(...text.split('\n').filter(Boolean)))
  let exited = false
  const ended = new Promise<number | null>((done) => {
    child.once('exit', (code) => {
      exited = true
      done(code)
    })
  })
  const deadline = Date.now() + START_LIMIT_MS
  for (;;) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null)
    if (ready?.ok) return { child, ended }
    if (exited || Date.now() > deadline) {
      child.kill('SIGKILL')
      throw new Error(`the demo server did not start:\n${lines.slice(-20).join('\n')}`)
    }
    await new Promise((done) => setTimeout(done, 100))
  }
}

/** Seeding hashes thirty passwords and writes a hundred entries; done once for a build, then copied. */
async function seededData(): Promise<string> {
  if (!existsSync(ENTRY)) throw new Error('build/server/index.js is missing: npm run build')
  // The demo's meeting is today's, so tomorrow it is seeded anew.
  const key = `${Math.round(statSync(ENTRY).mtimeMs)}-${new Date().toISOString().slice(0, 10)}`
  const template = join(tmpdir(), `huishang-demo-${key}`)
  if (existsSync(template)) return template
  const made = mkdtempSync(join(tmpdir(), 'huishang-seeding-'))
  const { child, ended } = await run(made, await freePort(), [])
  child.kill('SIGTERM')
  await ended
  // Renamed, so that another test process sees all of it or nothing.
  if (!existsSync(template)) renameSync(made, template)
  return template
}

/** @param restored a data directory that somebody else filled; `remove` takes it away like one of its own */
export async function startDemo(restored?: string): Promise<DemoServer> {
  const dataDirectory = restored ?? mkdtempSync(join(tmpdir(), 'huishang-e2e-'))
  if (restored === undefined) cpSync(await seededData(), dataDirectory, { recursive: true })
  const port = await freePort()
  const lines: string[] = []
  let running: Running | null = await run(dataDirectory, port, lines)

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (!running) return
    const { child, ended } = running
    running = null
    child.kill(signal)
    await ended
  }

  return {
    url: `http://127.0.0.1:${port}`,
    dataDirectory,
    lines,
    errors: () => lines.filter((line) => /"level":(50|60)/.test(line)),
    stop: () => end('SIGTERM'),
    kill9: () => end('SIGKILL'),
    async restart() {
      await end('SIGTERM')
      running = await run(dataDirectory, port, lines)
    },
    async remove() {
      await end('SIGTERM')
      rmSync(dataDirectory, { recursive: true, force: true })
    },
  }
}
