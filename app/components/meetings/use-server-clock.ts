import { useCallback, useState, useSyncExternalStore } from 'react'

/** Smaller differences are the way of the answer through the network, not a wrong clock. */
const NOTICEABLE_MS = 1_500
/** A page brought back from the browser's store is old; that says nothing about its clock. */
const FRESH_MS = 60_000

/**
 * The server's time in milliseconds. A phone's clock may be minutes off and the floor's timer must not be:
 * the difference is taken once, as the page comes up, from the time the loader put into it.
 */
export function useServerClock(loadedAt: string): () => number {
  const [ahead] = useState(() => {
    if (typeof document === 'undefined' || performance.now() > FRESH_MS) return 0
    const difference = Date.parse(loadedAt) - Date.now()
    return Math.abs(difference) > NOTICEABLE_MS ? difference : 0
  })
  return useCallback(() => Date.now() + ahead, [ahead])
}

const SECOND_MS = 1_000

function everyHalfSecond(tick: () => void): () => void {
  const timer = setInterval(tick, SECOND_MS / 2)
  return () => clearInterval(timer)
}

/** The clock as a whole second that moves; null on the server, where no clock runs. */
export function useTick(now: () => number): number | null {
  return useSyncExternalStore<number | null>(
    everyHalfSecond,
    () => Math.floor(now() / SECOND_MS) * SECOND_MS,
    () => null,
  )
}
