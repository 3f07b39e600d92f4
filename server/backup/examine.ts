import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Database as DatabaseAddress } from '#server/env.ts'
import { wordsFor } from '#server/record/fault-words.ts'
import { verifyRecord } from '#server/record/verify.ts'
import { ENTRIES_WITH_FILES, fileNamedIn } from '#server/services/evidence.ts'
import { openRecordPages } from '#server/store/record-pages.ts'
import { BackupRefused } from './refused.ts'

const PAGE = 2_000

export interface Examined {
  readonly entries: number
  readonly streams: number
  /** A line for each stream: hash of its last entry, that entry's number, the stream; in the order of streams. */
  readonly heads: string
  /** Every file that the record refers to, withdrawn or not, by SHA-256, with its length. */
  readonly evidence: ReadonlyMap<string, number>
}

/** Walks every chain of a record that nobody is to rely on before, and collects what a backup says of it. */
export async function examine(address: DatabaseAddress, what: string): Promise<Examined> {
  const pages = await openRecordPages(address)
  try {
    const verdict = await verifyRecord(pages)
    if (!verdict.ok) throw new BackupRefused(`The record of ${what} is broken: ${wordsFor(verdict.broken)}`)
    const lines: string[] = []
    for await (const page of pages.heads(PAGE))
      for (const { hash, seq, stream } of page) lines.push(`${hash} ${seq} ${stream}\n`)
    const evidence = await namedFiles(pages)
    return { entries: verdict.entries, streams: verdict.streams, heads: lines.join(''), evidence }
  } finally {
    await pages.close()
  }
}

/** Every file that the record refers to, withdrawn or not, by SHA-256, with its length. */
export async function namedFiles(
  pages: Pick<Awaited<ReturnType<typeof openRecordPages>>, 'payloads'>,
): Promise<ReadonlyMap<string, number>> {
  const files = new Map<string, number>()
  for (const type of ENTRIES_WITH_FILES)
    for await (const page of pages.payloads(type, PAGE))
      for (const payload of page) {
        const file = fileNamedIn(payload)
        if (file) files.set(file.sha256, file.bytes)
      }
  return files
}

/** The evidence store's own layout below the data directory. */
export const evidenceFile = (dataDirectory: string, sha256: string) =>
  join(dataDirectory, 'evidence', sha256.slice(0, 2), sha256)

/** The nearest folder above that exists: where room is asked for and a name can be looked up. */
export function existingAbove(path: string): string {
  for (let folder = dirname(path); ; folder = dirname(folder)) if (existsSync(folder)) return folder
}
