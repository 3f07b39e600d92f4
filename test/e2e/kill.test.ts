import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { Choice } from '#domain/ballots/types.ts'
import { startDemo, type DemoServer } from '../support/demo-server.ts'
import { DUE, MEETING, MeetingPlay, VOTES, type Member } from '../support/meeting-play.ts'
import { MemberSocket, newCommandId } from '../support/member-socket.ts'
import { Typist } from '../support/typist.ts'
import { seeded, seedOfRun } from '../realtime/support/seeded.ts'

const TEXT = 'case/case-rent-relief/facts'
const WRITERS = ['discipline1', 'organization1', 'political1'] as const
const ROUNDS = 4
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** Somebody who votes and, if he likes, writes; after a kill he comes back with what he had, as our page does. */
class Person {
  readonly typist: Typist
  receipt: string | null = null
  private readonly commandId = newCommandId()
  private socket: MemberSocket | null = null
  private cookie: string | undefined

  constructor(
    readonly userName: Member,
    private readonly choice: Choice,
  ) {
    this.typist = new Typist(userName, TEXT)
  }

  async connect(url: string): Promise<void> {
    this.socket = await MemberSocket.connect(url, this.userName, this.cookie)
    this.cookie = this.socket.cookie
  }

  private get line(): MemberSocket {
    if (!this.socket) throw new Error(`${this.userName} is not connected`)
    return this.socket
  }

  /** The same command however often: the vote of a page that got no answer. */
  async vote(pollId: string): Promise<void> {
    const told = await this.line.cast(MEETING, pollId, this.choice, this.commandId)
    if (!told.ok) throw new Error(told.refusal.refused)
    if (this.receipt !== null) expect(told.receipt).toBe(this.receipt)
    this.receipt = told.receipt
  }

  async voteAnew(pollId: string): Promise<string | null> {
    const told = await this.line.cast(MEETING, pollId, 'EXEMPT')
    return told.ok ? null : told.refusal.refused
  }

  write(round: number): Promise<void> {
    return this.typist.write(this.line, round)
  }

  compare() {
    return this.typist.compare(this.line)
  }

  disconnect(): void {
    this.socket?.disconnect()
  }
}

function shuffled<T>(list: readonly T[], chance: () => number): readonly T[] {
  return list
    .map((one) => ({ one, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)
}

async function toTheBallot(server: DemoServer): Promise<string> {
  const play = new MeetingPlay(server.url)
  await play.open()
  await play.state()
  const { id } = await play.put('deng', 'named')
  play.disconnect()
  return id
}

it('[T-81] the product killed in the middle of a ballot and of editing has every acknowledged vote and edit, none twice', async () => {
  const seed = seedOfRun()
  process.stdout.write(`seed ${seed}\n`)
  const chance = seeded(seed)
  const server = await startDemo()
  onTestFinished(() => server.remove())
  const pollId = await toTheBallot(server)
  const people = DUE.map((who) => new Person(who, VOTES[who]))
  const writers = people.filter(({ userName }) => WRITERS.some((who) => who === userName))
  const voters = shuffled(people, chance)
  onTestFinished(() => people.forEach((person) => person.disconnect()))

  for (let round = 0; round < ROUNDS; round += 1) {
    for (const person of people) await person.connect(server.url)
    for (const writer of writers) void writer.write(round).catch(() => undefined)
    // Some of the nine vote in each round, each at a moment of his own around the kill; who got no answer votes again.
    for (const person of voters.slice(0, Math.ceil((voters.length * (round + 1)) / ROUNDS))) {
      if (person.receipt !== null && chance() < 0.5) continue
      void pause(chance() * 700)
        .then(() => person.vote(pollId))
        .catch(() => undefined)
    }
    await pause(150 + chance() * 500)
    await server.kill9()
    for (const person of people) person.disconnect()
    await server.restart()
  }

  for (const person of people) await person.connect(server.url)
  const before = people.map(({ receipt }) => receipt)
  for (const person of people) await person.vote(pollId)
  people.forEach((person, place) => {
    if (before[place]) expect(person.receipt, `seed ${seed} ${person.userName}`).toBe(before[place])
  })
  expect(new Set(people.map(({ receipt }) => receipt)).size, `seed ${seed}`).toBe(DUE.length)
  for (const person of people)
    expect(await person.voteAnew(pollId), person.userName).toBe('ballot/already-voted')

  for (const writer of writers) {
    expect(writer.typist.acknowledged.length, `seed ${seed}`).toBeGreaterThan(0)
    expect(await writer.compare(), `seed ${seed} ${writer.userName}`).toEqual({ lost: [], twice: [] })
  }

  const play = new MeetingPlay(server.url)
  await play.announce({ id: pollId, method: 'named' })
  const { result, choices } = await play.poll()
  play.disconnect()
  expect(choices).toEqual(VOTES)
  expect(result).toMatchObject({ cast: 9, present: 9, due: 9, passed: 'MITIGATED' })
  await server.stop()
  const told = execFileSync(
    process.execPath,
    [join(import.meta.dirname, '../../build/server/record-verify.js')],
    {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        HUISHANG_DEMO: '1',
        HUISHANG_DATA: server.dataDirectory,
      },
      encoding: 'utf8',
    },
  )
  expect(told).not.toBe('')
})
