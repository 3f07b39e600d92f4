import compression from 'compression'
import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler } from 'express'
import type { ServerBuild } from '@remix-run/node'
import type { App } from './app.ts'
import type { Env } from './env.ts'
import { healthz, readyz } from './http/health.ts'
import { metricsEndpoint } from './http/metrics-endpoint.ts'
import { ownHost } from './http/own-host.ts'
import { pages } from './http/pages.ts'
import { requestLog } from './http/request-log.ts'
import { nonceOf, securityHeaders } from './http/security-headers.ts'
import { onlyWhileHeard, sameOriginOnly } from './http/unsafe-requests.ts'
import type { Log } from './logging.ts'
import type { Metrics } from './metrics.ts'

export interface HttpParts {
  readonly env: Pick<
    Env,
    'production' | 'origin' | 'secure' | 'trustProxy' | 'metricsToken' | 'demo' | 'uploadLimitBytes'
  >
  readonly log: Log
  readonly metrics: Metrics
  readonly app: Pick<App, 'services' | 'signIn' | 'invited' | 'actorFrom' | 'ready' | 'isCutOff'>
  readonly build: ServerBuild | (() => Promise<ServerBuild>)
  /** What answers requests for files: the built ones, or Vite while developing. */
  readonly files: RequestHandler
}

/** Everything between the port and the pages, in the order in which a request meets it. */
export function createHttp({ env, log, metrics, app, build, files }: HttpParts): Express {
  const web = express()
  const hasProxy = env.trustProxy !== false
  web.disable('x-powered-by')
  web.disable('etag')
  web.set('trust proxy', env.trustProxy)

  web.use(requestLog(log, metrics, hasProxy))
  web.get('/healthz', healthz)
  web.get(
    '/readyz',
    readyz(() => app.ready()),
  )
  // Nobody but a proxy makes https of what we speak, so an https origin means that one is there.
  web.get(
    '/metrics',
    metricsEndpoint(metrics, { token: env.metricsToken, behindProxy: hasProxy || env.secure }),
  )
  const claimHost = ownHost(env.origin, hasProxy)
  web.use((request, _response, next) => {
    claimHost(request.headers)
    next()
  })
  web.use(files)
  web.use(securityHeaders(env.secure))
  web.use(sameOriginOnly(env.origin))
  web.use(onlyWhileHeard(() => app.isCutOff()))
  web.use(compression())
  web.use(
    pages({
      build,
      production: env.production,
      origin: env.origin,
      uploadLimitBytes: env.uploadLimitBytes,
      visitorFrom: (cookieHeader) => app.actorFrom(cookieHeader),
      contextFor: (request, response, visitor) => ({
        actor: visitor?.actor ?? null,
        language: visitor?.language ?? null,
        mustChangePassword: visitor?.mustChangePassword ?? false,
        services: app.services,
        signIn: app.signIn,
        invited: app.invited,
        nonce: nonceOf(response),
        requestId: idOf(request),
        demo: env.demo,
        uploadLimitBytes: env.uploadLimitBytes,
        address: request.ip ?? '',
        reportError: (error, where) => request.log.error({ err: error, ...where }, 'unknown error'),
      }),
    }),
  )
  web.use(brokenRequest)
  return web
}

/** What no page could answer. A person finds the request's number in the log; the log knows the rest. */
const brokenRequest: ErrorRequestHandler = (error: unknown, request, response, next) => {
  const status = statusOf(error)
  if (status >= 500) request.log.error({ err: error }, 'unknown error')
  if (response.headersSent) {
    next(error)
    return
  }
  response.status(status).set('Cache-Control', 'no-store').type('text/plain')
  response.send(`${status}  ${idOf(request)}\n`)
}

/** Ids are made in request-log.ts, as text. */
function idOf(request: Request): string {
  return typeof request.id === 'string' ? request.id : ''
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500
}
