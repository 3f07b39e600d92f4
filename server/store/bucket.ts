import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import type { BucketAddress } from '#server/env.ts'
import { EvidenceAway } from './evidence-place.ts'

/** A part is held in memory until the bucket has it; ten thousand parts are allowed, so this carries 160 GB. */
const PART_BYTES = 16 * 1_048_576
const PARTS_AT_ONCE = 2
const CONNECTED_WITHIN_MS = 5_000
/** So long nothing may come or go on a line; a reader who pauses longer is served by a new request. */
const SILENCE_MS = 60_000
/** Every film that is looked at holds a line. */
const LINES = 256
/** A line that breaks so often without a byte in between is not taken up again. */
const BREAKS = 3

export interface Lying {
  readonly key: string
  readonly bytes: number
  readonly changed: Date
}

/** A bucket that speaks S3. Requests that fail are sent three times; then, and when it refuses us, everything here rejects with `EvidenceAway`. */
export function openBucket(address: BucketAddress) {
  // Its next versions want another Node; this one is pinned (docs/adr/0026), and the console belongs to what goes wrong.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true'
  const client = new S3Client({
    endpoint: address.endpoint,
    region: address.region,
    forcePathStyle: address.pathStyle,
    credentials: { accessKeyId: address.accessKey, secretAccessKey: address.secretKey },
    // Check sums at the end of a request are what Aliyun's, Huawei's and older servers refuse. What is sent is signed with its SHA-256.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      ...{ connectionTimeout: CONNECTED_WITHIN_MS, socketTimeout: SILENCE_MS },
      httpAgent: { keepAlive: true, maxSockets: LINES },
      httpsAgent: { keepAlive: true, maxSockets: LINES },
    },
  })
  const at = (key: string) => ({ Bucket: address.name, Key: key })

  /** Without its cause: the library hangs the whole request on it, signature and sockets too. */
  function away(error: unknown): EvidenceAway {
    const why = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    return new EvidenceAway(`The bucket ${address.name} at ${address.endpoint} cannot be used (${why}).`)
  }
  const done = async <Answer>(asked: Promise<Answer>) =>
    asked.catch((error: unknown) => {
      throw away(error)
    })
  /** A bucket that is not there is no missing file. */
  const orNone = async <Answer>(asked: Promise<Answer>) =>
    asked.catch((error: unknown) => {
      if (error instanceof Error && ['NoSuchKey', 'NotFound'].includes(error.name)) return null
      throw away(error)
    })

  async function get(key: string, range?: string) {
    const answer = await orNone(client.send(new GetObjectCommand({ ...at(key), Range: range })))
    if (answer === null) return null
    if (!(answer.Body instanceof Readable)) throw away(new Error('an answer without content'))
    return { body: answer.Body, bytes: answer.ContentLength ?? 0 }
  }

  return {
    /** Answers to whoever may look into it. */
    reach: async () => {
      await done(client.send(new ListObjectsV2Command({ Bucket: address.name, MaxKeys: 1 })))
    },

    /** Null: nothing lies there. */
    bytesAt: async (key: string) =>
      (await orNone(client.send(new HeadObjectCommand(at(key)))))?.ContentLength ?? null,

    /** In parts where it is large; nothing lies there before the last byte has arrived. */
    async put(key: string, file: string): Promise<void> {
      const body = createReadStream(file)
      const upload = new Upload({
        client,
        params: { ...at(key), Body: body },
        partSize: PART_BYTES,
        queueSize: PARTS_AT_ONCE,
      })
      await done(upload.done()).finally(() => body.destroy())
    },

    /** Goes on at the byte where the line broke. Null: nothing lies there. */
    async read(key: string, part?: { readonly start: number; readonly end: number }) {
      const first = await get(key, part && `bytes=${part.start}-${part.end}`)
      if (first === null) return null
      const start = part?.start ?? 0
      const end = start + first.bytes
      let { body } = first

      async function* chunks() {
        let [position, breaks] = [start, 0]
        for (;;) {
          const coming = body.iterator() as AsyncIterator<Buffer, undefined>
          let broke: unknown = new Error('the answer ended early')
          for (;;) {
            const next = await coming.next().catch((error: unknown) => {
              broke = error
              return null
            })
            if (next === null || next.done) break
            position += next.value.length
            breaks = 0
            yield next.value
          }
          if (position >= end) return
          breaks += 1
          if (breaks > BREAKS) throw away(broke)
          const again = await get(key, `bytes=${position}-${end - 1}`)
          if (again === null) throw away(broke)
          body = again.body
        }
      }

      const stream = Readable.from(chunks(), { objectMode: false })
      // Also where nobody has read a byte: the line would be held until it is silent for too long.
      stream.once('close', () => body.destroy())
      return stream
    },

    async list(prefix: string): Promise<readonly Lying[]> {
      const found: Lying[] = []
      const pages = paginateListObjectsV2({ client }, { Bucket: address.name, Prefix: prefix })
      try {
        for await (const { Contents = [] } of pages)
          for (const { Key, Size = 0, LastModified } of Contents)
            if (Key !== undefined && LastModified)
              found.push({ key: Key, bytes: Size, changed: LastModified })
      } catch (error) {
        throw away(error)
      }
      return found
    },

    /** At most 5 GB, as S3 has it. */
    copy: async (from: string, to: string) => {
      await done(client.send(new CopyObjectCommand({ ...at(to), CopySource: `${address.name}/${from}` })))
    },

    remove: async (key: string) => {
      await done(client.send(new DeleteObjectCommand(at(key))))
    },
  }
}
