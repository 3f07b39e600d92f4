import * as Y from 'yjs'
import { cpuMicros } from '../measure/process-cpu.ts'
import type { Contender, Running } from '../servers/contender.ts'
import type { Link } from '../wire/link.ts'
import type { Round } from './interleave.ts'
import { inGroups, pace, sleep } from './pace.ts'
import { Writer } from './writer.ts'

/** What a page waits for its second try, the first having met no network (app/realtime): half of it more or less by chance. */
const FIRST_WAIT_MS = 600
const JITTER = 0.5
const AWAY_MS = 500
const CONNECT_AT_ONCE = 50
const RATE = 5
const LIMIT_MS = 30_000

export interface Reconnect {
  readonly people: number
}

/**
 * A text that one keeps writing, many reading; the network of the readers goes and is back within a second. All come
 * again, each after a wait of his own, open the text with what they have, and are up to date.
 */
export async function reconnectRound(
  { connect }: Contender,
  running: Running,
  { people }: Reconnect,
  document: number,
): Promise<Round> {
  const notes = new Set<string>()
  const listener = { receive: () => {}, complain: (what: string) => void notes.add(what) }
  const name = running.documentName(document)
  const writing = await connect(running, people, listener)
  const writer = new Writer(people, writing, (await writing.open(name)).channel)
  writer.begin()
  await pace(1, RATE, 2, () => writer.type())
  const open = async (person: number, vector?: Uint8Array): Promise<Link> => {
    const link = await connect(running, person, listener)
    await link.open(name, vector)
    return link
  }
  const everybody = [...Array(people).keys()]
  const links = await inGroups(everybody, CONNECT_AT_ONCE, (person) => open(person))
  const vector = Y.encodeStateVector(writer.doc)
  await sleep(500)

  for (const link of links) link.close()
  await pace(1, RATE, AWAY_MS / 1_000, () => writer.type())
  const cpu = cpuMicros(running.pid)
  const back = performance.now()
  const took: number[] = []
  let done = false
  const typing = (async () => {
    while (!done) {
      writer.type()
      await sleep(1_000 / RATE)
    }
  })()
  const again = await Promise.all(
    everybody.map(async (person) => {
      const wait = FIRST_WAIT_MS * (1 - JITTER + 2 * JITTER * Math.random())
      await sleep(wait)
      for (;;) {
        const link = await open(person, vector).catch(() => null)
        if (link) {
          took.push(performance.now() - back)
          return link
        }
        if (performance.now() - back > LIMIT_MS) return null
        await sleep(wait)
      }
    }),
  )
  done = true
  await typing
  const cpuMs = (cpuMicros(running.pid) - cpu) / 1_000
  const missing = again.filter((link) => link === null).length
  if (missing > 0) notes.add(`${missing} did not come back within ${LIMIT_MS / 1_000} s`)
  for (const link of again) link?.close()
  writing.close()
  await sleep(500)
  took.sort((a, b) => a - b)
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? Number.NaN
  const figures = { all: at(1), half: at(0.5), cpu: (cpuMs * 1_000) / people }
  return { figures, equal: null, notes: [...notes] }
}
