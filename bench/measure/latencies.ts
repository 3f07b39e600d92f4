const SLICE_MICROS = 20
const SLICES = 500_000

/** A million latencies a round would burden the generator; counted in slices of 20 µs up to 10 s they do not. */
export class Latencies {
  count = 0
  private readonly slices = new Uint32Array(SLICES + 1)

  add(micros: number): void {
    this.count++
    const slice = Math.min(SLICES, Math.max(0, Math.floor(micros / SLICE_MICROS)))
    this.slices[slice] = (this.slices[slice] ?? 0) + 1
  }

  /** Milliseconds. */
  percentile(share: number): number {
    let left = Math.max(1, Math.ceil(this.count * share))
    for (let slice = 0; slice <= SLICES; slice++) {
      left -= this.slices[slice] ?? 0
      if (left <= 0) return ((slice + 0.5) * SLICE_MICROS) / 1_000
    }
    return Number.NaN
  }
}
