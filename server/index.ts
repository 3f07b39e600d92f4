import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { addressesOf, demoNotice } from './announce.ts'
import { compose } from './compose.ts'
import { readEnv, WrongEnvironment, type Env } from './env.ts'
import { gracefulStop } from './graceful-stop.ts'
import { createHttp } from './http.ts'
import { builtFiles } from './http/built-files.ts'
import { devFiles } from './http/dev-files.ts'
import { ownHost } from './http/own-host.ts'
import { createLog } from './logging.ts'
import { createMetrics } from './metrics.ts'

// This file runs as `server/index.ts` and, bundled, as `build/server/index.js`.
const bundled = import.meta.url.endsWith('/build/server/index.js')
const PAGES = new URL(bundled ? '../pages/' : '../build/pages/', import.meta.url)

async function start(env: Env): Promise<void> {
  const log = createLog(env)
  const metrics = createMetrics()
  // The pages' code loads while the database is opened and brought up to date.
  const built = env.production
    ? (import(new URL('server/index.js', PAGES).href) as Promise<ServerBuild>)
    : null
  const app = await compose(env, log, metrics)
  if (env.demo) await app.seedDemo()

  const server = createServer()
  // Files are sent over slow lines; five minutes, the default, is 100 MB at 2.7 Mbit/s.
  server.requestTimeout = 15 * 60_000
  // Longer than the idle time of usual proxies (60 s), so that they never reuse a connection we just closed.
  server.keepAliveTimeout = 75_000
  const stop = gracefulStop({ server, log, stop: () => app.stop() })

  const { files, build } = built
    ? { files: builtFiles(fileURLToPath(new URL('client', PAGES))), build: await built }
    : await devFiles(server)
  server.on('request', createHttp({ env, log, metrics, app, build, files }))
  const claimHost = ownHost(env.origin, env.trustProxy !== false)
  server.on('upgrade', (request) => claimHost(request.headers))
  // After both: socket.io takes its own path out of what it finds here.
  app.attachSockets(server)

  const quit = (reason: string, atWorst = 0) => {
    log.info({ reason }, 'stopping')
    void stop().then((code) => process.exit(Math.max(code, atWorst)))
  }
  process.once('SIGTERM', () => quit('SIGTERM'))
  process.once('SIGINT', () => quit('SIGINT'))
  // A forgotten promise must not end a meeting; an exception nobody caught leaves unknown state behind.
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'))
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'uncaught exception')
    quit('uncaught exception', 1)
  })

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port: env.port, ...(env.host === undefined ? {} : { host: env.host }) }, resolve)
  })
  const { port } = server.address() as AddressInfo
  const addresses = addressesOf(env, port)
  log.info({ addresses, database: env.database.kind, startMs: Math.round(performance.now()) }, 'listening')
  if (env.demo) console.log(await demoNotice(addresses))
}

try {
  await start(readEnv())
} catch (error) {
  // A wrong variable, a port in use, a database that is away or newer: the sentence says it, the stack does not.
  console.error(
    error instanceof WrongEnvironment || !(error instanceof Error) ? String(error) : explained(error),
  )
  process.exit(1)
}

function explained(error: Error): string {
  if ('code' in error && error.code === 'EADDRINUSE') return `${error.message}: set PORT to a free port.`
  return process.env['LOG_LEVEL'] === 'debug' ? (error.stack ?? error.message) : error.message
}
