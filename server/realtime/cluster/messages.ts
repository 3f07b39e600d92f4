import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { z } from 'zod'

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

/** Rows of one document, `first` to `last`; without `rows` they are many bytes, to be read from the database. */
const rowsOf = z.object({
  name: z.string(),
  first: z.number(),
  last: z.number(),
  rows: z.array(z.object({ update: bytes, personId: z.string() })).nullable(),
})

/** Where people of one node have their cursors in one document: lines as in a presence frame (PROTOCOL.md). */
const presenceOf = z.object({ name: z.string(), lines: bytes })

const appended = z.object({
  stream: z.string(),
  caseIds: z.array(z.string()).optional(),
  recusedIds: z.array(z.string()).optional(),
  addsOnly: z.boolean().optional(),
})

const aboutDocuments = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rows'), changes: z.array(rowsOf) }),
  z.object({ kind: z.literal('presence'), of: z.array(presenceOf) }),
  /** Somebody came to a document who knows of no cursors yet. */
  z.object({ kind: z.literal('who'), name: z.string() }),
  /** Nobody writes into the document until `release`. */
  z.object({ kind: z.literal('hold'), name: z.string(), hold: z.string() }),
  z.object({ kind: z.literal('release'), hold: z.string() }),
])
export type DocumentNews = z.infer<typeof aboutDocuments>

/** Where somebody points on what is on stage in a hearing. */
const pointer = z.object({
  kind: z.literal('pointer'),
  hearingId: z.string(),
  page: z.number(),
  at: z.object({ x: z.number(), y: z.number() }).nullable(),
  stage: z.object({ evidenceId: z.string(), at: z.string() }),
})
export type PointerNews = z.infer<typeof pointer>

const announcement = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('appended'), changes: z.array(appended) }),
  z.object({ kind: z.literal('cast'), meetingId: z.string(), personId: z.string().nullable() }),
  z.object({ kind: z.literal('person'), personId: z.string() }),
  z.object({
    kind: z.literal('sessions'),
    personId: z.string(),
    reason: z.enum(['signed-out', 'expired', 'disabled', 'flooding', 'other-device', 'uninvited']),
  }),
  z.object({ kind: z.literal('session'), personId: z.string() }),
])
export type Announcement = z.infer<typeof announcement>

/** What nodes tell each other. All of it is news of what the database has already, or of what is never kept. */
const news = z.union([aboutDocuments, announcement, pointer])
export type News = z.infer<typeof news>

/** The first of a node's life, and every half second: it is there. `folder`: where it keeps files; older nodes do not say. */
const here = z.object({ kind: z.literal('here'), folder: z.string().optional() })
/** Messages that asked for it have been acted on: sender and number of each. */
const heard = z.object({ kind: z.literal('heard'), of: z.array(z.tuple([z.string(), z.number()])) })
const left = z.object({ kind: z.literal('left') })

const envelope = z.object({
  from: z.string(),
  /** 1, 2, 3 … of this sender, those that could not be sent included: a hole says that something is missing. */
  n: z.number(),
  /** The sender waits for `heard`. */
  asks: z.boolean(),
  body: z.union([news, here, heard, left]),
})
export type Envelope = z.infer<typeof envelope>

export function encodeEnvelope(message: Envelope): Uint8Array {
  return encoding.encode((encoder) => encoding.writeAny(encoder, message))
}

/** Throws on what no node of this version sends. */
export function decodeEnvelope(bytes: Uint8Array): Envelope {
  return envelope.parse(decoding.readAny(decoding.createDecoder(bytes)))
}
