import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy } from '@fastify/busboy'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'

export interface Upload {
  readonly fields: ReadonlyMap<string, readonly string[]>
  readonly fileName: string
  readonly stream: Readable
}

const LIMITS = {
  files: 1,
  fields: 60,
  parts: 62,
  fieldSize: 8_000,
  fieldNameSize: 100,
  headerPairs: 50,
  headerSize: 8_192,
}

/**
 * Reads a multipart form with one file, which goes on as a stream while it arrives: a film of a gigabyte never
 * stands in memory. Fields must come before the file. What the taker leaves unread is read to the end, so that
 * the browser gets the refusal and not a broken line.
 */
export async function receiveUpload<Answer>(
  request: Request,
  take: (upload: Upload) => Promise<Answer | Refusal>,
): Promise<Answer | Refusal> {
  const type = request.headers.get('Content-Type') ?? ''
  if (!request.body || !type.toLowerCase().startsWith('multipart/form-data')) return refuse('input/invalid')
  const fields = new Map<string, string[]>()
  let taken: Promise<Answer | Refusal> | null = null
  try {
    const parser = new Busboy({ headers: { 'content-type': type }, limits: LIMITS })
    parser.on('field', (name, value) => fields.set(name, [...(fields.get(name) ?? []), value]))
    parser.on('file', (_field, stream, fileName) => {
      if (!fileName) {
        stream.resume()
        return
      }
      taken = take({ fields, fileName, stream }).finally(() => stream.resume())
      // Waited for below; until then a failure must not count as unhandled.
      taken.catch(() => undefined)
      // A line that breaks in the middle ends the parser without an error on the file: say it there.
      parser.once('error', (error: Error) => stream.destroy(error))
    })
    await pipeline(Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]), parser)
  } catch {
    // Malformed, or broken off: whatever the taker made of it, nothing was finished by the sender.
    const answer = await (taken as Promise<Answer | Refusal> | null)?.catch(() => null)
    return answer && isRefusal(answer) ? answer : refuse('input/invalid')
  }
  return taken ?? refuse('input/invalid')
}
