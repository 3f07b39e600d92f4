import * as Y from 'yjs'
import { LIMITS } from '#protocol/limits.ts'

/** Beyond so many pieces they are merged, so that a long time offline does not grow a long list. */
const MOST_PIECES = 100

/** Own edits that the server has not acknowledged, in the order they were made. */
export class Unsent {
  private pieces: Uint8Array[] = []
  private underWay = 0

  get isEmpty(): boolean {
    return this.pieces.length === 0
  }

  get all(): readonly Uint8Array[] {
    return this.pieces
  }

  add(update: Uint8Array): void {
    this.pieces.push(update)
    if (this.pieces.length - this.underWay <= MOST_PIECES) return
    const waiting = this.pieces.splice(this.underWay)
    this.pieces.push(...merged(waiting))
  }

  /** Edits of earlier pages: they come before what is typed here. */
  addBefore(updates: readonly Uint8Array[]): void {
    this.pieces.unshift(...updates)
  }

  /** The next frame: as much as fits; none while one is under way. */
  take(): Uint8Array | null {
    if (this.underWay > 0 || this.isEmpty) return null
    let bytes = 0
    let count = 0
    for (const piece of this.pieces) {
      bytes += piece.byteLength
      if (count > 0 && bytes > LIMITS.updateBytes * 0.9) break
      count++
    }
    this.underWay = count
    return Y.mergeUpdates(this.pieces.slice(0, count))
  }

  /** Everything is under way in one frame of another making. */
  takeAll(): void {
    this.underWay = this.pieces.length
  }

  acknowledged(): void {
    this.pieces.splice(0, this.underWay)
    this.underWay = 0
  }

  /** The frame is lost or refused: all of it waits again. */
  failed(): void {
    this.underWay = 0
  }

  clear(): void {
    this.pieces = []
    this.underWay = 0
  }
}

/** One update if it fits a frame, else the pieces as they are: Yjs cannot cut an update in two. */
function merged(pieces: readonly Uint8Array[]): readonly Uint8Array[] {
  const total = pieces.reduce((sum, piece) => sum + piece.byteLength, 0)
  return total < LIMITS.updateBytes / 2 ? [Y.mergeUpdates([...pieces])] : pieces
}
