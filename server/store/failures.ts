/** Prisma's code of an error, wherever it comes from; null for anything else. */
function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

/** A unique key stands in the way: somebody else was first. */
export function isTaken(error: unknown): boolean {
  const code = codeOf(error)
  if (code === 'P2002' || code?.startsWith('SQLITE_CONSTRAINT')) return true
  // A raw statement tells the database's own words; so does the trigger that keeps an entry's place.
  return (code === 'P2010' && /23505|Unique ?constraint/i.test(String(error))) || code === 'P2003'
}

/** Two transactions stood in each other's way, and this one was given up. */
export function lostRace(error: unknown): boolean {
  const code = codeOf(error)
  return code === 'P2034' || (code === 'P2010' && /40001|40P01/.test(String(error)))
}

// Not reachable, connection lost, lock not had in time, no connection free, transaction not begun or timed out.
const AWAY = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'ECONNREFUSED', 'ECONNRESET'])

/** The database could not take the work now; the same work may be tried again later. */
export function isAway(error: unknown): boolean {
  const code = codeOf(error)
  if (code !== null) return AWAY.has(code)
  // The PostgreSQL driver's own words where it gives no code.
  return (
    error instanceof Error &&
    /^(Connection terminated|timeout exceeded when trying to connect)/.test(error.message)
  )
}
