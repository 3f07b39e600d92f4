import type { RequestHandler } from 'express'
import { refuse } from '#domain/record/refusal.ts'
import { refuseRequest } from './refuse-request.ts'
import { isSameOrigin } from './same-origin.ts'

const SAFE = new Set(['GET', 'HEAD'])
/** What pages use; everything else (TRACE, PROPFIND, …) has no meaning here. */
const KNOWN = new Set([...SAFE, 'POST', 'PUT', 'PATCH', 'DELETE'])

/** Refuses requests that would change something and do not come from our own page. */
export function sameOriginOnly(publicOrigin: string | undefined): RequestHandler {
  return (request, response, next) => {
    if (!KNOWN.has(request.method)) {
      response
        .status(405)
        .set('Allow', [...KNOWN].join(', '))
        .end()
    } else if (SAFE.has(request.method) || isSameOrigin(request.headers, publicOrigin)) {
      next()
    } else {
      refuseRequest(response, 403, refuse('auth/cross-origin'))
    }
  }
}

/** Refuses what would change something while the other nodes cannot be told of it; reading goes on. */
export function onlyWhileHeard(isCutOff: () => boolean): RequestHandler {
  return (request, response, next) => {
    if (SAFE.has(request.method) || !isCutOff()) next()
    else refuseRequest(response.set('Retry-After', '2'), 503, refuse('record/unavailable'))
  }
}
