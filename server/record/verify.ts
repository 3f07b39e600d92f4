import { breakAfter, breakAtHead, GENESIS, type Break } from './chain.ts'
import type { Head, RecordPages } from './ports.ts'

export type Verdict =
  | { readonly ok: true; readonly entries: number; readonly streams: number }
  | { readonly ok: false; readonly broken: Break }

// Large enough that a question costs little per row, small enough that rows die young in memory.
const PAGE = 2_000

/**
 * Reads the whole record once, in the order of (stream, seq), and answers with the first break: a byte
 * changed, an entry gone or put in, a tail cut off, a head gone. The heads alone stay in memory.
 */
export async function verifyRecord(pages: RecordPages): Promise<Verdict> {
  const heads = new Map<string, Head>()
  for await (const page of pages.heads(PAGE)) for (const head of page) heads.set(head.stream, head)

  let last: Head | null = null
  let entries = 0
  let streams = 0
  const finish = (head: Head): Break | null => {
    const stored = heads.get(head.stream) ?? null
    heads.delete(head.stream)
    streams += 1
    return breakAtHead(head, stored)
  }

  for await (const page of pages.entries(PAGE)) {
    for (const entry of page) {
      if (last && last.stream !== entry.stream) {
        const broken = finish(last)
        if (broken) return { ok: false, broken }
        last = null
      }
      const broken = breakAfter(last ?? { stream: entry.stream, seq: 0, hash: GENESIS }, entry)
      if (broken) return { ok: false, broken }
      last = entry
    }
    entries += page.length
  }
  if (last) {
    const broken = finish(last)
    if (broken) return { ok: false, broken }
  }
  // What is left has a head and not one entry: the whole stream is gone.
  for (const { stream } of heads.values()) {
    return { ok: false, broken: { stream, seq: 1, fault: 'tail-missing' } }
  }
  return { ok: true, entries, streams }
}
