// A stamp is written into the text itself, so that every server carries it without knowing: two signs that
// hardly occur in Yjs's bytes, the writer, and the moment in microseconds of this process's clock.

const MARK = '~@'
const WRITER = 2
const MOMENT = 9
const LENGTH = MARK.length + WRITER + MOMENT
const BASE = 36

export const nowMicros = () => Math.floor(performance.now() * 1_000)

export function stamp(writer: number, at: number): string {
  return MARK + writer.toString(BASE).padStart(WRITER, '0') + at.toString(BASE).padStart(MOMENT, '0')
}

/** -1 where the bytes are no number: then the mark was a coincidence. */
function read(payload: Buffer, from: number, digits: number): number {
  let value = 0
  for (let at = from; at < from + digits; at++) {
    const code = payload[at] ?? 0
    const digit = code >= 48 && code <= 57 ? code - 48 : code >= 97 && code <= 122 ? code - 87 : -1
    if (digit < 0) return -1
    value = value * BASE + digit
  }
  return value
}

/** Finds every stamp in a frame; a frame may carry many updates, joined in whatever way. */
export function eachStamp(payload: Buffer, found: (writer: number, at: number) => void): void {
  for (let at = payload.indexOf(MARK); at >= 0 && at + LENGTH <= payload.length;) {
    const writer = read(payload, at + MARK.length, WRITER)
    const moment = read(payload, at + MARK.length + WRITER, MOMENT)
    if (writer >= 0 && moment >= 0) found(writer, moment)
    at = payload.indexOf(MARK, at + MARK.length)
  }
}
