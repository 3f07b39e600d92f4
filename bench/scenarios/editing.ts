import { Inspector, type Hot } from '../measure/inspector.ts'
import { Latencies } from '../measure/latencies.ts'
import { cpuMicros } from '../measure/process-cpu.ts'
import type { Contender, Running } from '../servers/contender.ts'
import type { Link } from '../wire/link.ts'
import { eachStamp, nowMicros } from '../wire/stamp.ts'
import { inGroups, pace, sleep, until } from './pace.ts'
import { copyOf, expectedText, textOf, Writer } from './writer.ts'

export interface Editing {
  readonly documents: number
  /** Per document. */
  readonly writers: number
  /** Per document, beside the writers, who read as well. */
  readonly readers: number
  /** Updates a second of each writer. */
  readonly rate: number
  readonly seconds: number
  /** A cursor moves with each update. */
  readonly cursors?: boolean
  readonly profile?: boolean
}

export interface EditingRound {
  readonly sent: number
  readonly delivered: number
  /** Deliveries that never came. */
  readonly lost: number
  readonly cpuPerDelivered: number
  /** Of one core, while the load ran. */
  readonly serverBusy: number
  readonly generatorBusy: number
  readonly p50: number
  readonly p99: number
  readonly deliveriesPerSecond: number
  /** A late joiner's copy is what the writers wrote; null where the server keeps none. */
  readonly equal: boolean | null
  readonly complaints: readonly string[]
  readonly hot?: readonly Hot[]
}

/** A server runs for months: what its functions cost before they are compiled is nobody's concern. */
const FIRST_WARM_UP_SECONDS = 4
const WARM_UP_SECONDS = 1
const CONNECT_AT_ONCE = 50
const DRAIN_LIMIT_MS = 10_000

interface Room {
  readonly name: string
  readonly writers: Writer[]
  readonly links: Link[]
}

/** One round: people come, write for a while, and somebody who comes afterwards compares. */
export async function editingRound(
  { connect, keepsDocuments }: Contender,
  running: Running,
  load: Editing,
  firstDocument: number,
): Promise<EditingRound> {
  const latencies = new Latencies()
  const complaints = new Set<string>()
  const complain = (what: string) => void complaints.add(what)
  let from = Infinity

  let people = 0
  const place = () => ({ person: people++ })
  async function join(room: Room, isWriter: boolean): Promise<void> {
    const { person } = place()
    const mine = isWriter ? person : -1
    const receive = (payload: Buffer) => {
      const now = nowMicros()
      eachStamp(payload, (writer, at) => {
        // A joined frame brings a writer his own words back: no delivery.
        if (at >= from && writer !== mine) latencies.add(now - at)
      })
    }
    const link = await connect(running, person, { receive, complain })
    const { channel } = await link.open(room.name)
    room.links.push(link)
    if (isWriter) room.writers.push(new Writer(person, link, channel))
  }

  const rooms = Array.from({ length: load.documents }, (_, index): Room => {
    return { name: running.documentName(firstDocument + index), writers: [], links: [] }
  })
  // Writers first: their numbers must fit into a stamp.
  for (const isWriter of [true, false]) {
    const each = isWriter ? load.writers : load.readers
    const joins = rooms.flatMap((room) => Array.from({ length: each }, () => room))
    await inGroups(joins, CONNECT_AT_ONCE, (room) => join(room, isWriter))
  }
  const writers = rooms.flatMap((room) => room.writers)
  for (const writer of writers) writer.begin()
  await sleep(300)

  const act = (index: number) => {
    const writer = writers[index]
    writer?.type()
    if (load.cursors) writer?.moveCursor()
  }
  const perSecond = writers.length * load.rate
  const warmUp = firstDocument === 0 ? FIRST_WARM_UP_SECONDS : WARM_UP_SECONDS
  await pace(writers.length, perSecond, warmUp, act)
  await sleep(200)

  const inspector = load.profile ? await Inspector.attach(running.inspector) : null
  await inspector?.startProfile()
  const before = writers.reduce((sum, { sent }) => sum + sent, 0)
  const [serverCpu, ownCpu, began] = [cpuMicros(running.pid), process.cpuUsage(), performance.now()]
  from = nowMicros()
  await pace(writers.length, perSecond, load.seconds, act)
  const sent = writers.reduce((sum, writer) => sum + writer.sent, 0) - before
  const expected = sent * (load.writers + load.readers - 1)
  await until(() => latencies.count >= expected, DRAIN_LIMIT_MS)
  const elapsed = performance.now() - began
  const serverMicros = cpuMicros(running.pid) - serverCpu
  const own = process.cpuUsage(ownCpu)
  const hot = await inspector?.stopProfile()
  inspector?.close()

  const links = rooms.flatMap((room) => room.links)
  await until(() => links.every((link) => link.unacknowledged === 0), DRAIN_LIMIT_MS)
  const compared = keepsDocuments
    ? await Promise.all(rooms.map((room, index) => isEqual(connect, running, room, index)))
    : null
  for (const link of links) link.close()
  return {
    sent,
    delivered: latencies.count,
    lost: Math.max(0, expected - latencies.count),
    cpuPerDelivered: serverMicros / latencies.count,
    serverBusy: serverMicros / 1_000 / elapsed,
    generatorBusy: (own.user + own.system) / 1_000 / elapsed,
    p50: latencies.percentile(0.5),
    p99: latencies.percentile(0.99),
    deliveriesPerSecond: (latencies.count / elapsed) * 1_000,
    equal: compared ? compared.every(Boolean) : null,
    complaints: [...complaints],
    ...(hot && { hot }),
  }
}

async function isEqual(
  connect: Contender['connect'],
  running: Running,
  room: Room,
  person: number,
): Promise<boolean> {
  const link = await connect(running, person, { receive: () => {}, complain: () => {} })
  const opened = await link.open(room.name)
  link.close()
  return textOf(copyOf(opened)) === expectedText(room.writers)
}
