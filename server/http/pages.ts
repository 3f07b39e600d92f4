import { once } from 'node:events'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { createReadableStreamFromReadable, createRequestHandler, type ServerBuild } from '@remix-run/node'
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from 'express'
import { guestMayAsk } from '#domain/people/guests.ts'
import { refuse } from '#domain/record/refusal.ts'
import type { Visitor } from '#server/app.ts'
import type { LoadContext } from '#server/load-context.ts'
import { bodyLimit, cutOffBeyond, declaresMoreThan } from './body-limit.ts'
import { refuseRequest } from './refuse-request.ts'

export interface PagesParts {
  readonly build: ServerBuild | (() => Promise<ServerBuild>)
  readonly production: boolean
  /** Where a proxy stands in front: the address that pages build their links from. */
  readonly origin: string | undefined
  readonly uploadLimitBytes: number
  visitorFrom(cookieHeader: string | null): Promise<Visitor | null>
  contextFor(request: ExpressRequest, response: ExpressResponse, visitor: Visitor | null): LoadContext
}

/**
 * Hands requests to Remix. Written out instead of taking `@remix-run/express`, which reads bodies without a
 * limit and writes answers without waiting for the reader: a large file for a slow line would be held in
 * memory whole (docs/adr/0008).
 */
export function pages({
  build,
  production,
  origin,
  uploadLimitBytes,
  visitorFrom,
  contextFor,
}: PagesParts): RequestHandler {
  const handle = createRequestHandler(build, production ? 'production' : 'development')

  async function answer(request: ExpressRequest, response: ExpressResponse): Promise<void> {
    const url = `${origin ?? `${request.protocol}://${request.headers.host ?? ''}`}${request.originalUrl}`
    // `GET http://elsewhere/` and `OPTIONS *` have no place here, nor has a request without a host.
    if (!request.originalUrl.startsWith('/') || !request.headers.host || !isReadable(url)) {
      refuseRequest(response, 400, refuse('input/invalid'))
      return
    }
    const visitor = await visitorFrom(request.headers.cookie ?? null)
    const address = withinBounds(visitor, request, url)
    if (address === null) {
      refuseRequest(response, 404, refuse('access/not-found'))
      return
    }
    const limit = bodyLimit(request, visitor !== null, uploadLimitBytes)
    if (declaresMoreThan(request, limit)) {
      // Reading on without keeping anything lets the browser see the answer instead of a broken line.
      request.resume()
      response.set('Connection', 'close')
      refuseRequest(response, 413, refuse('input/too-large', { megabytes: Math.floor(limit / 1_048_576) }))
      return
    }
    if (visitor?.cookie !== undefined) response.append('Set-Cookie', visitor.cookie)
    const left = new AbortController()
    response.once('close', () => {
      if (!response.writableFinished) left.abort()
    })
    const asked = toWebRequest(request, address, limit, left.signal)
    await send(response, await handle(asked, { ...contextFor(request, response, visitor) }), left.signal)
  }

  return (request, response, next) => {
    answer(request, response).catch((error: unknown) => {
      // The reader left while we wrote: nobody is there to be told.
      if (!response.destroyed) next(error)
    })
  }
}

/**
 * The one place that keeps a guest's pages to his hearing (S-63). Whatever else he asks to see is answered as `/` is, which
 * leads there; what he sends elsewhere is not found (null).
 */
function withinBounds(visitor: Visitor | null, { method }: ExpressRequest, url: string): string | null {
  const guestOf = visitor?.actor.guestOf
  const { pathname, origin } = new URL(url)
  if (guestOf === undefined || guestMayAsk(guestOf, pathname)) return url
  if (method !== 'GET' && method !== 'HEAD') return null
  return `${origin}${pathname.endsWith('.data') ? '/_root.data' : '/'}`
}

/**
 * Also past its percent signs: on `%ff` the router would write to the console, once for every part of the path, and on `/%5C`
 * no page could be made.
 */
function isReadable(url: string): boolean {
  if (!URL.canParse(url)) return false
  try {
    return URL.canParse(decodeURIComponent(new URL(url).pathname), url)
  } catch {
    return false
  }
}

function toWebRequest(request: ExpressRequest, url: string, limit: number, signal: AbortSignal): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of [value].flat()) if (one !== undefined) headers.append(name, one)
  }
  const init: RequestInit & { duplex?: 'half' } = { method: request.method, headers, signal }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    cutOffBeyond(request, limit)
    init.body = createReadableStreamFromReadable(request)
    init.duplex = 'half'
  }
  return new Request(url, init)
}

async function send(response: ExpressResponse, answer: Response, left: AbortSignal): Promise<void> {
  response.status(answer.status)
  response.setHeader('Cache-Control', 'private, no-store')
  for (const [name, value] of answer.headers) {
    if (name === 'set-cookie') response.append('Set-Cookie', value)
    else response.setHeader(name, value)
  }
  if (answer.body === null || response.req.method === 'HEAD') {
    await answer.body?.cancel()
    response.end()
    return
  }
  // Pages stream in small pieces that must leave at once, not when the compressor's buffer is full.
  const streamsPage = answer.headers.get('Content-Type')?.startsWith('text/') ?? false
  for await (const piece of answer.body as WebStream<Uint8Array>) {
    const goesOn = response.write(piece)
    if (streamsPage) (response as { flush?: () => void }).flush?.()
    if (!goesOn) await once(response, 'drain', { signal: left })
  }
  response.end()
}
