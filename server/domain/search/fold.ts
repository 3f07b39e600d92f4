/** Everything but what folds to itself: small ASCII, digits, common Chinese and its punctuation stay as they are. */
const MAY_CHANGE = /[^\u0000-\u0040\u005b-\u007f\u3001-\u303f\u3400-\u9fff]/gu

function foldSign(sign: string): string {
  const folded = sign.normalize('NFKC').toLowerCase()
  // A sign that would become longer stays: a place in the folded text is the same place in the text.
  return folded.length === sign.length ? folded : sign
}

/** Small letters and half-width forms, sign for sign: `ＡＢＣ` and `abc` are found by each other. */
export function foldText(text: string): string {
  return text.replace(MAY_CHANGE, foldSign)
}
