const EVERY_MS = 1_000
const PATIENCE_MS = 5_000

/**
 * Sees when this node has not reached the database for five seconds: where there are other nodes, people are better
 * off there, and this node's own `/readyz` has kept newcomers away by then. Told again every five seconds.
 * @returns how to stop watching
 */
export function watchDatabase(ping: () => Promise<void>, onAway: () => void): () => void {
  let reachedAt = performance.now()
  const timer = setInterval(() => {
    ping().then(
      () => (reachedAt = performance.now()),
      () => undefined,
    )
    if (performance.now() - reachedAt < PATIENCE_MS) return
    reachedAt = performance.now()
    onAway()
  }, EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}
