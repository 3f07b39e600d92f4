import type { IncomingMessage } from 'node:http'

/**
 * A page of another site may not open our socket with the visitor's cookie: browsers do not keep them from
 * trying (cross-site WebSocket hijacking), so the server does. Programs send no Origin and bring no cookie
 * that is not their own.
 */
export function isSameOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers
  if (origin === undefined) return true
  try {
    return new URL(origin).host === host
  } catch {
    return false
  }
}
