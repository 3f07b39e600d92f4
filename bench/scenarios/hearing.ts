import { MOST_ADMITTED_AT_ONCE } from '#domain/comments/types.ts'
import { Inspector, type Hot } from '../measure/inspector.ts'
import { watchLoop } from '../measure/loop-delay.ts'
import { cpuMicros } from '../measure/process-cpu.ts'
import { residentBytes } from '../measure/process-memory.ts'
import { CHAIR, comments, RECORDER } from '../seed/hearing-cast.ts'
import { personId } from '../seed/county.ts'
import type { OurRunning } from '../servers/ours.ts'
import { nowMicros } from '../wire/stamp.ts'
import { CommentLog } from './hearing-log.ts'
import { HearingPerson } from './hearing-person.ts'
import type { Round } from './interleave.ts'
import { inGroups, pace, sleep, until } from './pace.ts'

export interface HearingLoad {
  readonly people: number
  /** Comments a second, of all together. */
  readonly rate: number
  readonly seconds: number
  /** How many support the same comment, one after the other. */
  readonly supporters: number
  readonly profile?: boolean
}

const COME_AT_ONCE = 50
const WARM_UP_SECONDS = 1
/** Chair and recorder in turns admit what waits. */
const ADMIT_EVERY_MS = 250
const SUPPORTS_A_SECOND = 100
const DRAIN_LIMIT_MS = 60_000
const PHASE_LIMIT_MS = 30_000

/** A hall in which a hearing goes on. */
class Hall {
  readonly log: CommentLog
  people: readonly HearingPerson[] = []
  private admitting = true

  constructor(
    private readonly running: OurRunning,
    private readonly load: HearingLoad,
  ) {
    const { rate, seconds, people } = load
    this.log = new CommentLog(people, Math.ceil(rate * (seconds + WARM_UP_SECONDS)))
  }

  get readers(): readonly HearingPerson[] {
    return this.people.filter(({ isInHall }) => isInHall)
  }

  person(number: number): HearingPerson {
    const found = this.people[number]
    if (!found) throw new Error('nobody sits there')
    return found
  }

  /** All come, the hearing is opened, and it has come as far as the first phase in which comments are taken. */
  async open(): Promise<void> {
    const { people } = this.load
    this.people = await inGroups([...Array(people).keys()], COME_AT_ONCE, async (number) => {
      const person = await HearingPerson.connect(this.running, number, people, this.log)
      await person.comeIn()
      return person
    })
    const [chair, recorder] = [this.person(CHAIR), this.person(RECORDER)]
    await chair.must(chair.command({ type: 'open' }))
    const unknown = this.people.filter(
      ({ capacity }) => !['chair', 'recorder', 'member', 'observer'].includes(capacity),
    )
    await inGroups(unknown, 10, ({ person }) =>
      recorder.must(recorder.command({ type: 'check-identity', personId: personId(person) })),
    )
    await chair.must(chair.command({ type: 'open-comments-to-observers', open: true }))
    for (const phase of ['rights', 'investigation']) {
      await chair.must(chair.command({ type: 'next-phase' }))
      await until(() => this.readers.every((one) => one.phase === phase), PHASE_LIMIT_MS)
    }
  }

  /** The chair goes on to the next phase. @returns milliseconds until the last one in the hall has it, NaN where one does not */
  async nextPhase(): Promise<number> {
    const chair = this.person(CHAIR)
    const before = chair.phase
    const began = nowMicros()
    await chair.must(chair.command({ type: 'next-phase' }))
    const all = await until(() => this.readers.every(({ phase }) => phase !== before), PHASE_LIMIT_MS)
    return all ? (Math.max(...this.readers.map(({ phaseAt }) => phaseAt)) - began) / 1_000 : Number.NaN
  }

  /** Everybody who may comments in turn. @returns when all are acknowledged */
  async comment(rate: number, seconds: number): Promise<void> {
    const authors = this.people.filter(({ capacity }) => comments(capacity))
    const answers: Promise<void>[] = []
    await pace(authors.length, rate, seconds, (index) => {
      const author = authors[index]
      if (!author) return
      const { text } = this.log.write(author.person)
      const nowhere = { issueId: null, evidenceId: null, paragraph: null }
      answers.push(author.must(author.comment({ type: 'comment', text, ...nowhere })))
    })
    await Promise.all(answers)
  }

  /** Until it is told to stop and nothing waits. */
  async admit(): Promise<void> {
    for (let turn = 0; this.admitting || this.log.admitted < this.log.count; turn++) {
      await sleep(ADMIT_EVERY_MS)
      const moderator = this.person(turn % 2 === 0 ? CHAIR : RECORDER)
      const commentIds = [...moderator.queue].slice(0, MOST_ADMITTED_AT_ONCE)
      if (commentIds.length === 0) continue
      const given = await moderator.comment({ type: 'admit-all', commentIds })
      if (given.ok) this.log.admit(commentIds, nowMicros())
      for (const id of commentIds)
        for (const number of [CHAIR, RECORDER]) this.person(number).queue.delete(id)
    }
  }

