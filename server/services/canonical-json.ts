import canonicalize from 'canonicalize'

/** A text that cannot stand in the record: half a character, or NUL, which PostgreSQL does not store. */
export class NotStorable extends Error {
  override readonly name = 'NotStorable'
}

/**
 * RFC 8785: one text per value, so that a hash over it can be checked by anybody, years later.
 * @throws {NotStorable}
 */
export function canonicalJson(value: unknown): string {
  let text: string | undefined
  try {
    text = canonicalize(value)
  } catch (error) {
    if (error instanceof Error && error.message.includes('surrogate')) throw new NotStorable(error.message)
    throw error
  }
  if (text === undefined) throw new TypeError('not a JSON value')
  // An even number of backslashes before it: the escape itself, not somebody's typed backslash.
  if (/(?<!\\)(?:\\\\)*\\u0000/.test(text)) throw new NotStorable('NUL in a text')
  return text
}
