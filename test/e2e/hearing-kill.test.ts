import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CommentCommand } from '#domain/comments/commands.ts'
import type { HearingCommand } from '#domain/hearings/commands.ts'
import type { ToldComments } from '#protocol/messages.ts'
import { CUT, testBrowser, type Person } from '../support/browser.ts'
import { startDemo, type DemoServer } from '../support/demo-server.ts'
import { HEARING, HearingPlay, type SeenHearing } from '../support/hearing-play.ts'
import { MemberSocket, newCommandId } from '../support/member-socket.ts'
import { seeded, seedOfRun } from '../realtime/support/seeded.ts'
import { Typist } from '../support/typist.ts'

/** The product killed in the debate: nothing that it acknowledged is lost, and everybody is back in the phase. */

const AT_DESKS = ['party', 'investigator', 'observer1'] as const
const COMMENTERS = ['representative', 'third-party', 'expert', 'public-seat'] as const
const BY_SOCKET = [...COMMENTERS, 'hearing-chair', 'hearing-member1', 'recorder', 'witness'] as const
const ROUNDS = 3
/** Of each person; the hearing allows six in a minute. */
const COMMENTS_A_ROUND = 2
/** Issue 4, "What must be shown", 4: counted from when the server says that it is ready. */
const BACK_WITHIN_MS = 5_000

/** A person may ask twenty times in a second. */
const SPEECH_MS = 100

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
const room = `hearing/${HEARING}`

/** What somebody asked for. Without an answer it is asked for again under the same id, as our page does. */
interface Deed {
  readonly who: string
  readonly stream: string
  readonly command: HearingCommand | CommentCommand
  readonly commandId: string
  done: boolean
}

let server: DemoServer
let play: HearingPlay
const browser = testBrowser(() => server.url)
const desks: Person[] = []
const lines = new Map<string, MemberSocket>()
const deeds: Deed[] = []
const typist = new Typist('recorder', `${room}/transcript`)

beforeAll(async () => {
  server = await startDemo()
  play = new HearingPlay(server.url)
  await play.comeIn()
  await play.open()
  await play.goTo('debate')
  play.disconnect()
  for (const who of AT_DESKS) {
    const desk = await browser.signIn(who)
    await desk.goto(`/hearings/${HEARING}`)
    await isInDebate(desk)
    desks.push(desk)
  }
})
afterAll(async () => {
  for (const line of lines.values()) line.disconnect()
  await server.remove()
})

const isInDebate = ({ page }: Person) =>
  page.locator('li[aria-current="step"]').filter({ hasText: '辩论' }).waitFor()

function line(who: string): MemberSocket {
  const found = lines.get(who)
  if (!found) throw new Error(`${who} is not connected`)
  return found
}

const join = (who: string) => line(who).must<SeenHearing>('room/join', { stream: room, audience: 'person' })

async function connectAll(): Promise<void> {
  await Promise.all(
    BY_SOCKET.map(async (who) => {
      lines.set(who, await MemberSocket.connect(server.url, who, lines.get(who)?.cookie))
      const { phase } = (await join(who)).shared.state
      // A witness outside is not told.
      expect([who, phase]).toEqual([who, who === 'witness' ? null : 'debate'])
    }),
  )
}

async function ask(deed: Deed): Promise<void> {
  const { who, stream, command, commandId } = deed
  await line(who).must('room/command', { stream, commandId, command })
  deed.done = true
}

function intend(who: string, stream: string, command: Deed['command']): Deed {
  const deed = { who, stream, command, commandId: newCommandId(), done: false }
  deeds.push(deed)
  return deed
}

const act = (who: string, command: HearingCommand) => ask(intend(who, room, command))
const isOf = (type: HearingCommand['type']) => (deed: Deed) => deed.done && deed.command.type === type
const floor = async () => (await join('hearing-chair')).shared.state.floor

/** The floor from hand to hand until the line is cut; goes on where it was. */
async function speak(): Promise<void> {
  for (;;) {
    const { speaking, waiting } = await floor()
    if (speaking) await act('representative', { type: 'end-floor' })
    else if (waiting[0])
      await act('hearing-chair', { type: 'give-floor', requestId: waiting[0].id, seconds: null })
    else await act('representative', { type: 'ask-to-speak', alsoFor: [] })
    await pause(SPEECH_MS)
  }
}

const cut = () => undefined

/** How long after the server was ready everybody's page and socket was in the debate again, in milliseconds. */
async function killAndComeBack(): Promise<number> {
  const before = browser.mark()
  let readyAt = 0
  await browser.expecting(CUT, async () => {
    await server.kill9()
    for (const one of lines.values()) one.disconnect()
    await server.restart()
    readyAt = performance.now()
    const isBack = (desk: Person) =>
      desk.frames.some(({ at, text }) => at > before && text.includes('"phase":"debate"'))
    await connectAll()
    while (!desks.every(isBack)) {
      if (performance.now() - readyAt > 4 * BACK_WITHIN_MS) throw new Error('a page did not come back')
      await pause(20)
    }
  })
  const tookMs = performance.now() - readyAt
  for (const desk of desks) await isInDebate(desk)
  return tookMs
}

it('[H-164] [T-81] killed in the debate it has every comment, every word of the transcript, floor and phase, none twice', async () => {
  const seed = seedOfRun()
  const chance = seeded(seed)
  const backAfterMs: number[] = []
  await connectAll()
  for (let round = 0; round < ROUNDS; round += 1) {
    void typist.write(line('recorder'), round).catch(cut)
    void speak().catch(cut)
    for (const who of COMMENTERS)
      for (let count = 0; count < COMMENTS_A_ROUND; count += 1) {
        const tie = { issueId: null, evidenceId: null, paragraph: null }
        const text = `${who}的第${round}-${count}条`
        const deed = intend(who, `comments/${HEARING}`, { type: 'comment', text, ...tie })
        void pause(chance() * 700)
          .then(() => ask(deed))
          .catch(cut)
      }
    await pause(150 + chance() * 500)
    backAfterMs.push(await killAndComeBack())
    // Who got no answer asks again, in the order in which he asked.
    for (const deed of deeds.filter(({ done }) => !done)) await ask(deed)
  }

  const { put } = await line('recorder').must<ToldComments>('comments/join', { hearingId: HEARING, after: 0 })
  const said = deeds.flatMap(({ command }) => (command.type === 'comment' ? command.text : []))
  expect(put.map(({ text }) => text).sort(), `seed ${seed}`).toEqual(said.sort())

  const { heard, speaking, waiting } = await floor()
  const done = (type: HearingCommand['type']) => deeds.filter(isOf(type)).length
  expect(done('end-floor'), `seed ${seed}`).toBeGreaterThan(0)
  expect(
    { ended: heard.length, given: heard.length + (speaking ? 1 : 0), waiting: waiting.length },
    `seed ${seed}`,
  ).toEqual({
    ended: done('end-floor'),
    given: done('give-floor'),
    waiting: done('ask-to-speak') - done('give-floor'),
  })

  expect(typist.acknowledged.length, `seed ${seed}`).toBeGreaterThan(0)
  expect(await typist.compare(line('recorder')), `seed ${seed}`).toEqual({ lost: [], twice: [] })

  process.stdout.write(`seed ${seed}; back after ${backAfterMs.map(Math.round).join(', ')} ms\n`)
  expect(Math.max(...backAfterMs)).toBeLessThan(BACK_WITHIN_MS)
})
