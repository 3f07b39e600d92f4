import canonicalize from 'canonicalize'

/** RFC 8785: one text per value, so that a hash over it can be checked by anybody, years later. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('not a JSON value')
  return text
}
