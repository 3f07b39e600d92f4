import { z } from 'zod'

/** "n of m have voted"; `voted` is null where a number would point at persons. */
export interface TurnoutLine {
  readonly pollId: string
  readonly voted: number | null
  readonly entitled: number
}

const withTurnout = z.object({
  turnout: z.array(z.object({ pollId: z.string(), voted: z.number().nullable(), entitled: z.number() })),
})

/** The turnout lines of a view; none where the view has none (a case, minutes). */
export function turnoutsOf(view: unknown): readonly TurnoutLine[] {
  const parsed = withTurnout.safeParse(view)
  return parsed.success ? parsed.data.turnout : []
}

/** Architecture §5: while a ballot is open, "n of m" at most twice a second. */
const LEAST_PAUSE_MS = 500

/** Calls back for a stream at once, then not before the pause is over, and once more if it ticked meanwhile. */
export class TurnoutClock {
  private readonly pausing = new Map<string, { again: boolean; timer: ReturnType<typeof setTimeout> }>()

  constructor(private readonly ring: (stream: string) => void) {}

  tick(stream: string): void {
    const pause = this.pausing.get(stream)
    if (pause) {
      pause.again = true
      return
    }
    const timer = setTimeout(() => {
      const again = this.pausing.get(stream)?.again
      this.pausing.delete(stream)
      if (again) this.tick(stream)
    }, LEAST_PAUSE_MS)
    timer.unref()
    this.pausing.set(stream, { again: false, timer })
    this.ring(stream)
  }

  stop(): void {
    for (const { timer } of this.pausing.values()) clearTimeout(timer)
    this.pausing.clear()
  }
}
