export type Agreement = 'agree' | 'differ' | 'incomplete'

/**
 * Whether departments say the same: `differ` as soon as two differ, `agree` only when all have spoken.
 * It says nothing about who is right, and nothing is decided by it (REQ-186).
 */
export function agreementOf(said: readonly (string | null)[]): Agreement {
  const spoken = said.filter((word): word is string => word !== null)
  if (new Set(spoken).size > 1) return 'differ'
  return spoken.length === said.length && spoken.length > 0 ? 'agree' : 'incomplete'
}
