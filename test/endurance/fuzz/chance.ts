import { seeded } from '../../realtime/support/seeded.ts'

/** Everything that is drawn in one run, from its seed. */
export class Chance {
  private readonly next: () => number

  constructor(seed: number) {
    this.next = seeded(seed)
  }

  /** 0 … limit − 1 */
  below(limit: number): number {
    return Math.floor(this.next() * limit)
  }

  oneOf<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T
  }

  bytes(most: number): Uint8Array<ArrayBuffer> {
    return Uint8Array.from({ length: this.below(most + 1) }, () => this.below(256))
  }
}
