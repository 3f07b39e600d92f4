import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LAYOUT } from '#server/store/search-tables.ts'
import { migrationsHash } from '../../prisma/engine.ts'
import { looksFor } from '../seed/words.ts'
import { root } from '../servers/child.ts'
import { environment, seedInto, startOurs } from '../servers/ours.ts'

const percentile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN

interface Store {
  readonly folder: string
  /** How long the index took. */
  readonly seconds: number
}

/** What stands in the store of that name: written last, so that half of one is none. */
const MADE = 'made.json'

/**
 * So many cases with their dossiers and the index of them. Made once in six hours (its sessions last twelve) for a layout of
 * tables and index, and used again by the rounds and runs after it.
 */
function storeOf(dossiers: number): Store {
  const sixHours = Math.floor(Date.now() / 21_600_000)
  const layout = `${migrationsHash('sqlite').slice(0, 12)}-${String(LAYOUT)}`
  const folder = join(tmpdir(), `huishang-dossiers-${String(dossiers)}-${layout}-${String(sixHours)}`)
  if (!existsSync(join(folder, MADE))) {
    rmSync(folder, { recursive: true, force: true })
    const made = mkdtempSync(join(tmpdir(), 'huishang-seeding-'))
    seedInto(made, {})
    const script = [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'bench/seed/dossiers.ts')]
    const done = spawnSync(process.execPath, script, {
      cwd: root,
      env: { ...process.env, ...environment(made, undefined), DOSSIERS: String(dossiers) },
      stdio: 'inherit',
    })
    if (done.status !== 0) throw new Error('the dossiers could not be made')
    renameSync(made, folder)
  }
  return { folder, ...(JSON.parse(readFileSync(join(folder, MADE), 'utf8')) as { seconds: number }) }
}

/** A round of words that counts for nothing. */
const WARMING = 1_000

/** Milliseconds until the last byte. */
function whole(
  agent: Agent,
  port: number,
  path: string,
  cookie: string,
): Promise<{ ms: number; text: string }> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const asked = request({ agent, port, host: '127.0.0.1', path, headers: { cookie } }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece))
      response.once('end', () => {
        if (response.statusCode === 200) resolve({ ms: performance.now() - began, text })
        else reject(new Error(`${path} answered ${response.statusCode ?? 0}`))
      })
    })
    asked.once('error', reject)
    asked.end()
  })
}

/** A county's years of dossiers, looked through by the secretary and by a member of one department, one after the other. */
export async function searching(rounds: number, dossiers: number): Promise<Record<string, number>[]> {
  const { folder, seconds: indexed } = storeOf(dossiers)
  const running = await startOurs({ keptFolder: folder })
  const results: Record<string, number>[] = []
  try {
    const megabytes = statSync(join(folder, 'search.db')).size / 1e6
    const agent = new Agent({ keepAlive: true })
    const cookies = { secretary: running.secretaryCookie, member: running.cookie(0) ?? '' }
    const ask = (who: keyof typeof cookies, path: string) => whole(agent, running.port, path, cookies[who])
    // What a process does in its first minute: it looks for what it has missed, and its functions are compiled.
    for (const words of looksFor(WARMING))
      await ask('secretary', `/search/hits?q=${encodeURIComponent(words)}`)
    for (let round = 0; round < rounds; round++) {
      const times = { secretary: [] as number[], member: [] as number[], page: [] as number[] }
      let found = 0
      for (const words of looksFor(round)) {
        const query = `q=${encodeURIComponent(words)}`
        for (const who of ['secretary', 'member'] as const) {
          const { ms, text } = await ask(who, `/search/hits?${query}`)
          times[who].push(ms)
          if (text.includes('"kind"')) found += 1
        }
        times.page.push((await ask('member', `/search?${query}`)).ms)
      }
      results.push({
        ...{ cases: dossiers, indexed, megabytes, found: found / (times.secretary.length * 2) },
        secretary: percentile(times.secretary, 0.95),
        member: percentile(times.member, 0.95),
        page: percentile(times.page, 0.95),
        longest: Math.max(...times.secretary, ...times.member, ...times.page),
      })
      console.log('ours', results.at(-1))
    }
    agent.destroy()
  } finally {
    await running.stop()
  }
  return results
}
