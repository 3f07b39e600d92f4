import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestHandler } from 'express'
import { pinoHttp } from 'pino-http'
import type { Log } from '#server/logging.ts'
import type { Metrics } from '#server/metrics.ts'

const FOREIGN_ID = /^[A-Za-z0-9_-]{8,64}$/
const QUIET = /^\/(healthz|readyz|metrics|assets\/)/

/** The path alone: what stands behind `?` is what somebody searched for. */
function pathOf(request: { url?: string | undefined; originalUrl?: string }): string {
  return (request.originalUrl ?? request.url ?? '').split('?', 1)[0] ?? ''
}

/**
 * Gives every request an id (sent back as `X-Request-Id`, shown when something goes wrong) and logs a line
 * when it ends: method, path, status, duration. Headers, cookies and bodies are never logged.
 * @param trustsIds take the id from a proxy in front, so that its log and ours can be joined.
 */
export function requestLog(log: Log, metrics: Metrics, trustsIds: boolean): RequestHandler {
  const logged = pinoHttp<IncomingMessage, ServerResponse>({
    logger: log,
    quietReqLogger: true,
    genReqId(request, response) {
      const given = request.headers['x-request-id']
      const id = trustsIds && typeof given === 'string' && FOREIGN_ID.test(given) ? given : randomUUID()
      response.setHeader('X-Request-Id', id)
      return id
    },
    serializers: {
      req: (request: { id: string; method: string; url: string }) => ({
        method: request.method,
        path: pathOf(request),
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
    autoLogging: { ignore: (request) => QUIET.test(request.url ?? '') },
    customLogLevel: (_request, response, error) =>
      error || response.statusCode >= 500 ? 'error' : response.statusCode >= 400 ? 'warn' : 'info',
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request failed',
  })
  return (request, response, next) => {
    const stop = metrics.requestSeconds.startTimer({ method: request.method })
    response.once('close', () => stop({ status: `${Math.floor(response.statusCode / 100)}xx` }))
    logged(request, response)
    next()
  }
}
