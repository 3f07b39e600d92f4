import { createHash, timingSafeEqual } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import { refuse } from '#domain/record/refusal.ts'
import type { Metrics } from '#server/metrics.ts'
import { refuseRequest } from './refuse-request.ts'

export interface MetricsAccess {
  readonly token: string | undefined
  /** A proxy stands in front: then everybody arrives from its address, which may well be loopback. */
  readonly behindProxy: boolean
}

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/
const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'via',
]

const digest = (text: string) => createHash('sha256').update(text).digest()

/** By token from anywhere; without one only straight from this machine, never on the word of a header. */
function mayRead(request: Request, { token, behindProxy }: MetricsAccess): boolean {
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (token !== undefined && given !== undefined) return timingSafeEqual(digest(given), digest(token))
  // The socket's own address: `request.ip` follows X-Forwarded-For, which anybody can write.
  const direct =
    LOOPBACK.test(request.socket.remoteAddress ?? '') && FORWARDED.every((name) => !(name in request.headers))
  return direct && !behindProxy
}

/** `/metrics` in the Prometheus text format. */
export function metricsEndpoint(metrics: Metrics, access: MetricsAccess): RequestHandler {
  return (request, response, next) => {
    if (!mayRead(request, access)) {
      refuseRequest(response, 403, refuse('access/denied'))
      return
    }
    metrics.registry.metrics().then((text) => {
      response.set('Content-Type', metrics.registry.contentType).set('Cache-Control', 'no-store').send(text)
    }, next)
  }
}
