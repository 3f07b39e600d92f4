import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a request was made by our own page: what keeps another site from using a signed-in person's
 * cookie, for forms and for the socket handshake alike.
 *
 * `Sec-Fetch-Site` and `Origin` are set by the browser and cannot be forged by a page; each that is present
 * must agree and one must be present, so a request without any proof is refused. Browsers send `Origin` with
 * every POST and with every WebSocket handshake.
 *
 * @param publicOrigin `https://host[:port]` where a proxy stands in front; else the host that was asked counts,
 *   as this process cannot know by which scheme it was reached.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, publicOrigin: string | undefined): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  const { origin } = headers
  if (origin === undefined) return site === 'same-origin'
  if (publicOrigin !== undefined) return origin === publicOrigin
  // `null` (sandboxed frames, data: pages) does not parse and is refused with the rest.
  return URL.canParse(origin) && new URL(origin).host === headers.host?.toLowerCase()
}
