import type { IncomingHttpHeaders } from 'node:http'

/**
 * Makes everything behind it see the one address the product is reached by. Remix and the socket's door
 * compare `Origin` with `X-Forwarded-Host` or `Host`, and URLs are built from them: where the public origin
 * is known a visitor cannot choose them, and a proxy that does not pass `Host` on does no harm.
 * Pages and the socket handshake (which never meets Express) both pass here.
 */
export function ownHost(
  publicOrigin: string | undefined,
  behindProxy: boolean,
): (headers: IncomingHttpHeaders) => void {
  const host = publicOrigin === undefined ? undefined : new URL(publicOrigin).host
  return (headers) => {
    if (!behindProxy || host !== undefined) delete headers['x-forwarded-host']
    if (host !== undefined) headers.host = host
  }
}
