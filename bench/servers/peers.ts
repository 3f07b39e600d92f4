import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectHocuspocus } from '../wire/hocuspocus.ts'
import type { Connect } from '../wire/link.ts'
import { connectSocketIoRelay, connectWsRelay } from '../wire/relays.ts'
import { connectYSocketIo } from '../wire/y-socket-io.ts'
import { connectYWebsocket } from '../wire/y-websocket.ts'
import { root, spawnServer } from './child.ts'
import type { Contender, Running } from './contender.ts'

const FOLDER = join(root, 'bench/peers')

/** Of a peer's own package, as installed. */
function versionOf(name: string): string {
  const file = join(FOLDER, 'node_modules', name, 'package.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version : ''
}

/** Installs what the benchmarks compare with, where it is not there yet; nobody else needs it. */
export function installPeers(): void {
  if (existsSync(join(FOLDER, 'node_modules/.package-lock.json'))) return
  console.log('installing the peers (bench/peers)')
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: FOLDER, stdio: 'inherit' })
  if (done.status !== 0) throw new Error('the peers could not be installed: npm ci in bench/peers')
}

interface Peer {
  readonly key: string
  readonly name: string
  readonly package: string
  readonly script: string
  readonly keepsDocuments: boolean
  readonly connect: Connect
  readonly env?: Readonly<Record<string, string>>
}

const PEERS: readonly Peer[] = [
  {
    key: 'hocuspocus',
    name: 'Hocuspocus',
    package: '@hocuspocus/server',
    script: 'hocuspocus.js',
    keepsDocuments: true,
    connect: connectHocuspocus,
  },
  {
    key: 'hocuspocus16',
    name: 'Hocuspocus, flush delay 16 ms',
    package: '@hocuspocus/server',
    script: 'hocuspocus.js',
    keepsDocuments: true,
    connect: connectHocuspocus,
    env: { FLUSH_DELAY: '16' },
  },
  {
    key: 'y-websocket',
    name: 'y-websocket-server',
    package: '@y/websocket-server',
    script: 'y-websocket.js',
    keepsDocuments: true,
    connect: connectYWebsocket,
  },
  {
    key: 'y-socket-io',
    name: 'y-socket.io',
    package: 'y-socket.io',
    script: 'y-socket-io.js',
    keepsDocuments: true,
    connect: connectYSocketIo,
  },
  {
    key: 'ws',
    name: 'ws relay, no Yjs',
    package: 'ws',
    script: 'ws-relay.js',
    keepsDocuments: false,
    connect: connectWsRelay,
  },
  {
    key: 'socket.io',
    name: 'socket.io relay, no Yjs',
    package: 'socket.io',
    script: 'socket-io-relay.js',
    keepsDocuments: false,
    connect: connectSocketIoRelay,
  },
]

export function peer(key: string): Contender {
  const found = PEERS.find((one) => one.key === key)
  if (!found) throw new Error(`no peer ${key}`)
  const { name, script, env = {}, keepsDocuments, connect } = found
  const title = `${name} ${versionOf(found.package)}`.trim()
  return {
    key,
    title,
    keepsDocuments,
    connect,
    async start(): Promise<Running> {
      const data = mkdtempSync(join(tmpdir(), 'huishang-bench-'))
      const listening = /^listening (\d+)$/
      const run = () =>
        spawnServer(join(FOLDER, script), { ...env, BENCH_DATA: data }, (lines) =>
          lines.some((line) => listening.test(line)),
        )
      let spawned = await run()
      const portOf = () => Number(spawned.lines.map((line) => listening.exec(line)?.[1]).find(Boolean))
      return {
        get pid() {
          return spawned.pid
        },
        get inspector() {
          return spawned.inspector
        },
        get port() {
          return portOf()
        },
        cookie: () => undefined,
        documentName: (n) => `document-${n}`,
        errors: () => spawned.lines.filter((line) => /error|exception/i.test(line)),
        async restart() {
          await spawned.stop()
          const started = performance.now()
          spawned = await run()
          return performance.now() - started
        },
        async stop() {
          await spawned.stop('SIGKILL')
          rmSync(data, { recursive: true, force: true })
        },
      }
    },
  }
}
