import { parseArgs } from 'node:util'
import { BrowserStorage } from '../../support/page.ts'
import { startDemo } from '../../support/demo-server.ts'
import { HearingPlay } from '../../support/hearing-play.ts'
import { DUE, MeetingPlay } from '../../support/meeting-play.ts'
import { signedInCookie } from '../../support/member-socket.ts'
import { seeded, anySeed } from '../../realtime/support/seeded.ts'
import { say, Verdict } from '../verdict.ts'
import { BadLine } from './bad-line.ts'
import { checkHearing } from './check-hearing.ts'
import { checkRecord, checkTexts } from './checks.ts'
import { AUTHORS, Hearing, MODERATORS } from './hearing.ts'
import { Meeting, pause } from './meeting.ts'
import { trouble, type Trouble } from './trouble.ts'
import { Writer } from './writer.ts'

// `npm run build && npm run soak -- --minutes 10 [--seed N]`: people write, raise hands, vote and comment on a hearing while lines
// are cut and held up and the product is killed; then nothing that was typed or acknowledged may be missing or there twice.

const TEXTS = ['facts', 'verification-report', 'draft-decision'].map(
  (part) => `case/case-rent-relief/${part}`,
)
const AT_THE_DOSSIER = ['discipline1', 'organization1', 'political1', 'discipline2', 'secretary'] as const
/** How long everybody has to be back and saved when the trouble ends. */
const CALM_MS = 90_000

const { values } = parseArgs({ options: { minutes: { type: 'string' }, seed: { type: 'string' } } })
const minutes = Number(values.minutes ?? 10)
const seed = values.seed === undefined ? anySeed() : Number(values.seed)
const chance = seeded(seed)
say(`seed ${seed}, ${minutes} minutes`)

const server = await startDemo()
const play = new MeetingPlay(server.url)
await play.open()
await play.state()
play.disconnect()
const before = new HearingPlay(server.url)
await before.comeIn()
await before.open()
await before.goTo('questions')
await before.act('hearing-chair', { type: 'open-comments-to-observers', open: true })
before.disconnect()

const port = Number(new URL(server.url).port)
const cookies = new Map<string, string>()
const AT_THE_HEARING = [...MODERATORS, ...AUTHORS]
for (const who of new Set([...DUE, ...AT_THE_DOSSIER, ...AT_THE_HEARING]))
  cookies.set(who, await signedInCookie(server.url, who))
const cookieOf = (who: string) => cookies.get(who) ?? ''

const seats = new Map<string, BadLine>()
for (const who of [...DUE, ...AT_THE_HEARING]) seats.set(who, await BadLine.to(port))
const meeting = new Meeting(cookies, seats, chance)
const hearing = new Hearing(cookies, seats, chance)

async function newWriter(tab: string, who: string, storage: BrowserStorage): Promise<Writer> {
  return new Writer(tab, who, cookieOf(who), await BadLine.to(port), TEXTS, chance, storage)
}

const writers: Writer[] = []
for (const who of AT_THE_DOSSIER) {
  // Two tabs of one browser share what it keeps.
  const storage = new BrowserStorage()
  for (const tab of [`${who}-1`, `${who}-2`]) writers.push(await newWriter(tab, who, storage))
}
// The reader's own line stays whole.
const lines = [...seats.values(), ...writers.map(({ line }) => line)]
for (const writer of writers) {
  writer.open()
  writer.write()
}

const troubles = await live()
const verdict = new Verdict()
const reader = await newWriter('reader', 'secretary', new BrowserStorage())
reader.open()
await checkTexts(verdict, TEXTS, reader, writers)
await server.stop()
await checkRecord(verdict, server.dataDirectory, meeting)
await checkHearing(verdict, server.dataDirectory, hearing)
verdict.check(
  'the server complained of nothing',
  server.errors().filter((line) => !line.includes('EPIPE')),
)
for (const writer of [...writers, reader]) writer.close()
meeting.close()
hearing.close()
for (const line of lines) line.close()
await server.remove()
verdict.conclude(
  `${[...troubles].map(([kind, count]) => `${count} × ${kind}`).join(', ')}; ` +
    `${writers.reduce((sum, { typed }) => sum + typed.length, 0)} paragraphs, ${meeting.votes.length} votes in ` +
    `${meeting.ballots} ballots, ${[...meeting.hands.values()].reduce((sum, count) => sum + count, 0)} hands; ` +
    `${hearing.acknowledged.said.length} comments, ${hearing.acknowledged.steps.length} steps of the queue, ` +
    `${hearing.acknowledged.phases.length} changes of phase`,
)

/** Until the time is over, then until everybody is back. */
async function live(): Promise<ReadonlyMap<Trouble, number>> {
  const met = new Map<Trouble, number>()
  const running = Promise.all([meeting.run(), hearing.run()])
  const until = Date.now() + minutes * 60_000
  let saidAt = Date.now()
  while (Date.now() < until) {
    const kind = await trouble({ server, lines, writers, chance })
    met.set(kind, (met.get(kind) ?? 0) + 1)
    if (Date.now() - saidAt < 30_000) continue
    saidAt = Date.now()
    say(`${[...met.values()].reduce((sum, count) => sum + count, 0)} troubles, ${meeting.ballots} ballots`)
  }
  for (const writer of writers) writer.rest()
  meeting.end()
  hearing.end()
  await Promise.race([running, pause(CALM_MS)])
  const calm = Date.now() + CALM_MS
  while (Date.now() < calm && !writers.every((writer) => writer.isSaved)) await pause(200)
  // What was said by the last to be saved is still on its way to the others.
  await pause(2_000)
  return met
}
