import { createHash, randomBytes, randomInt } from 'node:crypto'

/** Without 0 O 1 I L U: what stands on paper is read out, copied by hand and typed on a telephone. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUP = 4
const LENGTH = 3 * GROUP
const CODE = new RegExp(`^[${SIGNS}]{${String(LENGTH)}}$`)

/** 256 bits, for the link. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the table keeps of a link: it is found by this, and so much chance needs no slow hash. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Twelve signs. The first group says which invitation it is; the other two, 39 bits, are the secret. */
export function newCode(): string {
  return Array.from({ length: LENGTH }, () => SIGNS.charAt(randomInt(SIGNS.length))).join('')
}

/** As it stands on paper: `4K7M-9XRT-W3QP`. */
export function codeOnPaper(code: string): string {
  return code.replace(new RegExp(`.{${String(GROUP)}}(?!$)`, 'g'), '$&-')
}

/** As it was typed: small letters, any dashes and spaces, full-width signs of an input method. Null: no code at all. */
export function codeFrom(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}·._]/gu, '')
    .toUpperCase()
  return CODE.test(code) ? code : null
}

/** By what the invitation of a code is found. */
export function numberOf(code: string): string {
  return code.slice(0, GROUP)
}
