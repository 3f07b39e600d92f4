import { createReadableStreamFromReadable } from '@remix-run/node'
import type { OpenedEvidence } from '#server/services/evidence.ts'

/** Types a browser may show by itself; everything else is saved to disk. */
const SHOWN = new Set(['application/pdf', 'image/jpeg', 'image/png', 'image/gif', 'image/webp', 'text/plain'])
const PLAYED = /^(audio|video)\//

/** RFC 6266: a plain name for old browsers, the true one in UTF-8. */
function disposition(way: 'inline' | 'attachment', fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\]/g, '_')
  const full = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${way}; filename="${plain}"; filename*=UTF-8''${full}`
}

/**
 * The bytes of a piece of evidence. Somebody else made them, so they may neither run as a page of ours nor be
 * taken for another type: sandboxed, not sniffed, framed by nobody, kept by no cache.
 */
export function evidenceResponse(piece: OpenedEvidence, request: Request): Response {
  const asked = new URL(request.url).searchParams.has('download')
  const shown = !asked && (SHOWN.has(piece.mediaType) || PLAYED.test(piece.mediaType))
  return new Response(createReadableStreamFromReadable(piece.stream), {
    headers: {
      'Content-Type': piece.mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : piece.mediaType,
      'Content-Length': String(piece.bytes),
      'Content-Disposition': disposition(shown ? 'inline' : 'attachment', piece.fileName),
      'Content-Security-Policy':
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'private, no-store',
    },
  })
}
