import { WORD_TYPE } from '#domain/cases/evidence-shown.ts'
import type { ParsedType } from '#domain/search/file-types.ts'
import { MOST_WORD_BYTES } from '#domain/dossiers/word-limits.ts'
import { MOST_LETTERS } from '#domain/search/pages.ts'

const MB = 1_048_576

interface Limits {
  /** Of the file. A larger PDF is scanned pictures, which have no words; it is read whole. */
  readonly bytes: number
  /** What one file may make of a process before it is ended: a page can unpack to gigabytes. */
  readonly memory: number
  readonly heapMb: number
}

export const LIMITS: Readonly<Record<ParsedType, Limits>> = {
  'application/pdf': { bytes: 64 * MB, memory: 640 * MB, heapMb: 320 },
  // Its markup stands in memory as a tree; the same heap as where its words are shown.
  [WORD_TYPE]: {
    ...{ bytes: MOST_WORD_BYTES, memory: 1_024 * MB, heapMb: 768 },
  },
}
/** Of a plain text. No letter takes more than four. */
export const MOST_TEXT_BYTES = 4 * MOST_LETTERS
export const MOST_PAGES = 2_000
/** Of a processor: three hundred pages take some seconds. By the clock they may take minutes, for everybody else goes first. */
export const MOST_BUSY_MS = 30_000
/** By the clock. */
export const MOST_MS = 600_000
