/** Without 0/O, 1/I/L and the like: read from a projector and typed on a phone. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const LENGTH = 6

/** A code for the big screen; `chance` must be cryptographic. */
export function newCheckInCode(chance: () => number): string {
  return Array.from({ length: LENGTH }, () => LETTERS[Math.floor(chance() * LETTERS.length)]).join('')
}

/**
 * Whether what was typed is the code: letters in either case, blanks ignored, and the full-width forms that a
 * Chinese input method gives taken for what they mean. An empty code never matches.
 */
export function isCheckInCode(code: string, typed: string): boolean {
  const plain = typed.normalize('NFKC').replaceAll(/\s/gu, '').toUpperCase()
  return code !== '' && plain === code.toUpperCase()
}
