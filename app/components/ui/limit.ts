/** From nine tenths of the limit on the field counts along. */
const NEAR = 0.9

/** Counted as the rules count: without the blanks at both ends. */
export function fillOf(text: string, limit: number): { readonly count: number; readonly near: boolean } {
  const count = text.trim().length
  return { count, near: count >= limit * NEAR }
}

/** More than the rule takes: refused before it is sent, with everything typed left standing. */
export function exceeds(text: string, limit: number): boolean {
  return text.trim().length > limit
}

/** Of reasons, statements, proposals and corrections. */
export const REASON_LIMIT = 2000
