import * as Y from 'yjs'
import { Inspector, type Hot } from '../measure/inspector.ts'
import { cpuMicros } from '../measure/process-cpu.ts'
import { median } from '../measure/statistics.ts'
import type { Contender, Running } from '../servers/contender.ts'
import type { Link, Opened } from '../wire/link.ts'
import type { Round } from './interleave.ts'
import { longText } from './long-text.ts'
import { pace, sleep, until } from './pace.ts'
import { copyOf, textOf } from './writer.ts'

/** Single edits at the end, whose cost is measured; what comes before arrives in larger pieces. */
const MEASURED_EDITS = 1_600
/** What one socket of ours may send at once, and how long until it may again. */
const EDITS_A_BURST = 400
const BURST_EVERY_MS = 2_100
const EDITS_A_PIECE = 100
const PIECES_PER_SECOND = 120
const CROWD = 100
/** Hocuspocus stores two seconds after the last change. */
const STORED_AFTER_MS = 3_000

export interface LongDocument {
  readonly edits: number
  readonly profile?: boolean
}

/** Resolves when the process does nothing any more: peers acknowledge nothing, so there is no other sign. */
async function isQuiet(pid: number, everyMs = 100, idleMicros = 5_000): Promise<void> {
  for (let quiet = 0, last = cpuMicros(pid); quiet < 4;) {
    await sleep(everyMs)
    const now = cpuMicros(pid)
    quiet = now - last < idleMicros ? quiet + 1 : 0
    last = now
  }
}

export async function longDocumentRound(
  { connect }: Contender,
  running: Running,
  { edits, profile = false }: LongDocument,
  document: number,
): Promise<Round & { readonly hot: readonly Hot[] }> {
  const notes = new Set<string>()
  const listener = { receive: () => {}, complain: (what: string) => void notes.add(what) }
  const come = (person = 0) => connect(running, person, listener)
  const name = running.documentName(document)
  const inspector = await Inspector.attach(running.inspector)
  const writer = await come()
  const { channel } = await writer.open(name)
  const heapBefore = await inspector.heapBytes()

  const { doc, edit } = longText()
  const take = (count: number) => Array.from({ length: count }, edit)
  const pieces = Array.from({ length: (edits - MEASURED_EDITS) / EDITS_A_PIECE }, () =>
    Y.mergeUpdates(take(EDITS_A_PIECE)),
  )
  await pace(1, PIECES_PER_SECOND, pieces.length / PIECES_PER_SECOND, () => {
    const piece = pieces.shift()
    if (piece) writer.write(channel, piece)
  })
  await until(() => writer.unacknowledged === 0, 60_000)
  await isQuiet(running.pid)
  await sleep(STORED_AFTER_MS)

  const singles = take(MEASURED_EDITS)
  if (profile) await inspector.startProfile()
  const bursts: number[] = []
  while (singles.length > 0) {
    const cpu = cpuMicros(running.pid)
    for (const single of singles.splice(0, EDITS_A_BURST)) writer.write(channel, single)
    await until(() => writer.unacknowledged === 0, 60_000)
    await isQuiet(running.pid, 20, 1_000)
    bursts.push((cpuMicros(running.pid) - cpu) / EDITS_A_BURST)
    await sleep(BURST_EVERY_MS)
  }
  const hot = profile ? await inspector.stopProfile() : []
  const ingest = median(bursts)
  const heap = ((await inspector.heapBytes()) - heapBefore) / 1_024
  inspector.close()

  const first: number[] = []
  let opened: Opened = { channel: 0, update: new Uint8Array() }
  for (let times = 0; times < 3; times++) {
    const link = await come()
    const began = performance.now()
    opened = await link.open(name)
    first.push(performance.now() - began)
    link.close()
  }
  const openAll = await crowd(come, (link) => link.open(name))
  const vector = Y.encodeStateVector(doc)
  const reconnectAll = await crowd(come, (link) => link.open(name, vector))
  writer.close()

  const equal = textOf(copyOf(opened)) === textOf(doc)
  if (!equal) notes.add('the copy of a late joiner differs')
  const cold = await coldOpen(running, come, name, opened.update.length)
  const figures = { ingest, first: median(first), openAll, reconnectAll, heap, ...(cold && { cold }) }
  return { figures, equal, notes: [...notes], hot }
}

/** A hundred who are connected already, all in the same moment. @returns milliseconds until the last has it */
async function crowd(
  come: (person: number) => Promise<Link>,
  ask: (link: Link) => Promise<unknown>,
): Promise<number> {
  const links = await Promise.all(Array.from({ length: CROWD }, (_, person) => come(person)))
  const began = performance.now()
  await Promise.all(links.map(ask))
  const took = performance.now() - began
  for (const link of links) link.close()
  await sleep(200)
  return took
}

/** After a restart, from disk; null where nothing was kept. */
async function coldOpen(
  running: Running,
  come: () => Promise<Link>,
  name: string,
  bytes: number,
): Promise<number | null> {
  await sleep(STORED_AFTER_MS)
  await running.restart()
  const link = await come()
  const began = performance.now()
  const { update } = await link.open(name)
  const took = performance.now() - began
  link.close()
  return update.length > bytes / 2 ? took : null
}
