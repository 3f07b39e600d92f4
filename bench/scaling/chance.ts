/** Everything that is drawn in one simulation, from its seed (mulberry32). */
export class Chance {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
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
