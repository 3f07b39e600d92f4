import type { Database as DatabaseAddress } from '#server/env.ts'
import { EvidenceAway, type EvidencePlace } from '#server/store/evidence-place.ts'
import { openRecordPages } from '#server/store/record-pages.ts'
import { namedFiles } from './examine.ts'
import { measureStream } from './files.ts'

export interface CheckedEvidence {
  readonly files: number
  readonly bytes: number
  /** By SHA-256, as the record names them. */
  readonly missing: readonly string[]
  readonly changed: readonly string[]
  /** By address: named by no entry. The nightly sweep takes those that are older than a day. */
  readonly orphaned: readonly string[]
}

/**
 * Reads every file of evidence whole and compares it with the record; while the product runs, too.
 * @param tell one line for each fault, as it is found
 * @throws {EvidenceAway} where the place of evidence cannot be reached: nothing can be said of the files then
 */
export async function checkEvidence(
  address: DatabaseAddress,
  place: EvidencePlace,
  tell: (line: string) => void,
): Promise<CheckedEvidence> {
  // What lies there first: what is handed in meanwhile is then named and not looked for.
  const lying = await place.list()
  const pages = await openRecordPages(address)
  const names = await namedFiles(pages).finally(() => pages.close())
  const [missing, changed, orphaned]: [string[], string[], string[]] = [[], [], []]
  let read = 0
  for (const [sha256, bytes] of names) {
    const at = place.addressOf(sha256)
    const measured = await measurePiece(place, sha256)
    if (!measured) {
      missing.push(sha256)
      tell(`MISSING ${at}`)
      continue
    }
    read += measured.bytes
    if (measured.sha256 === sha256 && measured.bytes === bytes) continue
    changed.push(sha256)
    tell(`CHANGED ${at}: its content has the SHA-256 ${measured.sha256}`)
  }
  for (const { address: at, sha256 } of lying) {
    if (sha256 !== null && names.has(sha256)) continue
    orphaned.push(at)
    tell(`ORPHANED ${at}: no entry of the record names it`)
  }
  return { files: names.size, bytes: read, missing, changed, orphaned }
}

/** Null: it is not there, or the disk does not give it out. */
async function measurePiece(place: EvidencePlace, sha256: string) {
  try {
    const file = await place.read(sha256)
    return file && (await measureStream(file))
  } catch (error) {
    if (error instanceof EvidenceAway) throw error
    return null
  }
}
