import { z } from 'zod'
import type { CommentChanges } from '#domain/comments/view.ts'
import type { Refusal, RefusalCode } from '#domain/record/refusal.ts'
import type { SeenRemark } from '#domain/remarks/view.ts'

export const commandId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/)
/** `case/<id>`, `hearing/<id>`, `meeting/<id>`, `minutes/<id>` */
export const stream = z.string().regex(/^(case|hearing|meeting|minutes)\/[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/)
/**
 * And what nobody joins as a room: the live comments of a hearing (`comments/<id>`), and the remarks on a document of a
 * dossier (`remarks/<document name>`).
 */
const commandStream = z
  .string()
  .regex(
    /^((case|comments|hearing|meeting|minutes)\/[A-Za-z0-9][A-Za-z0-9_.-]{0,63}|remarks\/case\/[A-Za-z0-9][A-Za-z0-9_.-]{0,63}\/[a-z0-9][A-Za-z0-9_.-]{0,79})$/,
  )
/** `<noun>/<id>/<part>`: the unit of access. */
export const documentName = z
  .string()
  .regex(/^(case|hearing|minutes|template)\/[A-Za-z0-9][A-Za-z0-9_.-]{0,63}\/[a-z0-9][A-Za-z0-9_.-]{0,79}$/)
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

/**
 * Sent in the handshake. `personId` is no identity, that comes from the cookie alone; it is whom the page
 * was made for, so that a page left open is refused when somebody else has signed in since.
 */
export const handshake = z.object({
  protocol: z.number().int(),
  personId: z.string().max(64).optional(),
  /** The client reads the frames of live texts (frames.ts); without it they come as events. */
  frames: z.literal(1).optional(),
})

/** Why a socket is not let in, by name, as the message of `connect_error`. */
export const CONNECT_REFUSALS = [
  'protocol/mismatch',
  'auth/required',
  'auth/other-person',
  'auth/cross-origin',
  'record/unavailable',
] as const
export type ConnectRefusal = (typeof CONNECT_REFUSALS)[number]

export const joinRoom = z.object({ stream, audience: z.enum(['person', 'screen']).default('person') })
export const leaveRoom = z.object({ stream })
export const sendCommand = z.object({ stream: commandStream, commandId, command: z.unknown() })
export const cast = z.object({
  meetingId: z.string().max(64),
  commandId,
  pollId: z.string().max(64),
  choice: z.string().max(20),
})
const hearingId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/)
/**
 * `after`: the entry up to which the page knows the comments; 0 for nothing. The screen reads what all may, whoever opened it.
 */
export const joinComments = z.object({
  hearingId,
  after: z.number().int().min(0),
  audience: z.enum(['person', 'screen']).default('person'),
})
export const leaveComments = z.object({ hearingId })
const thousandth = z.number().int().min(0).max(1000)
/** Where the presenter points on the page that is on stage, in thousandths of its width and height; null: nowhere any more. */
export const pointOnStage = z.object({
  hearingId,
  page: z.number().int().min(1).max(100_000),
  at: z.object({ x: thousandth, y: thousandth }).nullable(),
})
export type PointOnStage = z.infer<typeof pointOnStage>
/** `after`: the entry up to which the page knows the remarks on the document; 0 for nothing. */
export const joinRemarks = z.object({ name: documentName, after: z.number().int().min(0) })
export const leaveRemarks = z.object({ name: documentName })
export const askReaders = z.object({ name: documentName })
export const openDocument = z.object({ name: documentName, stateVector: bytes })
/** `id` is the number the server gave the document on this socket. */
export const documentUpdate = z.object({ id: z.number().int().min(0), update: bytes })
export const documentPresence = z.object({ id: z.number().int().min(0), update: bytes })
export const closeDocument = z.object({ id: z.number().int().min(0) })

export type Answer<T> =
  ({ readonly ok: true } & T) | { readonly ok: false; readonly refusal: Refusal; readonly incident?: string }

export type DocumentMode = 'write' | 'read'

export type Audience = z.infer<typeof joinRoom>['audience']

/** An opened document: what the asker lacks, and what the server has, so that the asker can send the rest. */
export interface OpenedDocument {
  readonly id: number
  readonly mode: DocumentMode
  readonly update: Uint8Array
  readonly stateVector: Uint8Array
  /** `update` is the first piece; the rest is in the frame right behind the answer. */
  readonly more?: true
}

