import { createHash, randomUUID } from 'node:crypto'
import { Readable, Transform } from 'node:stream'
import { FileStorage } from '@flystorage/file-storage'
import { LocalStorageAdapter } from '@flystorage/local-fs'
import { fileTypeFromBuffer } from 'file-type'
import { refuse } from '#domain/record/refusal.ts'
import type { EvidenceStore } from '#server/services/evidence.ts'

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

export function createEvidenceFiles(directory: string, limitBytes: number): EvidenceStore {
  const storage = new FileStorage(new LocalStorageAdapter(directory))
  const place = (sha256: string) => `${sha256.slice(0, 2)}/${sha256}`

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
      const temporary = `incoming/${randomUUID()}`
      try {
        stream.on('error', (error) => measure.destroy(error))
        await storage.write(temporary, stream.pipe(measure))
      } catch (error) {
        await storage.deleteFile(temporary)
        if (error instanceof TooLarge || measure.errored instanceof TooLarge)
          return refuse('evidence/too-large', { limit: Math.floor(limitBytes / 1_048_576) })
        throw error
      }
      const mediaType = bytes === 0 ? null : await sniff(Buffer.concat(head).subarray(0, SNIFF_BYTES))
      if (!mediaType || !ALLOWED.has(mediaType)) {
        await storage.deleteFile(temporary)
        return refuse('evidence/type-not-allowed')
      }
      const sha256 = hash.digest('hex')
      // Same content, same name: the second copy replaces the first byte for byte.
      await storage.moveFile(temporary, place(sha256))
      return { sha256, bytes, mediaType }
    },
    get: async (sha256) => Readable.from(await storage.read(place(sha256))),
  }
}
