/** Between two questions whether the server answers: with jitter, so that a building does not come back in one instant. */
const pauseMs = () => 800 + Math.random() * 800
/** A proxy says so while nobody answers behind it. */
const NOBODY_BEHIND = new Set([502, 503, 504])
const FROM_THE_PRODUCT = ['X-Remix-Response', 'X-Remix-Catch', 'X-Remix-Error']

let waits = 0
const watchers = new Set<() => void>()

/** Whether anything of the page waits for the server, for `useSyncExternalStore`. */
export const serverWaits = {
  subscribe(watcher: () => void): () => void {
    watchers.add(watcher)
    return () => void watchers.delete(watcher)
  },
  isWaiting: () => waits > 0,
}

function count(by: 1 | -1): void {
  waits += by
  for (const watcher of watchers) watcher()
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      window.removeEventListener('online', end)
      resolve()
    }
    const timer = setTimeout(end, pauseMs())
    window.addEventListener('online', end)
  })
}

/** Resolves when the server answers; rejects with an AbortError when nobody waits any more. */
export async function serverAnswers(signal?: AbortSignal | null): Promise<void> {
  count(1)
  try {
    for (;;) {
      const answer = await fetch('/healthz', { cache: 'no-store' }).catch(() => null)
      if (signal?.aborted) throw new DOMException('', 'AbortError')
      if (answer?.ok) return
      await pause()
    }
  } finally {
    count(-1)
  }
}

/** Data of a page; what is sent only with a command's id, which the server carries out once however often it comes. */
function mayRepeat(address: RequestInfo | URL, init: RequestInit | undefined): boolean {
  if (!new URL(address instanceof Request ? address.url : address, location.href).pathname.endsWith('.data'))
    return false
  if (!init?.method || init.method === 'GET') return true
  const { body } = init
  return (body instanceof FormData || body instanceof URLSearchParams) && body.has('commandId')
}

const cameBack = (response: Response) =>
  !NOBODY_BEHIND.has(response.status) || FROM_THE_PRODUCT.some((name) => response.headers.has(name))

/**
 * The router answers a request that finds no server with the error page, and what was typed goes with the form. Here
 * such a request waits until the server answers and is then sent again; the page says so (`ServerWait`). Returns how to stop.
 */
export function waitForServer(window: Window & typeof globalThis): () => void {
  const before = window.fetch
  const plainFetch = before.bind(window)
  window.fetch = async (address, init) => {
    if (!mayRepeat(address, init)) return plainFetch(address, init)
    for (;;) {
      const response = await plainFetch(address, init).catch((error: unknown) => {
        if (error instanceof TypeError) return null
        throw error
      })
      if (response && cameBack(response)) return response
      count(1)
      await pause().finally(() => count(-1))
      await serverAnswers(init?.signal)
    }
  }
  return () => {
    window.fetch = before
  }
}