/** What changed among the live comments of a hearing, as far as the reader may know it. */
export interface ToldComments extends CommentChanges {
  readonly hearingId: string
  readonly seq: number
  /** Everything there is: what the page knew before is forgotten. */
  readonly whole: boolean
}

/** What changed among the remarks on a document, as far as the reader may know it, and what he may do there. */
export interface ToldRemarks {
  readonly name: string
  readonly seq: number
  readonly remarks: readonly SeenRemark[]
  /** What the page knew before is forgotten. */
  readonly whole: boolean
  /** There is more; it comes unasked. */
  readonly more: boolean
  /** Why he can say nothing; null: he can. */
  readonly silenced: RefusalCode | null
  /** Why he can suggest no other words; null: he can. */
  readonly unsuggesting: RefusalCode | null
  /** Resolves what others remarked. */
  readonly settles: boolean
  /** Accepts and refuses suggestions. */
  readonly writes: boolean
  /** Sees also what was remarked before the opinion was submitted; where it changes the page asks anew. */
  readonly own: boolean
  /** The person concerned reads along. */
  readonly applicantReads: boolean
}

export interface DocumentReader {
  readonly id: string
  readonly name: string
  readonly bodyName: string | null
}

/** The last two are told to guests: he entered with another device; his invitation was revoked or issued anew. */
export type SessionEnd = 'signed-out' | 'expired' | 'disabled' | 'flooding' | 'other-device' | 'uninvited'

/** What the browser may send; each is answered once, after commit where something is written. */
export interface ClientToServer {
  'room/join': (
    message: unknown,
    answer: (a: Answer<{ seq: number; view: unknown; shared?: object }>) => void,
  ) => void
  'room/leave': (message: unknown) => void
  'room/command': (message: unknown, answer: (a: Answer<{ seq: number }>) => void) => void
  'ballot/cast': (message: unknown, answer: (a: Answer<{ receipt: string }>) => void) => void
  'comments/join': (message: unknown, answer: (a: Answer<ToldComments>) => void) => void
  'comments/leave': (message: unknown) => void
  'stage/point': (message: unknown) => void
  'remarks/join': (message: unknown, answer: (a: Answer<ToldRemarks>) => void) => void
  'remarks/leave': (message: unknown) => void
  'remarks/readers': (
    message: unknown,
    answer: (a: Answer<{ readers: readonly DocumentReader[] }>) => void,
  ) => void
  'document/open': (message: unknown, answer: (a: Answer<OpenedDocument>) => void) => void
  'document/update': (message: unknown, answer: (a: Answer<object>) => void) => void
  'document/presence': (message: unknown) => void
  'document/close': (message: unknown) => void
}

/** What the server sends unasked. */
export interface ServerToClient {
  'room/view': (message: { stream: string; seq: number; view: unknown }) => void
  /** What many see alike; what is the viewer's own follows, or came before, as `room/view`. */
  'room/shared': (message: { stream: string; shared: object }) => void
  /** At most twice a second while a ballot is open. */
  'room/turnout': (message: {
    stream: string
    pollId: string
    voted: number | null
    entitled: number
  }) => void
  /** The viewer may no longer be here; a client asks again and is answered anew. */
  'room/revoked': (message: { stream: string; refusal: Refusal }) => void
  /** At most four times a second. */
  'comments/changes': (message: ToldComments) => void
  /** To those who are shown what is on stage, from who put it there. */
  'stage/pointer': (message: PointOnStage) => void
  'comments/revoked': (message: { hearingId: string; refusal: Refusal }) => void
  /** At most ten times a second. */
  'remarks/changes': (message: ToldRemarks) => void
  'remarks/revoked': (message: { name: string; refusal: Refusal }) => void
  'document/update': (message: { id: number; update: Uint8Array }) => void
  /** Several at once, oldest first; only as a frame. */
  'document/updates': (message: { id: number; updates: readonly Uint8Array[] }) => void
  'document/presence': (message: { id: number; update: Uint8Array }) => void
  /** Access changed or the document was frozen: open it again to learn the new mode. */
  'document/revoked': (message: { id: number; name: string; refusal: Refusal }) => void
  'session/closed': (message: { reason: SessionEnd }) => void
  'server/stopping': (message: Record<string, never>) => void
}
