/** Messages that thousands may get alike are at least so long. */
const LEAST_BYTES = 512
const KEPT = 8

/**
 * The text of a message. What a server tells a thousand readers in the same words is compared with the last few, which
 * costs less than reading it again, and gives the same string: whoever makes something of it can keep that by the string.
 */
export class SameWords {
  private readonly kept: { readonly bytes: Buffer; readonly text: string }[] = []

  of(payload: Buffer): string {
    if (payload.length < LEAST_BYTES) return payload.toString('utf8')
    const known = this.kept.find(({ bytes }) => bytes.length === payload.length && bytes.equals(payload))
    if (known) return known.text
    const made = { bytes: Buffer.from(payload), text: payload.toString('utf8') }
    this.kept.unshift(made)
    if (this.kept.length > KEPT) this.kept.pop()
    return made.text
  }
}
