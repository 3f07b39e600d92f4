import { seeded } from '../../scripts/seeded.ts'

/** Everything that is drawn in one simulation, from its seed. */
export class Chance {
  private readonly next: () => number

  constructor(seed: number) {
    this.next = seeded(seed)
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit)
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.next())
  }

  /** How many come where so many come on average (Knuth). */
  poisson(mean: number): number {
    const floor = Math.exp(-mean)
    let count = 0
    for (let left = this.next(); left > floor; left *= this.next()) count++
    return count
  }
}
