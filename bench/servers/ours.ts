import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { documentName, personId, SECRETARY } from '../seed/county.ts'
import { connectOurs } from '../wire/ours.ts'
import { root, spawnServer } from './child.ts'
import type { Contender, Running } from './contender.ts'
import { freePort } from '../../scripts/free-port.ts'

const ENTRY = join(root, 'build/server/index.js')

/** What the county has beside its people and cases; seeding it takes its time. */
export interface Seeded {
  /** A meeting of a thousand members, ready to vote. */
  readonly withMeeting?: boolean
  /** A hearing of so many people, ready to begin. */
  readonly atHearing?: number
}

export interface OurOptions extends Seeded {
  /** A PostgreSQL database that `seed` has filled; the embedded one where absent. */
  readonly postgres?: { readonly url: string; readonly seededFolder: string }
  /** A seeded data folder that is used where it is and stays: gigabytes are not copied for each run. */
  readonly keptFolder?: string
}

export interface OurRunning extends Running {
  /** The session of the one who may command. */
  readonly secretaryCookie: string
  readonly dataDirectory: string
}

/** Of a process of ours on a data folder: nothing of the caller's own. */
export function environment(data: string, databaseUrl: string | undefined): Readonly<Record<string, string>> {
  const blank = { HUISHANG_ORIGIN: '', REDIS_URL: '', HUISHANG_DEMO: '0' }
  return {
    ...blank,
    HUISHANG_DATA: data,
    DATABASE_URL: databaseUrl ?? '',
    HUISHANG_IDLE_MINUTES: '720',
    NODE_ENV: 'production',
  }
}

/** Fills an empty database, and a folder with what goes with it. */
export function seedInto(
  data: string,
  { withMeeting = false, atHearing = 0 }: Seeded,
  databaseUrl?: string,
): void {
  const wanted = { SEED_MEETING: withMeeting ? '1' : '0', SEED_HEARING: String(atHearing) }
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs')
  const seeded = spawnSync(process.execPath, [tsx, join(root, 'bench/seed/seed.ts')], {
    cwd: root,
    env: { ...process.env, ...environment(data, databaseUrl), ...wanted },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (seeded.status !== 0) throw new Error('the county could not be seeded')
}

/** Seeded once an hour for a build (sessions last twelve), then copied. */
function seededData(options: OurOptions): string {
  const data = mkdtempSync(join(tmpdir(), 'huishang-bench-'))
  if (options.postgres) {
    cpSync(options.postgres.seededFolder, data, { recursive: true })
    return data
  }
  const key = `${Math.round(statSync(ENTRY).mtimeMs)}-${new Date().toISOString().slice(0, 13)}`
  const extras = `${options.withMeeting ? 'meeting-' : ''}${options.atHearing ? `hearing-${options.atHearing}-` : ''}`
  const template = join(tmpdir(), `huishang-county-${extras}${key}`)
  if (!existsSync(template)) {
    const made = mkdtempSync(join(tmpdir(), 'huishang-seeding-'))
    seedInto(made, options)
    // Renamed, so that another run sees all of it or nothing.
    if (!existsSync(template)) renameSync(made, template)
  }
  cpSync(template, data, { recursive: true })
  return data
}

/** The built product, with everything on that an office has: sessions, access, durable commits. */
export async function startOurs(options: OurOptions = {}): Promise<OurRunning> {
  if (!existsSync(ENTRY)) throw new Error('build/server/index.js is missing: npm run build')
  const data = options.keptFolder ?? seededData(options)
  const port = await freePort()
  const cookies = JSON.parse(readFileSync(join(data, 'cookies.json'), 'utf8')) as Record<string, string>
  const env = { ...environment(data, options.postgres?.url), HOST: '127.0.0.1', PORT: String(port) }
  const isReady = async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null))?.ok === true
  let spawned = await spawnServer(ENTRY, env, isReady)
  return {
    port,
    dataDirectory: data,
    get pid() {
      return spawned.pid
    },
    get inspector() {
      return spawned.inspector
    },
    secretaryCookie: cookies[SECRETARY] ?? '',
    cookie: (person) => cookies[personId(person)],
    documentName,
    errors: () => spawned.lines.filter((line) => /"level":(50|60)/.test(line)),
    async restart() {
      await spawned.stop()
      const started = performance.now()
      spawned = await spawnServer(ENTRY, env, isReady)
      return performance.now() - started
    },
    async stop() {
      await spawned.stop()
      if (options.keptFolder === undefined) rmSync(data, { recursive: true, force: true })
    },
  }
}

export const ours: Contender = {
  key: 'ours',
  title: 'Huishang',
  keepsDocuments: true,
  connect: connectOurs,
  start: () => startOurs(),
}
