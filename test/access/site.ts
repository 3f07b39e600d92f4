import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { pino } from 'pino'
import type { App } from '#server/app.ts'
import { createHttp } from '#server/http.ts'
import { builtFiles } from '#server/http/built-files.ts'
import { openDatabase, type Database } from '#server/store/client.ts'
import { openDemoApp } from '../support/app.ts'

const PAGES = resolve(import.meta.dirname, '../../build/pages')

export interface AccessSite {
  readonly url: string
  readonly app: App
  readonly build: ServerBuild
  /** Where the data stand. */
  readonly directory: string
  /** What was logged as an error, a line each. */
  readonly logged: readonly string[]
  /** Tables past every rule. */
  readonly database: Database
  /**
   * From here on nothing is written: whatever passes every check fails at the database's door with `AT_THE_DOOR` in
   * the log. So a thousand attempts meet the same state, and "would be done" is told from "refused".
   */
  lockDoor(): Promise<void>
  openDoor(): Promise<void>
  close(): Promise<void>
}

/** SQLite looks a trigger's tables up when it fires, so this name is all its error says. */
export const AT_THE_DOOR = 'nothing_is_written_here'

const WRITES = [
  ['RecordEntry', 'INSERT'],
  ['PollRoll', 'UPDATE'],
  ['DocumentUpdate', 'INSERT'],
  ['DocumentVersion', 'INSERT'],
  ['DocumentVersionName', 'INSERT'],
  ['Person', 'INSERT'],
  ['Person', 'UPDATE'],
  ['Body', 'INSERT'],
  ['CalendarYear', 'INSERT'],
  ['RoleTerm', 'INSERT'],
  ['RoleTerm', 'UPDATE'],
] as const

/** The product as it is started, in this process: built pages, real HTTP, real sockets, the demo on SQLite. */
export async function openAccessSite(): Promise<AccessSite> {
  const entry = resolve(PAGES, 'server/index.js')
  if (!existsSync(entry)) throw new Error('build/pages is missing: npm run build')
  const logged: string[] = []
  const { app, env, log, metrics, directory, close } = await openDemoApp(
    pino({ level: 'error' }, { write: (line: string) => void logged.push(line) }),
  )
  // As it is started: React and Remix choose by this when they are first loaded.
  process.env['NODE_ENV'] = 'production'
  const build = (await import(pathToFileURL(entry).href)) as ServerBuild
  const server = createServer(
    createHttp({
      env: { ...env, production: true },
      log,
      metrics,
      app,
      build,
      files: builtFiles(resolve(PAGES, 'client')),
    }),
  )
  app.attachSockets(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const database = await openDatabase(env.database)
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    app,
    build,
    directory,
    logged,
    database,
    async lockDoor() {
      for (const [table, event] of WRITES)
        await database.client.$executeRawUnsafe(
          `CREATE TRIGGER "door ${table} ${event}" BEFORE ${event} ON "${table}" BEGIN SELECT 1 FROM "${AT_THE_DOOR}"; END`,
        )
    },
    async openDoor() {
      for (const [table, event] of WRITES)
        await database.client.$executeRawUnsafe(`DROP TRIGGER "door ${table} ${event}"`)
    },
    async close() {
      await database.close()
      server.closeAllConnections()
      await close()
      await new Promise((done) => server.close(done))
    },
  }
}
