import { createReadableStreamFromReadable, json, redirect } from '@remix-run/node'
import { inMegabytes, MOST_WORD_BYTES } from '#domain/dossiers/word-limits.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { OpenedEvidence } from '#server/services/evidence.ts'
import type { Opening } from '#server/services/evidence-openings.ts'
import type { WordFiles } from '#server/services/word-files.ts'
import { asksToGoOn, rangeIn } from './byte-range.ts'
import { disposition } from './disposition.ts'
import { orThrow, respondToRefusal, throwRefusal } from './respond-to-refusal.ts'

type Ask = (why: Opening) => Promise<OpenedEvidence | Refusal>

/**
 * Somebody else made the bytes, so they may neither run as a page of ours nor be taken for another type: sandboxed, not
 * sniffed, framed by nobody, kept by no cache and not compressed, as parts of them are counted.
 */
function headersOf({ mediaType, fileName }: OpenedEvidence, way: 'inline' | 'attachment') {
  return {
    'Content-Type': mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType,
    'Content-Disposition': disposition(way, fileName),
    'Accept-Ranges': 'bytes',
    'Content-Security-Policy':
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, no-store, no-transform',
  }
}

/** The bytes, or the part of them that is asked for. */
export async function evidenceResponse(
  piece: OpenedEvidence,
  { headers, method }: Request,
  way: 'inline' | 'attachment' = 'inline',
): Promise<Response> {
  const about = headersOf(piece, way)
  const part = rangeIn(headers, piece.bytes)
  if (part === 'unsatisfiable')
    return new Response(null, {
      status: 416,
      headers: { ...about, 'Content-Range': `bytes */${String(piece.bytes)}` },
    })
  // A file that is opened and read by nobody stays open.
  const body =
    method === 'HEAD' ? null : createReadableStreamFromReadable(orThrow(await piece.read(part ?? undefined)))
  if (part === null)
    return new Response(body, { headers: { ...about, 'Content-Length': String(piece.bytes) } })
  const { start, end } = part
  return new Response(body, {
    status: 206,
    headers: {
      ...about,
      'Content-Length': String(end - start + 1),
      'Content-Range': `bytes ${start}-${end}/${piece.bytes}`,
    },
  })
}

/** For loaders: a piece to look at. Who opens its bytes as a page is led to where they stand under his watermark. */
export async function showEvidence(request: Request, ask: Ask): Promise<Response> {
  if (request.headers.get('Sec-Fetch-Dest') === 'document')
    return redirect(`${new URL(request.url).pathname}/view`)
  const piece = orThrow(await ask({ as: 'shown', goesOn: asksToGoOn(request.headers) }))
  return evidenceResponse(piece, request)
}

/** For actions: a piece to keep, with the reason in the form. */
export async function saveEvidence(request: Request, ask: Ask): Promise<Response> {
  const reason = (await request.formData().catch(() => new FormData())).get('reason')
  const piece = await ask({ as: 'saved', reason: typeof reason === 'string' ? reason : '' })
  return isRefusal(piece) ? respondToRefusal(piece) : evidenceResponse(piece, request, 'attachment')
}

/** For loaders: the words of a piece that is a Word file. */
export async function showWords(ask: Ask, read: WordFiles['read']): Promise<Response> {
  const piece = orThrow(await ask({ as: 'words' }))
  // Before it stands in memory.
  if (piece.bytes > MOST_WORD_BYTES)
    throwRefusal(refuse('word/too-large', { limit: inMegabytes(MOST_WORD_BYTES) }))
  const words = orThrow(await read(await whole(orThrow(await piece.read()))))
  return json(words, { headers: { 'Cache-Control': 'private, no-store' } })
}

async function whole(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}
