import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Redis } from 'ioredis'
import { onTestFinished } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../support/database.ts'
import { cutProxy, type CutProxy } from './cut-proxy.ts'
import { openFrontDoor, type FrontDoor } from './front-door.ts'
import { freePort } from '../../../scripts/free-port.ts'

const root = resolve(import.meta.dirname, '../../..')
const START_LIMIT_MS = 60_000

/** One node of the built product in a process of its own, with lines to both stores that can be cut. */
export interface ProductNode {
  readonly port: number
  readonly url: string
  readonly redis: CutProxy
  readonly postgres: CutProxy
  /** What it said, newest last. */
  readonly lines: string[]
  start(): Promise<void>
  /** `SIGKILL`: without a word. `SIGSTOP`, `SIGCONT`: it sleeps and does not know it. */
  signal(name: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT' | 'SIGTERM'): Promise<void>
  isReady(): Promise<boolean>
  metric(name: string): Promise<number>
}

export interface Product {
  readonly nodes: readonly ProductNode[]
  /** One more that keeps its files by itself; rejects with what it says if it does not start. */
  startApart(): Promise<void>
  /** Where people go. */
  readonly door: FrontDoor
  readonly database: TestDatabase
  /** All at once lose what Redis holds, and for so long Redis itself. */
  loseRedis(milliseconds: number): Promise<void>
  /** `npm run record:verify` on its database; its words, and whether all is well. */
  verify(): { readonly isWhole: boolean; readonly said: string }
}

const base = new URL(process.env['TEST_REDIS_URL'] ?? 'redis://127.0.0.1:1')
let redisDatabases = 8

/** The demo on PostgreSQL and Redis, on so many nodes; everything is gone when the test is over. */
export async function startProduct(count: number): Promise<Product> {
  if (!existsSync(join(root, 'build/server/index.js')))
    throw new Error('build/server/index.js is missing: npm run build')
  const database = await openTestDatabase('postgresql')
  onTestFinished(() => database.close())
  const number = (redisDatabases += 1) % 16
  await emptied(number)
  const address = new URL(database.address.kind === 'postgresql' ? database.address.url : '')
  const data = mkdtempSync(join(tmpdir(), 'huishang-cluster-'))
  onTestFinished(() => rmSync(data, { recursive: true, force: true }))
  const shared = {
    NODE_ENV: 'production' as const,
    HUISHANG_DEMO: '1',
    HUISHANG_DATA: data,
    HOST: '127.0.0.1',
  }
  const nodes: ProductNode[] = []
  for (let index = 0; index < count; index++) nodes.push(await openNode(address, number, shared))
  // One after the other: the first fills the database.
  for (const node of nodes) await node.start()
  const door = await openFrontDoor(nodes.map(({ port }) => port))
  onTestFinished(() => door.close())
  return {
    nodes,
    door,
    database,
    async startApart() {
      const elsewhere = mkdtempSync(join(tmpdir(), 'huishang-apart-'))
      onTestFinished(() => rmSync(elsewhere, { recursive: true, force: true }))
      await (await openNode(address, number, { ...shared, HUISHANG_DATA: elsewhere })).start()
    },
    async loseRedis(milliseconds) {
      for (const { redis } of nodes) redis.set('cut')
      await emptied(number)
      await new Promise((done) => setTimeout(done, milliseconds))
      for (const { redis } of nodes) redis.set('open')
    },
    verify() {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [join(root, 'build/server/record-verify.js')],
        { cwd: root, env: { ...process.env, ...shared, DATABASE_URL: address.href }, encoding: 'utf8' },
      )
      return { isWhole: status === 0, said: stdout + stderr }
    },
  }
}

async function openNode(
  database: URL,
  redisDatabase: number,
  shared: NodeJS.ProcessEnv,
): Promise<ProductNode> {
  const port = await freePort()
  const redis = await cutProxy(Number(base.port))
  const postgres = await cutProxy(Number(database.port))
  const through = new URL(database.href)
  through.port = String(postgres.port)
  const lines: string[] = []
  let child: ChildProcess | null = null
  const url = `http://127.0.0.1:${port}`
  const isReady = async () =>
    (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_500) }).catch(() => null))?.ok === true

  onTestFinished(async () => {
    redis.set('open')
    postgres.set('open')
    await node.signal('SIGKILL')
    redis.close()
    postgres.close()
  })
  const node: ProductNode = {
    port,
    url,
    redis,
    postgres,
    lines,
    isReady,
    async start() {
      const { HUISHANG_ORIGIN: _, ...inherited } = process.env
      child = spawn(process.execPath, [join(root, 'build/server/index.js')], {
        cwd: root,
        env: {
          ...inherited,
          ...shared,
          PORT: String(port),
          DATABASE_URL: through.href,
          REDIS_URL: `redis://127.0.0.1:${redis.port}/${redisDatabase}`,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      for (const stream of [child.stdout, child.stderr])
        stream?.setEncoding('utf8').on('data', (text: string) => {
          lines.push(...text.split('\n').filter(Boolean))
          lines.splice(0, lines.length - 2_000)
        })
      const deadline = Date.now() + START_LIMIT_MS
      while (!(await isReady())) {
        if (child.exitCode !== null || Date.now() > deadline)
          throw new Error(`a node did not start:\n${lines.slice(-20).join('\n')}`)
        await new Promise((done) => setTimeout(done, 100))
      }
    },
    async signal(name) {
      const running = child
      if (running?.exitCode !== null || running.signalCode !== null) return
      const ended = new Promise((done) => running.once('exit', done))
      running.kill(name)
      if (name === 'SIGKILL' || name === 'SIGTERM') await ended
    },
    async metric(name) {
      const text = await (await fetch(`${url}/metrics`)).text()
      return Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'm').exec(text)?.[1] ?? NaN)
    },
  }
  return node
}

/** What an earlier run left, or all that there is. */
async function emptied(number: number): Promise<void> {
  const redis = new Redis(Number(base.port), base.hostname, { db: number })
  await redis.flushdb()
  redis.disconnect()
}
