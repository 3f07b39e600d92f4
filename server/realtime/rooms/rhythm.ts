import { setTimeout as sleep } from 'node:timers/promises'

/** Nobody waits longer than this for what came while the others were being told. */
const MOST_REST_MS = 500

interface Turn {
  /** What is to be told when the rest is over, and who waits for it. */
  next: { readonly tell: () => Promise<void>; readonly told: () => void; readonly done: Promise<void> } | null
}

/**
 * When to tell a room again. Telling a handful takes a millisecond and they hear at once; telling a thousand takes a tenth of
 * a second, and where something is always happening nothing else would be done any more: so after each telling the room
 * rests as long as it took, and what comes meanwhile is told together.
 */
export class Rhythm {
  private readonly turns = new Map<string, Turn>()

  /** Resolves when `tell` has been done, or one like it that was asked for later. `tell` never rejects. */
  tell(room: string, tell: () => Promise<void>): Promise<void> {
    const turn = this.turns.get(room)
    if (!turn) return this.begin(room, tell)
    if (!turn.next) {
      let told = () => {}
      const done = new Promise<void>((resolve) => (told = resolve))
      turn.next = { tell, told, done }
    }
    return turn.next.done
  }

  private begin(room: string, tell: () => Promise<void>): Promise<void> {
    const turn: Turn = { next: null }
    this.turns.set(room, turn)
    const began = performance.now()
    const telling = tell()
    void telling.then(async () => {
      const took = performance.now() - began
      await sleep(Math.min(took, MOST_REST_MS), undefined, { ref: false })
      this.turns.delete(room)
      if (turn.next) void this.begin(room, turn.next.tell).then(turn.next.told)
    })
    return telling
  }
}
