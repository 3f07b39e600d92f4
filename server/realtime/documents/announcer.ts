import { SharedFrame } from '#protocol/frames.ts'
import type { LiveDocument } from './live-document.ts'
import { deliver, type Member } from './member.ts'

interface Committed {
  readonly update: Uint8Array
  /** Null for the server's own edits. */
  readonly from: Member | null
}

/**
 * How much longer than telling everybody once it takes from one telling to the next. Sixty readers cost half a
 * millisecond: a frame every seven, which nobody sees, costs a fifth of a frame for each change. A few readers wait for
 * nobody; where telling takes long itself the pause must grow with it, or nothing else would be done.
 */
const PAUSES = [
  { factor: 16, mostMs: 7 },
  { factor: 4, mostMs: 25 },
] as const
/** A shorter pause is no saving: the timer alone takes as long. */
const LEAST_PAUSE_MS = 1
/** How fast the measured cost follows a change. */
const WEIGHT = 0.2

/**
 * Tells the readers of a document what was committed: the first change at once, those that follow within the
 * pause together in one frame for all.
 */
export class Announcer {
  private readonly waiting = new Map<LiveDocument, Committed[]>()
  private readonly timers = new Set<ReturnType<typeof setTimeout>>()

  /** @param isCutOff other nodes may have taken access away: nothing goes out, and readers open anew afterwards */
  constructor(private readonly isCutOff: () => boolean) {}

  /** When the readers may be told next, by the monotonic clock. */
  dueAt(live: LiveDocument): number {
    return live.toldAt + pauseFor(live)
  }

  announce(live: LiveDocument, changes: readonly Committed[]): void {
    const waiting = this.waiting.get(live)
    if (waiting) {
      waiting.push(...changes)
      return
    }
    const pause = this.dueAt(live) - performance.now()
    if (pause < LEAST_PAUSE_MS) {
      this.tell(live, changes)
      return
    }
    this.waiting.set(live, [...changes])
    const timer = setTimeout(() => {
      this.timers.delete(timer)
      const all = this.waiting.get(live) ?? []
      this.waiting.delete(live)
      this.tell(live, all)
    }, pause)
    this.timers.add(timer)
  }

  /** What waits is committed: whoever comes back gets it with the text. */
  stop(): void {
    for (const timer of this.timers) clearTimeout(timer)
    this.timers.clear()
    this.waiting.clear()
  }

  private tell(live: LiveDocument, changes: readonly Committed[]): void {
    if (!this.isCutOff()) tell(live, changes)
  }
}

function pauseFor({ tellingMs }: LiveDocument): number {
  // For every change: nothing is allocated.
  let pause = 0
  for (const { factor, mostMs } of PAUSES) pause = Math.max(pause, Math.min(mostMs, tellingMs * factor))
  return pause < LEAST_PAUSE_MS ? 0 : pause
}

/** One frame for all who read the document; changes of one writer alone are not sent back to him. */
function tell(live: LiveDocument, changes: readonly Committed[]): void {
  const [first] = changes
  if (!first) return
  const started = performance.now()
  const writer = changes.every(({ from }) => from === first.from) ? first.from : null
  const updates = changes.map(({ update }) => update)
  const frame = new SharedFrame({ kind: 'updates', id: live.id, updates })
  for (const member of live.members) if (member !== writer) deliver(member, frame)
  live.toldAt = started
  live.tellingMs += (performance.now() - started - live.tellingMs) * WEIGHT
}
