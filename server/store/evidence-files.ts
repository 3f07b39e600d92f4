import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileTypeFromBuffer } from 'file-type'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import type { EvidenceStore } from '#server/services/evidence.ts'
import type { Scan } from './clamd.ts'
import { EvidenceAway, type EvidencePlace } from './evidence-place.ts'

/** Read for sniffing; `file-type` asks for 4,100 bytes at the most. */
const SNIFF_BYTES = 4_100

/** What a piece of evidence may be. Anything a browser would run (HTML, SVG, scripts) is not on it. */
const ALLOWED: ReadonlySet<string> = new Set([
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/tiff',
  'audio/mpeg',
  'audio/wav',
  'audio/x-m4a',
  'audio/ogg',
  'video/mp4',
  'video/quicktime',
  'video/webm',
  'application/zip',
  'application/x-cfb',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'text/plain',
])

class TooLarge extends Error {}

/** The type by content, never by name. Text has no signature: UTF-8 without NUL and markup counts as text. */
async function sniff(head: Buffer): Promise<string | null> {
  const found = await fileTypeFromBuffer(head)
  if (found) return found.mime
  if (head.includes(0)) return null
  const text = head.toString('utf8')
  return /^\s*<(?:!doctype|html|svg|\?xml|script)/i.test(text) ? null : 'text/plain'
}

interface Parts {
  readonly place: EvidencePlace
  readonly limitBytes: number
  /** Without it nobody looks for viruses; with it, nothing is taken that it has not called clean. */
  readonly scan?: Scan | undefined
  /** Told why the place of evidence could not be used; who asked is told that it could not. */
  readonly failed?: (error: EvidenceAway) => void
}

/** Every file stands on this machine until it is whole, known by its hash and looked through; only then it goes to its place. */
export function createEvidenceFiles({ place, limitBytes, scan, failed }: Parts): EvidenceStore {
  function orRefused(error: unknown): Refusal {
    if (!(error instanceof EvidenceAway)) throw error
    failed?.(error)
    return refuse('evidence/store-away')
  }

  return {
    async put(stream) {
      const hash = createHash('sha256')
      const head: Buffer[] = []
      let bytes = 0
      const measure = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          if (bytes < SNIFF_BYTES) head.push(chunk)
          bytes += chunk.length
          hash.update(chunk)
          if (bytes > limitBytes) done(new TooLarge())
          else done(null, chunk)
        },
      })
      const temporary = join(place.incoming, randomUUID())
      try {
        await mkdir(place.incoming, { recursive: true })
        stream.on('error', (error) => measure.destroy(error))
        await pipeline(stream.pipe(measure), createWriteStream(temporary, { flush: true }))
        const mediaType = bytes === 0 ? null : await sniff(Buffer.concat(head).subarray(0, SNIFF_BYTES))
        if (!mediaType || !ALLOWED.has(mediaType)) return refuse('evidence/type-not-allowed')
        // After the writing: the line may be slower than a scanner waits.
        const verdict = await scan?.(createReadStream(temporary))
        if (verdict === 'infected') return refuse('evidence/infected')
        if (verdict === 'not-scanned') return refuse('evidence/not-scanned')
        const sha256 = hash.digest('hex')
        await place.keep(temporary, sha256)
        return { sha256, bytes, mediaType }
      } catch (error) {
        if (error instanceof TooLarge || measure.errored instanceof TooLarge)
          return refuse('evidence/too-large', { limit: Math.floor(limitBytes / 1_048_576) })
        return orRefused(error)
      } finally {
        await rm(temporary, { force: true })
      }
    },

    async get(sha256, part) {
      const file = await place.read(sha256, part).catch(orRefused)
      if (!file) throw new Error(`The file of evidence ${place.addressOf(sha256)} is missing.`)
      return file
    },
  }
}
