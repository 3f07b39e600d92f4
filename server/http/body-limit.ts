import type { Request } from 'express'

/** Forms are small; beyond this something else than a form is being sent. */
const FORM_BYTES = 1_048_576

/** Where a file is taken while it arrives, by its method, type and address; any other form stands in memory whole. */
const FILES: readonly (readonly [method: string, type: RegExp, path: RegExp])[] = [
  ['POST', /^multipart\/form-data/, /^\/cases\/[^/]+\/(evidence\/add|word\/[^/]+)$/],
  // A part by the tus protocol.
  ['PATCH', /^application\/offset\+octet-stream/, /^\/cases\/[^/]+\/evidence\/uploads\/[^/]+$/],
]

/** How many bytes this request may bring. Only people who are signed in send files. */
export function bodyLimit(request: Request, signedIn: boolean, uploadLimitBytes: number): number {
  const sent = request.headers['content-type'] ?? ''
  const carriesFile = FILES.some(
    ([method, type, path]) => method === request.method && type.test(sent) && path.test(request.path),
  )
  return signedIn && carriesFile ? uploadLimitBytes + FORM_BYTES : FORM_BYTES
}

/** Whether the request says itself that it is too large, before a byte of it is read. */
export function declaresMoreThan(request: Request, limit: number): boolean {
  return Number(request.headers['content-length'] ?? 0) > limit
}

/**
 * Cuts a request off that brings more than it may without having said so (chunked encoding). To be called in
 * the same turn as the body's reader is attached: a `data` listener starts the flow.
 */
export function cutOffBeyond(request: Request, limit: number): void {
  if (request.headers['content-length'] !== undefined) return
  let seen = 0
  request.on('data', (chunk: Buffer) => {
    seen += chunk.byteLength
    if (seen > limit) request.destroy(new Error('The request body is larger than allowed'))
  })
}
