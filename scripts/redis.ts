import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { aptInstall, onPath } from './commands.ts'
import { freePort } from './free-port.ts'

export interface RedisServer {
  readonly port: number
  readonly url: string
  stop(): Promise<void>
}

/** No Redis, or it does not start. The message is the one line to show. */
export class NoRedis extends Error {}

/** A Redis that keeps nothing, on a free port. */
export async function startRedis(): Promise<RedisServer> {
  const program = onPath('redis-server') ?? (aptInstall('redis-server') ? onPath('redis-server') : null)
  if (program === null)
    throw new NoRedis('No Redis was found: install it (Debian: apt-get install redis-server).')
  const folder = mkdtempSync(join(tmpdir(), 'huishang-redis-'))
  const port = await freePort()
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  const server = spawn(program, [...settings, '--dir', folder], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-2_000)))
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await ended
    }
    rmSync(folder, { recursive: true, force: true })
  }
  for (let tries = 0; !(await answers(port)); tries += 1) {
    if (server.exitCode !== null || tries > 100) {
      await stop()
      throw new NoRedis(`Redis did not start: ${said.trim()}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return { port, url: `redis://127.0.0.1:${port}`, stop }
}

async function answers(port: number): Promise<boolean> {
  const client = new Redis(port, '127.0.0.1', { lazyConnect: true, retryStrategy: () => null })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return (await client.ping()) === 'PONG'
  } catch {
    return false
  } finally {
    client.disconnect()
  }
}
