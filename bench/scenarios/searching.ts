import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { looksFor } from '../seed/words.ts'
import { root } from '../servers/child.ts'
import { environment, startOurs } from '../servers/ours.ts'

const percentile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN

/** Spawned on the data folder; answers with the seconds it took. */
function runOn(data: string, script: readonly string[], dossiers: number): number {
  const began = performance.now()
  const done = spawnSync(process.execPath, script, {
    cwd: root,
    env: { ...process.env, ...environment(data, undefined), DOSSIERS: String(dossiers) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (done.status !== 0) throw new Error(`${script.join(' ')} failed`)
  return (performance.now() - began) / 1000
}

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
  const running = await startOurs()
  const results: Record<string, number>[] = []
  try {
    const tsx = join(root, 'node_modules/tsx/dist/cli.mjs')
    runOn(running.dataDirectory, [tsx, join(root, 'bench/seed/dossiers.ts')], dossiers)
    const indexed = runOn(
      running.dataDirectory,
      [join(root, 'build/server/projections-rebuild.js')],
      dossiers,
    )
    const megabytes = statSync(join(running.dataDirectory, 'search.db')).size / 1e6
    await running.restart()
    const agent = new Agent({ keepAlive: true })
    const cookies = { secretary: running.secretaryCookie, member: running.cookie(0) ?? '' }
    const ask = (who: keyof typeof cookies, path: string) => whole(agent, running.port, path, cookies[who])
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
