import { Latencies } from '../measure/latencies.ts'
import { Inspector, type Hot } from '../measure/inspector.ts'
import { cpuMicros } from '../measure/process-cpu.ts'
import type { OurRunning } from '../servers/ours.ts'
import { nowMicros } from '../wire/stamp.ts'
import { OurLink } from '../wire/ours.ts'
import { MEETING } from '../seed/county.ts'
import type { Round } from './interleave.ts'
import { inGroups, pace, sleep } from './pace.ts'

const STREAM = `meeting/${MEETING}`
const CONNECT_AT_ONCE = 50
const AGAIN = 100

interface Answer {
  readonly ok: boolean
  readonly refusal?: { readonly refused: string }
}
interface Joined extends Answer {
  readonly view: {
    readonly state: {
      readonly items: readonly {
        readonly subjects: readonly { readonly id: string }[]
        readonly polls: readonly { readonly id: string }[]
      }[]
    }
  }
}

export interface Voting {
  readonly voters: number
  /** The voters' pages show the room, as they do in a real meeting: each hears of every vote's effect. */
  readonly inRoom: boolean
  /** Seconds within which the voters press the key, evenly; 0: all in the same moment. */
  readonly within: number
  readonly profile?: boolean
}

/** Everybody votes, once for nothing and then in earnest; then some vote again. `ballots` counts what is in the box afterwards. */
export async function votingRound(
  running: OurRunning,
  { voters, inRoom, within, profile = false }: Voting,
): Promise<Round & { readonly hot: readonly Hot[]; readonly pollId: string }> {
  const notes = new Set<string>()
  const listener = { receive: () => {}, complain: (what: string) => void notes.add(what) }
  const people = [...Array(voters).keys()]
  const links = await inGroups(people, CONNECT_AT_ONCE, (person) =>
    OurLink.connect(running, person, listener),
  )
  const [chair] = links
  if (!chair) throw new Error('nobody came')
  const join = (link: OurLink) => link.request<Joined>('room/join', { stream: STREAM, audience: 'person' })
  const item = (await join(chair)).view.state.items[0]
  let commands = 0
  const order = async (command: object) => {
    const commandId = `bench-order-${commands++}`
    const answer = await chair.request<Answer>('room/command', { stream: STREAM, commandId, command })
    if (!answer.ok) throw new Error(`a command was refused: ${answer.refusal?.refused ?? ''}`)
  }
  const putQuestion = async () => {
    const subjectId = item?.subjects[0]?.id
    const options = ['EXEMPT', 'MITIGATED']
    await order({ type: 'put-question', subjectId, question: 'bench', options, method: 'secret' })
    return (await join(chair)).view.state.items[0]?.polls.at(-1)?.id ?? ''
  }
  const voteIn = (pollId: string) => (link: OurLink, commandId: string) =>
    link.request<Answer>('ballot/cast', { meetingId: MEETING, commandId, pollId, choice: 'EXEMPT' })
  // A ballot that counts for nothing: a server that just started compiles for most of the second that this takes.
  const rehearsal = await putQuestion()
  await Promise.all(links.map((link, person) => voteIn(rehearsal)(link, `rehearsal-of-${person}`)))
  await order({ type: 'void-ballot', pollId: rehearsal, reason: 'bench' })
  const pollId = await putQuestion()
  const vote = voteIn(pollId)
  const joinBegan = performance.now()
  if (inRoom) await inGroups(links, CONNECT_AT_ONCE, join)
  const joinMs = (performance.now() - joinBegan) / voters
  await sleep(500)

  const inspector = profile ? await Inspector.attach(running.inspector) : null
  await inspector?.startProfile()
  const latencies = new Latencies()
  const cpu = cpuMicros(running.pid)
  const began = performance.now()
  let taken = 0
  const castBy = async (link: OurLink, person: number) => {
    const sent = nowMicros()
    const answer = await vote(link, `vote-of-person-${person}`)
    latencies.add(nowMicros() - sent)
    if (answer.ok) taken++
    else notes.add(`a vote was refused: ${answer.refusal?.refused ?? ''}`)
  }
  const casts: Promise<void>[] = []
  const cast = (person: number) => {
    const link = links[person]
    if (link) casts.push(castBy(link, person))
  }
  if (within > 0) await pace(voters, voters / within, within, cast)
  else for (const person of people) cast(person)
  await Promise.all(casts)
  const seconds = (performance.now() - began) / 1_000
  const cpuPerVote = (cpuMicros(running.pid) - cpu) / voters
  const hot = (await inspector?.stopProfile()) ?? []
  inspector?.close()

  const again = await Promise.all(
    links.slice(0, AGAIN).map((link, person) => vote(link, `second-vote-of-${person}`)),
  )
  if (again.some(({ ok }) => ok)) notes.add('a second vote of the same person was taken')
  for (const link of links) link.close()
  const figures = {
    votes: taken / seconds,
    p50: latencies.percentile(0.5),
    p99: latencies.percentile(0.99),
    cpu: cpuPerVote,
    taken,
    ...(inRoom && { join: joinMs }),
  }
  return { figures, equal: null, notes: [...notes], hot, pollId }
}
