import { Inspector, type Hot } from '../measure/inspector.ts'
import { Latencies } from '../measure/latencies.ts'
import { cpuMicros } from '../measure/process-cpu.ts'
import type { Contender, Running } from '../servers/contender.ts'
import type { Link } from '../wire/link.ts'
import { eachStamp, nowMicros } from '../wire/stamp.ts'
import type { Round } from './interleave.ts'
import { inGroups, pace, sleep, until } from './pace.ts'
import { Writer } from './writer.ts'

const STEPS = [10, 20, 40, 80, 125, 250, 500, 1_000, 1_500, 2_000, 3_000]
const LIMIT_MS = 200
const SECONDS = 2
/** One socket of ours may send 200 a second: for more, every server gets more senders. */
const PER_SENDER = 125
const CONNECT_AT_ONCE = 50
const DRAIN_LIMIT_MS = 4_000

export interface Events {
  readonly receivers: number
  readonly steps?: readonly number[]
  readonly profile?: boolean
}

/** Small events to all at rising rates, until the slowest hundredth waits longer than a fifth of a second. */
export async function eventsRound(
  contender: Contender,
  running: Running,
  { receivers, steps = STEPS, profile = false }: Events,
  document: number,
): Promise<Round & { readonly hot: readonly Hot[] }> {
  const notes = new Set<string>()
  let latencies = new Latencies()
  let from = Infinity
  const receive = (payload: Buffer) => {
    const now = nowMicros()
    eachStamp(payload, (_, at) => {
      if (at >= from) latencies.add(now - at)
    })
  }
  const complain = (what: string) => void notes.add(what)
  const name = running.documentName(document)
  const links: Link[] = []
  await inGroups([...Array(receivers).keys()], CONNECT_AT_ONCE, async (person) => {
    const link = await contender.connect(running, person, { receive, complain })
    await link.open(name)
    links.push(link)
  })
  const senders: Writer[] = []
  const most = Math.ceil(Math.max(...steps) / PER_SENDER)
  for (let person = 0; person < most; person++) {
    const link = await contender.connect(running, person, { receive: () => {}, complain })
    const { channel } = await link.open(name)
    links.push(link)
    const sender = new Writer(person, link, channel)
    sender.begin()
    senders.push(sender)
  }
  await sleep(500)

  const inspector = profile ? await Inspector.attach(running.inspector) : null
  await inspector?.startProfile()
  let best = { rate: 0, p50: Number.NaN, p99: Number.NaN, cpu: Number.NaN }
  for (const rate of steps) {
    latencies = new Latencies()
    const count = Math.ceil(rate / PER_SENDER)
    const cpu = cpuMicros(running.pid)
    from = nowMicros()
    await pace(count, rate, SECONDS, (sender) => senders[sender]?.type())
    const expected = rate * SECONDS * receivers
    const all = await until(() => latencies.count >= expected, DRAIN_LIMIT_MS)
    const p99 = latencies.percentile(0.99)
    // The first step is told even where it is too much already: what it costs is worth knowing.
    if (rate === steps[0] || (all && p99 <= LIMIT_MS))
      best = {
        rate: all && p99 <= LIMIT_MS ? rate : 0,
        p50: latencies.percentile(0.5),
        p99,
        cpu: (cpuMicros(running.pid) - cpu) / latencies.count,
      }
    if (!all || p99 > LIMIT_MS) break
    await sleep(200)
  }
  const hot = (await inspector?.stopProfile()) ?? []
  inspector?.close()
  for (const link of links) link.close()
  await sleep(300)
  return { figures: { ...best }, equal: null, notes: [...notes], hot }
}
