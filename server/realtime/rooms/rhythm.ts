import { setTimeout as sleep } from 'node:timers/promises'

/** Below this many a room is told in a few milliseconds, and each of them hears at once. */
const LARGE = 100
/** A view costs about 0.1 ms: where something always happens, telling it takes a third of the time and not all of it. */
const REST_MS_A_VIEWER = 0.25
const MOST_REST_MS = 500

interface Turn {
  /** What is to be told when the rest is over, and who waits for it. */
  next: { readonly tell: () => Promise<void>; readonly told: () => void; readonly done: Promise<void> } | null
}

/**
 * When to tell a large room again. Telling a thousand takes a tenth of a second, and while they come in one after the other
 * nothing else would be done any more: so after each telling the room rests, and what comes meanwhile is told together.
 */
export class Rhythm {
  private readonly turns = new Map<string, Turn>()

  /** Resolves when `tell` has been done, or one like it that was asked for before. `tell` never rejects. */
  tell(room: string, viewers: number, tell: () => Promise<void>): Promise<void> {
    if (viewers < LARGE) return tell()
    const turn = this.turns.get(room)
    if (!turn) return this.begin(room, viewers, tell)
    if (!turn.next) {
      let told = () => {}
      const done = new Promise<void>((resolve) => (told = resolve))
      turn.next = { tell, told, done }
    }
    return turn.next.done
  }

  private begin(room: string, viewers: number, tell: () => Promise<void>): Promise<void> {
    const turn: Turn = { next: null }
    this.turns.set(room, turn)
    const telling = tell()
    void telling.then(async () => {
      await sleep(Math.min(viewers * REST_MS_A_VIEWER, MOST_REST_MS), undefined, { ref: false })
      this.turns.delete(room)
      if (turn.next) void this.begin(room, viewers, turn.next.tell).then(turn.next.told)
    })
    return telling
  }
}
