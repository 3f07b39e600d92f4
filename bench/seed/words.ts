/** Reproducible: the same number gives the same fraction in [0, 1). */
function fraction(seed: number): number {
  let bits = Math.imul(seed ^ (seed >>> 16), 0x45d9f3b)
  bits = Math.imul(bits ^ (bits >>> 16), 0x45d9f3b)
  return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32
}

const KINDS_OF_WORDS = 6_000
const FIRST_SIGN = 0x4e00
const SIGNS = 3_500
const sign = (seed: number) => String.fromCharCode(FIRST_SIGN + Math.floor(fraction(seed) * SIGNS))

/** The n-th commonest word: two characters, as most Chinese words have. */
export const word = (rank: number) => sign(rank * 2 + 1) + sign(rank * 2 + 2)

/** Words by their frequency in texts: a few stand everywhere, most are rare. */
export function textOf(seed: number, length: number): string {
  let text = ''
  for (let at = 0; text.length < length; at++) {
    text += word(Math.floor(fraction(seed * 1_009 + at) ** 3 * KINDS_OF_WORDS))
    if (at % 9 === 8) text += at % 27 === 26 ? '。' : '，'
  }
  return text
}

/** What people look for: each a word or two, a number, a name; some stand nowhere. */
export function looksFor(round: number): readonly string[] {
  const some = (from: number, to: number, count: number) =>
    Array.from(
      { length: count },
      (_, at) => from + Math.floor(fraction(round * 97 + at + from) * (to - from)),
    )
  return [
    ...some(0, 20, 10).map((rank) => word(rank).slice(0, 1)),
    ...some(0, 60, 20).map(word),
    ...some(60, 1_000, 20).map(word),
    ...some(1_000, KINDS_OF_WORDS, 20).map(word),
    ...some(0, 200, 15).map((rank) => word(rank) + word(rank + 7)),
    ...some(0, 300, 15).map((rank) => `${word(rank)} ${word(rank + 31)}`),
    ...some(400, 90_000, 15).map((ordinal) => `${ordinal}号`),
    ...some(0, 3_000, 5).map((rank) => `${word(rank)}龘`),
  ]
}