  stopAdmitting(): void {
    this.admitting = false
  }

  allSeen(): Promise<boolean> {
    return until(
      () => this.readers.every(({ person }) => this.log.hasSeen(person, this.log.count)),
      DRAIN_LIMIT_MS,
    )
  }

  /** So many support the first comment. @returns milliseconds from the last acknowledgement until all have the whole count */
  async tally(): Promise<number> {
    const { supporters } = this.load
    const commentId = this.log.idOf(0)
    const supporting = this.people.filter(({ capacity, person }) => comments(capacity) && person > 0)
    // The author of the first comment is the first of those who may.
    const others = supporting.slice(1, 1 + supporters)
    const answers: Promise<void>[] = []
    await pace(others.length, SUPPORTS_A_SECOND, others.length / SUPPORTS_A_SECOND, (index) => {
      const one = others[index]
      if (one) answers.push(one.must(one.comment({ type: 'support', commentId, yes: true })))
    })
    await Promise.all(answers)
    const counted = nowMicros()
    const all = await until(
      () => this.readers.every(({ support }) => support === others.length),
      DRAIN_LIMIT_MS,
    )
    if (!all) return Number.NaN
    return Math.max(0, Math.max(...this.readers.map(({ supportAt }) => supportAt)) - counted) / 1_000
  }

  /** What chair and an observer who come back read: each comment once, and all of them admitted. */
  async compare(): Promise<boolean> {
    for (const number of [CHAIR, this.people.length - 1]) {
      const told = await this.person(number).readComments()
      if (!told.ok) return false
      const found = new Set(told.put.map((comment) => this.log.find(comment)))
      const admitted = told.put.every(({ status }) => status === 'admitted')
      if (!admitted || found.size !== this.log.count || told.put.length !== found.size) return false
    }
    return true
  }

  get receivedBytes(): number {
    return this.people.reduce((sum, person) => sum + person.receivedBytes, 0)
  }

  close(): void {
    for (const person of this.people) person.close()
  }
}

/** A hearing: all come, everybody comments while chair and recorder admit, phases change, many support one comment. */
export async function hearingRound(
  running: OurRunning,
  load: HearingLoad,
): Promise<Round & { readonly hot: readonly Hot[] }> {
  const { people, rate, seconds, profile = false } = load
  const inspector = await Inspector.attach(running.inspector)
  const empty = { used: await inspector.memoryInUse(), resident: residentBytes(running.pid) }
  const hall = new Hall(running, load)
  const came = { cpu: cpuMicros(running.pid), at: performance.now() }
  await hall.open()
  const join = (performance.now() - came.at) / 1_000
  const joinCpu = (cpuMicros(running.pid) - came.cpu) / people

  const admitting = hall.admit()
  await hall.comment(rate / 2, WARM_UP_SECONDS)
  await hall.allSeen()
  const warm = hall.log.count

  const loopDelay = await watchLoop(inspector)
  if (profile) await inspector.startProfile()
  const before = { cpu: cpuMicros(running.pid), at: performance.now(), bytes: hall.receivedBytes }
  const own = process.cpuUsage()
  const phases: Promise<number>[] = []
  const changing = setTimeout(() => phases.push(hall.nextPhase()), (seconds * 1_000) / 2)
  await hall.comment(rate, seconds)
  hall.stopAdmitting()
  await admitting
  await hall.allSeen()
  clearTimeout(changing)
  const elapsed = performance.now() - before.at
  const cpu = (cpuMicros(running.pid) - before.cpu) / 1_000
  const used = process.cpuUsage(own)
  const bytes = (hall.receivedBytes - before.bytes) / people
  const hot = profile ? await inspector.stopProfile() : []
  const loop = await loopDelay()
  const full = { used: await inspector.memoryInUse(), resident: residentBytes(running.pid) }

  for (let times = 0; times < 2; times++) {
    phases.push(hall.nextPhase())
    await phases.at(-1)
  }
  const tally = await hall.tally()
  const equal = await hall.compare()
  const readers = hall.readers.map(({ person }) => person)
  const { afterAdmission, afterSending, lost, longest } = hall.log.sights(readers, warm)
  hall.close()
  inspector.close()
  const figures = {
    p50: afterAdmission.percentile(0.5),
    p99: afterAdmission.percentile(0.99),
    longest,
    sent: afterSending.percentile(0.99),
    lost,
    doubled: hall.log.doubled,
    leaked: hall.log.leaked,
    phase: Math.max(...(await Promise.all(phases))),
    tally,
    busy: cpu / elapsed,
    generator: (used.user + used.system) / 1_000 / elapsed,
    memory: (full.used - empty.used) / 1_024 / people,
    resident: (full.resident - empty.resident) / 1_024 / people,
    bytes: bytes / 1_024,
    loop: loop.p99,
    loopMost: loop.max,
    join,
    joinCpu: joinCpu / 1_000,
  }
  return { figures, equal, notes: [...hall.log.faults], hot }
}
