/** A proceeding called on the spot begins while its form is still being filled in. */
const GRACE_MS = 30 * 60_000
/** Nobody calls one for more than a year ahead; a year mistyped does. */
const FARTHEST_MS = 366 * 24 * 60 * 60_000

/** Whether a proceeding may be called for the moment (M-31, H-55). */
export function isAhead(startsAt: string, now: Date): boolean {
  const ahead = Date.parse(startsAt) - now.getTime()
  return ahead >= -GRACE_MS && ahead <= FARTHEST_MS
}
