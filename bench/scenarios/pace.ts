import { nowMicros } from '../wire/stamp.ts'

/**
 * Calls `act` in turn for 0, 1, … `actors - 1`, `perSecond` times a second in all, evenly. Late calls are made
 * up for, so that a stall of the generator does not lower the load.
 * @returns the latest that a call was, in milliseconds
 */
export async function pace(
  actors: number,
  perSecond: number,
  seconds: number,
  act: (actor: number) => void,
): Promise<number> {
  const began = nowMicros()
  const calls = Math.round(perSecond * seconds)
  let latest = 0
  for (let call = 0; call < calls;) {
    const due = began + (call * 1_000_000) / perSecond
    const now = nowMicros()
    if (now >= due) {
      latest = Math.max(latest, now - due)
      act(call++ % actors)
    } else
      await new Promise((resolve) => (due - now > 1_500 ? setTimeout(resolve, 1) : setImmediate(resolve)))
  }
  return latest / 1_000
}

export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Waits until it holds; false when it does not in time. */
export async function until(holds: () => boolean, limitMs: number): Promise<boolean> {
  const deadline = performance.now() + limitMs
  while (!holds()) {
    if (performance.now() > deadline) return false
    await sleep(5)
  }
  return true
}

/** Some at a time: as people come, and so that nobody's backlog of connections overflows. */
export async function inGroups<T, R>(
  list: readonly T[],
  size: number,
  work: (one: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  for (let at = 0; at < list.length; at += size)
    results.push(...(await Promise.all(list.slice(at, at + size).map((one, index) => work(one, at + index)))))
  return results
}
