import { randomBytes } from 'node:crypto'
import type { RequestHandler, Response } from 'express'
import helmet from 'helmet'

const nonces = new WeakMap<Response, string>()

/** The word that this answer's own inline scripts carry. */
export function nonceOf(response: Response): string {
  const known = nonces.get(response)
  if (known !== undefined) return known
  const made = randomBytes(16).toString('base64')
  nonces.set(response, made)
  return made
}

/** A host as it may stand in a header of ours: what a visitor writes there could otherwise add directives. */
const PLAIN_HOST = /^[a-zA-Z0-9.[\]:-]{1,255}$/

/**
 * Nothing but our own host is ever asked for anything, and no inline script runs without the nonce.
 * Styles are the exception (docs/adr/0009): Mantine positions by `style` attributes, and menus, dialogs and
 * the editor add `<style>` elements while they run, where no nonce can be given to them.
 * @param secure whether the public address is https (HSTS and isolation mean nothing elsewhere).
 */
export function securityHeaders(secure: boolean): RequestHandler {
  const others = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: secure && { maxAge: 15_552_000, includeSubDomains: false },
    // `no-referrer` makes browsers send `Origin: null` with our own forms; see same-origin.ts.
    referrerPolicy: { policy: 'same-origin' },
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
  })
  return (request, response, next) => {
    const host = request.headers.host ?? ''
    // Safari before 15.4 does not count ws: to 'self'.
    const sockets = PLAIN_HOST.test(host) ? ` ${secure ? 'wss' : 'ws'}://${host}` : ''
    response.set({
      'Content-Security-Policy': [
        "default-src 'self'",
        `script-src 'self' 'nonce-${nonceOf(response)}'`,
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "media-src 'self' blob:",
        "font-src 'self'",
        `connect-src 'self'${sockets}`,
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'self'",
      ].join('; '),
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    })
    others(request, response, next)
  }
}
