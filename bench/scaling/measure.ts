import { join } from 'node:path'
import { openDatabase } from '#server/store/client.ts'
import { cpuMicros } from '../measure/process-cpu.ts'
import { Inspector } from '../measure/inspector.ts'
import { inGroups, sleep } from '../scenarios/pace.ts'
import { Writer } from '../scenarios/writer.ts'
import { MEETING } from '../seed/county.ts'
import { startOurs } from '../servers/ours.ts'
import { OurLink } from '../wire/ours.ts'

/** What one of our servers costs, beyond what the keys of the benchmarks measure. */
export interface Costs {
  /** CPU µs of one entry of a meeting for each page that shows it. */
  readonly microsPerView: number
  /** CPU µs of a command whose meeting nobody looks at. */
  readonly microsPerCommand: number
  /** CPU µs a second of a connection on which nothing happens. */
  readonly microsPerIdleSecond: number
  /** Bytes of memory of such a connection. */
  readonly bytesPerConnection: number
  /** Bytes on disk of one change of a text that has not been folded yet. */
  readonly bytesPerChange: number
  readonly bytesPerEntry: number
}

const STREAM = `meeting/${MEETING}`
/** Below what a person may ask for at once, three times over. */
const COMMANDS = 20
/** Pages that show the room. */
const IN_ROOM = 60
const IDLERS = 500
/** Fewer than are folded into one. */
const CHANGES = 150

export async function measureCosts(): Promise<Costs> {
  const running = await startOurs({ withMeeting: true })
  const listener = { receive: () => {}, complain: () => {} }
  /** Waits after each until the views have gone: they would be made once for several. */
  const hands = async (link: OurLink) => {
    const began = cpuMicros(running.pid)
    for (let times = 0; times < COMMANDS; times++) {
      const command = times % 2 === 0 ? { type: 'raise-hand', kind: 'question' } : { type: 'withdraw-hand' }
      const answer = await link.request<{ ok: boolean }>('room/command', {
        stream: STREAM,
        commandId: `scaling-${Math.random().toString(36).slice(2, 14)}`,
        command,
      })
      if (!answer.ok) throw new Error('a command was refused')
      await sleep(300)
    }
    return (cpuMicros(running.pid) - began) / COMMANDS
  }
  const chair = await OurLink.connect(running, 0, listener)
  await hands(chair)
  const microsPerCommand = await hands(chair)
  const room = await inGroups([...Array(IN_ROOM).keys()], 20, (person) =>
    OurLink.connect(running, person, listener),
  )
  await inGroups(room, 20, async (link) => {
    const { ok } = await link.request<{ ok: boolean }>('room/join', { stream: STREAM, audience: 'person' })
    if (!ok) throw new Error('a page was not let in')
  })
  await hands(chair)
  const microsPerView = Math.max(0, (await hands(chair)) - microsPerCommand) / IN_ROOM
  for (const link of room) link.close()

  const inspector = await Inspector.attach(running.inspector)
  await sleep(2_000)
  const before = await inspector.memoryInUse()
  const idlers = await inGroups([...Array(IDLERS).keys()], 50, (person) =>
    OurLink.connect(running, 100 + person, listener),
  )
  await sleep(2_000)
  const bytesPerConnection = ((await inspector.memoryInUse()) - before) / IDLERS
  const idleBegan = cpuMicros(running.pid)
  await sleep(10_000)
  const microsPerIdleSecond = (cpuMicros(running.pid) - idleBegan) / IDLERS / 10
  for (const link of idlers) link.close()
  inspector.close()

  const name = running.documentName(7)
  const { channel } = await chair.open(name)
  const writer = new Writer(1, chair, channel)
  writer.begin()
  // Below what one person may send in a second.
  for (let sent = 0; sent < CHANGES; sent++) {
    writer.type()
    if (sent % 15 === 14) await sleep(100)
  }
  await sleep(1_000)
  const [bytesPerChange, bytesPerEntry] = await rowBytes(join(running.dataDirectory, 'huishang.db'))
  chair.close()
  await running.stop()
  return {
    microsPerView,
    microsPerCommand,
    microsPerIdleSecond,
    bytesPerConnection,
    bytesPerChange,
    bytesPerEntry,
  }
}

/** Of a change and of an entry: columns, key of the index, and a third more for pages that are not full. */
async function rowBytes(file: string): Promise<readonly [number, number]> {
  const { client, close } = await openDatabase({ kind: 'sqlite', file })
  const changes = await client.documentUpdate.findMany({ take: CHANGES, orderBy: { at: 'desc' } })
  const entries = await client.recordEntry.findMany({ take: 1_000 })
  await close()
  const keyOf = (row: object) => Object.values(row).slice(0, 2).join('').length
  const sizeOf = (row: object) =>
    Object.values(row).reduce<number>(
      (sum, value) => sum + (value instanceof Uint8Array ? value.length : Buffer.byteLength(String(value))),
      0,
    )
  const mean = (rows: readonly object[]) =>
    (rows.reduce<number>((sum, row) => sum + sizeOf(row) + keyOf(row), 0) / Math.max(1, rows.length)) * 1.33
  return [mean(changes), mean(entries)]
}
