/** Every so often a node says that it is there. */
export const HEARTBEAT_MS = 500
/** A node serves for so long after having sent the newest message that came back to it. */
export const LEASE_MS = 2_000
/**
 * After so long without a word a neighbour counts as gone. Longer than the lease and what reading and a busy loop may
 * take: whoever is thought gone has stopped serving by itself before, and hears everything before it serves again.
 */
export const GONE_MS = 3_500
/** After so long a node that is cut off sends its people to the others. */
export const DISMISS_MS = 5_000

interface Neighbour {
  last: number
  seenAt: number
}

/**
 * `gap`: something of it was lost, or may have been while it counted as gone. `late`: older than one that was read
 * already, and made up for by then.
 */
export type Sighting = 'next' | 'gap' | 'late'

/** Who else is there, and whether anything of theirs is missing. Times are milliseconds of a clock that only goes on. */
export class Roster {
  private readonly neighbours = new Map<string, Neighbour>()

  get ids(): readonly string[] {
    return [...this.neighbours.keys()]
  }

  saw(id: string, n: number, now: number): Sighting {
    const known = this.neighbours.get(id)
    if (!known) {
      this.neighbours.set(id, { last: n, seenAt: now })
      return n === 1 ? 'next' : 'gap'
    }
    known.seenAt = now
    if (n <= known.last) return 'late'
    const sighting = n === known.last + 1 ? 'next' : 'gap'
    known.last = n
    return sighting
  }

  forget(id: string): boolean {
    return this.neighbours.delete(id)
  }

  /** Takes those off the list that have said nothing for too long. */
  dropSilent(now: number): readonly string[] {
    const silent = [...this.neighbours].filter(([, { seenAt }]) => now - seenAt > GONE_MS).map(([id]) => id)
    for (const id of silent) this.neighbours.delete(id)
    return silent
  }
}
