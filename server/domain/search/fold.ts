/** Everything but what folds to itself: small ASCII, digits, common Chinese and its punctuation stay as they are. */
const MAY_CHANGE = /[^\u0000-\u0040\u005b-\u007f\u3001-\u303f\u3400-\u9fff]/gu

/** A comma of full width stands in every sentence: what was folded lately is known. */
const known = new Map<string, string>()
const MOST_KNOWN = 4_096

function foldSign(sign: string): string {
  const before = known.get(sign)
  if (before !== undefined) return before
  const small = sign.normalize('NFKC').toLowerCase()
  // A sign that would become longer stays: a place in the folded text is the same place in the text.
  const folded = small.length === sign.length ? small : sign
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(sign, folded)
  return folded
}

/** Small letters and half-width forms, sign for sign: `ＡＢＣ` and `abc` are found by each other. */
export function foldText(text: string): string {
  return text.replace(MAY_CHANGE, foldSign)
}
