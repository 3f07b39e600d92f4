/** Which rows of a document are in memory: all up to `upTo`, and some behind a hole. */
export class KnownRows {
  /** Behind the hole, in no order. */
  private beyond: (readonly [first: number, last: number])[] = []

  /** @param upTo the number of the last row without a hole before it; 0 for none */
  constructor(public upTo: number) {}

  /** Another node wrote rows that have not come yet. */
  get hasHole(): boolean {
    return this.beyond.length > 0
  }

  add(first: number, last: number): void {
    this.beyond.push([first, last])
    for (;;) {
      const next = this.beyond.findIndex(([begin]) => begin <= this.upTo + 1)
      if (next < 0) return
      const [[, end] = [0, 0]] = this.beyond.splice(next, 1)
      this.upTo = Math.max(this.upTo, end)
    }
  }
}
