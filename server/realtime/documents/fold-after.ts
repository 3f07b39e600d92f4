/** Rows behind a snapshot before they are folded into a new one: keeps a load within a few milliseconds. */
const LEAST = 200
const MOST = 2_000
/** A snapshot costs by its size, 25 ms for 50,000 edits: every 200 rows that was more than all else an edit costs. */
const BYTES_A_ROW = 300

/** @param bytes of the snapshot that stands; 0 for none */
export function foldAfter(bytes: number): number {
  return Math.min(MOST, Math.max(LEAST, Math.ceil(bytes / BYTES_A_ROW)))
}
