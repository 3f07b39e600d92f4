import { unzipSync } from 'fflate'
import { inMegabytes, MOST_UNPACKED_BYTES, MOST_WORD_BYTES } from '#domain/dossiers/word-limits.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'

/** What words need: pictures, fonts, macros and whatever else a file carries stay packed. */
const NEEDED = /^(\[Content_Types\]\.xml|(?:.*\/)?_rels\/[^/]*\.rels|word\/[^/]+\.xml)$/
const MAIN = /^word\/document\d*\.xml$/

export type Parts = Record<string, Uint8Array>

/**
 * The parts of a Word file that hold its words. How large they become is asked before they are unpacked, and nothing grows
 * beyond what the file announced: a bomb costs what it says or is cut off. Refusals: word/not-a-document, word/too-large.
 */
export function unpack(file: Uint8Array): Parts | Refusal {
  if (file.byteLength > MOST_WORD_BYTES)
    return refuse('word/too-large', { limit: inMegabytes(MOST_WORD_BYTES) })
  const parts = unzipped(file)
  if (isRefusal(parts)) return parts
  return Object.keys(parts).some((name) => MAIN.test(name)) ? parts : refuse('word/not-a-document')
}

function unzipped(file: Uint8Array): Parts | Refusal {
  let announced = 0
  try {
    const parts = unzipSync(file, {
      filter({ name, originalSize }) {
        if (!NEEDED.test(name)) return false
        announced += originalSize
        return announced <= MOST_UNPACKED_BYTES
      },
    })
    return announced <= MOST_UNPACKED_BYTES
      ? parts
      : refuse('word/too-large', { limit: inMegabytes(MOST_WORD_BYTES) })
  } catch {
    return refuse('word/not-a-document')
  }
}
