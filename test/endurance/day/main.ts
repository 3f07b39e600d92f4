import { parseArgs } from 'node:util'
import { BODIES, CASES, caseId, personId } from '../../../bench/seed/county.ts'
import { ensureBuilt } from '../../../bench/servers/build.ts'
import { startOurs } from '../../../bench/servers/ours.ts'
import { Inspector } from '../../../bench/measure/inspector.ts'
import { MemberSocket } from '../../support/member-socket.ts'
import { say, Verdict } from '../verdict.ts'

// `npm run day [-- --people 500]`: a county's day in minutes. People come, read and write in some of 2,000 documents, look at
// pages, and go; in the evening the process takes no more memory than in the morning.

/** What nobody reads is put away after half a minute; then it is evening. */
const SETTLE_MS = 45_000
const AT_ONCE = 40
const MOST_GROWTH = 1.2
/** Caches and code are warm after so many people. */
const MORNING = 50

const SHARED_PARTS = [
  'facts',
  'applicant-statement',
  'verification-report',
  'condition-matrix',
  'draft-decision',
]

const { values } = parseArgs({ options: { people: { type: 'string' } } })
const people = Number(values.people ?? 500)
ensureBuilt()
const server = await startOurs()
const url = `http://127.0.0.1:${server.port}`
const inspector = await Inspector.attach(server.inspector)
const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/** The documents of the n-th visitor's day: all of them are opened by somebody. */
const perPerson = Math.ceil(((CASES - 1) * (SHARED_PARTS.length + 1)) / people)
function documentsOf(visitor: number): readonly string[] {
  return Array.from({ length: perPerson }, (_, place) => {
    const n = visitor * perPerson + place
    const part =
      SHARED_PARTS[Math.floor(n / (CASES - 1))] ?? `opinion-${BODIES[visitor % BODIES.length] ?? ''}`
    return `case/${caseId(1 + (n % (CASES - 1)))}/${part}`
  })
}

const opened = new Set<string>()
const mishaps: string[] = []
let highest = 0

async function visit(visitor: number): Promise<void> {
  const member = await MemberSocket.connect(url, personId(visitor), server.cookie(visitor))
  await member.must('room/join', {
    stream: `case/${caseId(1 + (visitor % (CASES - 1)))}`,
    audience: 'person',
  })
  for (const path of ['/workbench', `/cases/${caseId(1 + (visitor % (CASES - 1)))}`]) {
    const page = await member.page(path)
    await page.text()
    if (page.status !== 200) mishaps.push(`${path}: ${page.status}`)
  }
  for (const name of documentsOf(visitor)) {
    if (name.endsWith('applicant-statement')) await member.openDocument(name)
    else
      for (let times = 0; times < 3; times += 1)
        await member.writeParagraph(name, `${personId(visitor)} ${times}`)
    opened.add(name)
    await pause(50)
  }
  member.disconnect()
}

async function come(from: number, to: number): Promise<void> {
  let next = from
  const place = async () => {
    while (next < to) {
      const visitor = next
      next += 1
      await visit(visitor).catch((error: unknown) => mishaps.push(`${personId(visitor)}: ${String(error)}`))
      if (visitor % 100 === 99) say(`${visitor + 1} people`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, place))
}

const megabytes = (bytes: number) => Math.round((bytes / 2 ** 20) * 10) / 10

await come(0, MORNING)
await pause(SETTLE_MS)
const morning = await inspector.memoryInUse()
say(`morning: ${megabytes(morning)} MB`)
const atWork = setInterval(() => {
  void inspector.memoryInUse().then((bytes) => (highest = Math.max(highest, bytes)))
}, 5_000)
await come(MORNING, people)
clearInterval(atWork)
await pause(SETTLE_MS)
const evening = await inspector.memoryInUse()

const verdict = new Verdict()
verdict.check('everybody was served', mishaps)
verdict.check('at least 2,000 documents were opened', opened.size >= 2_000 ? [] : [String(opened.size)])
verdict.check('nothing went wrong', server.errors())
verdict.check(
  `memory in use: ${megabytes(morning)} MB in the morning, ${megabytes(highest)} MB at most, ${megabytes(evening)} MB in the evening`,
  evening <= morning * MOST_GROWTH ? [] : [`${Math.round((evening / morning - 1) * 100)} % more`],
)
inspector.close()
await server.stop()
verdict.conclude(`${people} people, ${opened.size} documents`)
