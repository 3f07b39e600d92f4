import { spawnSync } from 'node:child_process'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { loadPage } from '../measure/browser.ts'
import { median } from '../measure/statistics.ts'
import { caseId } from '../seed/county.ts'
import { root } from '../servers/child.ts'
import { environment, startOurs } from '../servers/ours.ts'
import { OurLink } from '../wire/ours.ts'

const PAGES = ['/workbench', '/cases', '/meetings', `/cases/${caseId(1)}`, `/cases/${caseId(1)}/record`]
const REQUESTS = 200
const OPENED = 20
const COMMANDS = 50

/** Spawned on the data folder; what a Node process prints. */
function runOn(data: string, script: readonly string[]): string {
  const done = spawnSync(process.execPath, script, {
    cwd: root,
    env: { ...process.env, ...environment(data, undefined) },
    encoding: 'utf8',
  })
  if (done.status !== 0) throw new Error(`${script.join(' ')} failed: ${done.stderr}`)
  return done.stdout
}

const percentile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN

function firstByte(agent: Agent, port: number, path: string, cookie: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const asked = request({ agent, port, host: '127.0.0.1', path, headers: { cookie } }, (response) => {
      const took = performance.now() - began
      response.resume()
      response.once('end', () => {
        if (response.statusCode === 200) resolve(took)
        else reject(new Error(`${path} answered ${response.statusCode ?? 0}`))
      })
    })
    asked.once('error', reject)
    asked.end()
  })
}

/** Milliseconds that each of these takes by itself, the socket being open. */
async function timed(
  count: number,
  work: (index: number) => Promise<{ readonly ok: boolean }>,
): Promise<number[]> {
  const times: number[] = []
  for (let index = 0; index < count; index++) {
    const began = performance.now()
    if (!(await work(index)).ok) throw new Error('a request was refused')
    times.push(performance.now() - began)
  }
  return times
}

/** Start, pages, and a record of a million entries: one server, restarted for each round. */
export async function everythingElse(rounds: number): Promise<Record<string, number>[]> {
  const running = await startOurs()
  const results: Record<string, number>[] = []
  try {
    runOn(running.dataDirectory, [
      join(root, 'node_modules/tsx/dist/cli.mjs'),
      join(root, 'bench/seed/long-record.ts'),
    ])
    for (let round = 0; round < rounds; round++) {
      const ready = await running.restart()
      const secretary = { port: running.port, cookie: () => running.secretaryCookie }
      const link = await OurLink.connect(secretary, 0, { receive: () => {}, complain: () => {} })
      const stream = (index: number) => `case/${caseId(1 + index)}`
      const open = await timed(OPENED, (index) =>
        link.request('room/join', { stream: stream(index % 15), audience: index < 15 ? 'person' : 'screen' }),
      )
      link.close()
      const writer = await OurLink.connect(secretary, 0, { receive: () => {}, complain: () => {} })
      const append = await timed(COMMANDS, (index) =>
        writer.request('room/command', {
          stream: stream(100 + index),
          commandId: `bench-w-${round}-${index}`,
          command: { type: 'assign-handlers', handlerIds: [`person-${round}`, `person-${round + 3}`] },
        }),
      )
      writer.close()
      const agent = new Agent({ keepAlive: true })
      const ask = (index: number) =>
        firstByte(agent, running.port, PAGES[index % PAGES.length] ?? '/', running.secretaryCookie)
      for (let index = 0; index < PAGES.length * 4; index++) await ask(index)
      const ttfb: number[] = []
      for (let index = 0; index < REQUESTS; index++) ttfb.push(await ask(index))
      agent.destroy()
      const said = runOn(running.dataDirectory, [join(root, 'build/server/record-verify.js')])
      const [, entries = '', seconds = ''] = /^OK: (\d+) entries.*\(([\d.]+) s\)/.exec(said) ?? []
      const page = await loadPage(
        `http://127.0.0.1:${running.port}/cases/${caseId(1)}`,
        running.secretaryCookie,
      )
      results.push({
        ready,
        ttfb: percentile(ttfb, 0.95),
        append: median(append),
        verify: Number(entries) / Number(seconds),
        open: percentile(open, 0.95),
        ...(page && { lcp: page.lcp, scripts: page.scriptBytes / 1_000 }),
      })
      console.log('ours', results.at(-1))
    }
  } finally {
    await running.stop()
  }
  return results
}
