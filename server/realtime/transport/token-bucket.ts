/** So many a second on average, and a burst saved up while nothing came. */
export class TokenBucket {
  private tokens: number
  private at: number

  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
    private readonly now: () => number,
  ) {
    this.tokens = burst
    this.at = now()
  }

  take(): boolean {
    const at = this.now()
    // A clock set back must not lock anybody out.
    const elapsed = Math.max(0, at - this.at)
    this.at = at
    this.tokens = Math.min(this.burst, this.tokens + (elapsed / 1000) * this.perSecond)
    if (this.tokens < 1) return false
    this.tokens--
    return true
  }
}
