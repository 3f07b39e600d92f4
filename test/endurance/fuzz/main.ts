import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '#server/store/client.ts'
import { Inspector } from '../../../bench/measure/inspector.ts'
import { startDemo } from '../../support/demo-server.ts'
import { signedInCookie } from '../../support/member-socket.ts'
import { BrowserStorage } from '../../support/page.ts'
import { runCommand } from '../../support/product-command.ts'
import { anySeed } from '../../realtime/support/seeded.ts'
import { BadLine } from '../soak/bad-line.ts'
import { Writer } from '../soak/writer.ts'
import { say, Verdict } from '../verdict.ts'
import { attack, type Target } from './attacker.ts'
import { Chance } from './chance.ts'

// `npm run build && npm run fuzz -- --frames 1000000 [--seed N]`: malformed, cut-off, oversized and out-of-order messages from
// people who are signed in; the server stays up, stores nothing of it, does not grow, and a colleague goes on writing.

const AT_ONCE = 12
/** Who reads, who may write, who may see little. */
const ATTACKERS = ['discipline1', 'organization2', 'audit1', 'applicant', 'observer1'] as const
const NAMES = ['case/case-rent-relief/facts', 'case/case-rent-relief/draft-decision']
const STREAMS = ['case/case-rent-relief', 'meeting/meeting-demo']
const QUIET = 'case/case-rent-relief/verification-report'
/** Memory is compared with what stood after the first part: caches and code are warm by then. */
const WARM_SHARE = 0.1
const MOST_GROWTH = 1.2
/** Texts that nobody reads any more are put away after half a minute. */
const SETTLE_MS = 40_000

const { values } = parseArgs({ options: { frames: { type: 'string' }, seed: { type: 'string' } } })
const frames = Number(values.frames ?? 1_000_000)
const seed = values.seed === undefined ? anySeed() : Number(values.seed)
say(`seed ${seed}, ${frames} messages`)

process.env['NODE_OPTIONS'] = '--inspect=127.0.0.1:0'
const server = await startDemo()
const port = Number(new URL(server.url).port)
const targets: Target[] = []
for (const who of ATTACKERS)
  targets.push({ port, cookie: await signedInCookie(server.url, who), names: NAMES, streams: STREAMS })

const line = await BadLine.to(port)
const cookie = await signedInCookie(server.url, 'political1')
const chance = new Chance(seed)
const colleague = new Writer(
  'political1',
  'political1',
  cookie,
  line,
  [QUIET],
  () => chance.below(1_000) / 1_000,
  new BrowserStorage(),
)
colleague.open()
colleague.write()

const before = await stored()
const started = performance.now()
const { warm, sent } = await fire()
const seconds = (performance.now() - started) / 1_000

colleague.rest()
const calm = Date.now() + 20_000
while (Date.now() < calm && !colleague.isSaved) await new Promise((done) => setTimeout(done, 100))
const verdict = new Verdict()
verdict.check(
  'a colleague wrote all the time and everything is saved',
  colleague.isSaved ? [] : ['not saved'],
)
const standing = colleague.typed.filter(({ isTakenBack }) => !isTakenBack).map(({ words }) => words)
const found = new Set(colleague.paragraphs(QUIET))
verdict.check(
  '… and stands in the text',
  standing.filter((words) => !found.has(words)),
)
verdict.check(
  'the same process answers',
  server.lines.filter((each) => /"msg":"(uncaught|unhandled)/i.test(each)),
)
verdict.check('nothing was stored', (await stored()) === before ? [] : [before, await stored()])
await new Promise((done) => setTimeout(done, SETTLE_MS))
const after = await memory()
const growth = after / warm
verdict.check(
  `memory: ${megabytes(warm)} MB when warm, ${megabytes(after)} MB at the end`,
  growth <= MOST_GROWTH ? [] : [`grown by ${Math.round((growth - 1) * 100)} %`],
)
verdict.check('nothing went wrong that was not expected', server.errors())
await server.stop()
const verified = await runCommand('record-verify', [], {
  HUISHANG_DEMO: '1',
  HUISHANG_DATA: server.dataDirectory,
})
verdict.check('the record is unbroken', verified.code === 0 ? [] : [verified.said])
await server.remove()
verdict.conclude(
  `${sent} messages in ${Math.round(seconds)} s; ${colleague.typed.length} paragraphs written meanwhile`,
)

async function fire(): Promise<{ warm: number; sent: number }> {
  let sent = 0
  let connections = 0
  let warm: number | null = null
  let saidAt = Date.now()
  const attacker = async () => {
    while (sent < frames) {
      const count = await attack(targets[(connections += 1) % targets.length] as Target, chance)
      sent += count
      if (warm === null && sent >= frames * WARM_SHARE) {
        warm = 0
        warm = await memory()
      }
      if (Date.now() - saidAt < 30_000) continue
      saidAt = Date.now()
      say(`${sent} messages, ${connections} connections, ${megabytes(await memory())} MB`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, attacker))
  return { warm: warm ?? (await memory()), sent }
}

/** Everything that a message could have left behind; a colleague's own text apart. */
async function stored(): Promise<string> {
  const { client, close } = await openDatabase({
    kind: 'sqlite',
    file: join(server.dataDirectory, 'huishang.db'),
  })
  const [entries, heads, boxes, ballots, updates, snapshots, versions, tasks] = await Promise.all([
    client.recordEntry.count(),
    client.streamHead.findMany({ orderBy: { stream: 'asc' } }),
    client.pollBox.count(),
    client.pollBallot.count(),
    client.documentUpdate.count({ where: { name: { not: QUIET } } }),
    client.documentSnapshot.findMany({
      where: { name: { not: QUIET } },
      select: { name: true, checksum: true },
      orderBy: { name: 'asc' },
    }),
    client.documentVersion.count(),
    client.task.count(),
  ])
  await close()
  return JSON.stringify([entries, heads, boxes, ballots, updates, snapshots, versions, tasks])
}

/** After a collection of garbage: what the system has given it says little. */
async function memory(): Promise<number> {
  const address = server.lines.map((each) => /ws:\/\/\S+/.exec(each)?.[0]).find(Boolean) ?? ''
  const inspector = await Inspector.attach(address)
  const bytes = await inspector.memoryInUse()
  inspector.close()
  return bytes
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 2 ** 20)
}
