import { hash } from 'node:crypto'
import type { Happening, Recorded } from '#domain/record/entry.ts'
import { canonicalJson } from '#server/services/canonical-json.ts'
import type { Head, StoredEntry } from './ports.ts'

/** What stands before the first entry of a stream. */
export const GENESIS = '0'.repeat(64)

/**
 * SHA-256 (hex) over the canonical JSON of the entry without its hash. The payload is canonical already, and
 * these keys are in their canonical order, so the text is put together instead of being parsed and sorted:
 * checking a record of a million entries takes seconds.
 */
export function entryHash(entry: Omit<StoredEntry, 'hash'>): string {
  const text =
    `{"actorId":${JSON.stringify(entry.actorId)},"at":${JSON.stringify(entry.at)},` +
    `"commandId":${JSON.stringify(entry.commandId)},"commandPart":${entry.commandPart},` +
    `"payload":${entry.payload},"previousHash":${JSON.stringify(entry.previousHash)},` +
    `"seq":${entry.seq},"stream":${JSON.stringify(entry.stream)},"type":${JSON.stringify(entry.type)}}`
  return hash('sha256', text)
}

export interface Place {
  readonly head: Head
  readonly actorId: string
  readonly at: string
  readonly commandId: string
  readonly commandPart: number
}

/** Gives a happening its place behind the head of its stream. */
export function seal(happening: Happening, place: Place): StoredEntry {
  const { head, ...rest } = place
  const entry = {
    ...rest,
    stream: head.stream,
    seq: head.seq + 1,
    type: happening.type,
    payload: canonicalJson(happening.payload),
    previousHash: head.hash,
  }
  return { ...entry, hash: entryHash(entry) }
}

/** The entry as rules see it: always through the stored text, so that a replay gives the same state. */
export function recorded(entry: StoredEntry): Recorded {
  return { ...entry, payload: JSON.parse(entry.payload) as unknown }
}

export type Fault =
  'seq-gap' | 'previous-hash' | 'hash' | 'head-missing' | 'head-behind' | 'tail-missing' | 'head-hash'

export interface Break {
  readonly stream: string
  readonly seq: number
  readonly fault: Fault
}

/** The first thing wrong with an entry that should follow `head`; null where it follows. */
export function breakAfter(head: Head, entry: StoredEntry): Break | null {
  const at = { stream: entry.stream, seq: entry.seq }
  if (entry.seq !== head.seq + 1) return { ...at, seq: head.seq + 1, fault: 'seq-gap' }
  if (entry.previousHash !== head.hash) return { ...at, fault: 'previous-hash' }
  if (entry.hash !== entryHash(entry)) return { ...at, fault: 'hash' }
  return null
}

/** Checks one whole stream, oldest first, against its stored head; null where everything holds. */
export function verifyChain(
  stream: string,
  entries: Iterable<StoredEntry>,
  stored: Pick<Head, 'seq' | 'hash'> | null,
): Break | null {
  let head: Head = { stream, seq: 0, hash: GENESIS }
  for (const entry of entries) {
    const broken = breakAfter(head, entry)
    if (broken) return broken
    head = entry
  }
  return breakAtHead(head, stored)
}

/** Whether the stored head is the last entry: a cut tail leaves the chain whole and is seen only here. */
export function breakAtHead(last: Head, stored: Pick<Head, 'seq' | 'hash'> | null): Break | null {
  const { stream, seq } = last
  if (!stored) return seq === 0 ? null : { stream, seq, fault: 'head-missing' }
  if (stored.seq > seq) return { stream, seq: seq + 1, fault: 'tail-missing' }
  if (stored.seq < seq) return { stream, seq: stored.seq + 1, fault: 'head-behind' }
  return stored.hash === last.hash ? null : { stream, seq, fault: 'head-hash' }
}
