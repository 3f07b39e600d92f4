import type { Readable } from 'node:stream'
import { mayAddEvidence } from '#domain/cases/may.ts'
import type { EvidenceRegister } from '#domain/cases/evidence-types.ts'
import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, refuse, type Refusal, type RefusalCode } from '#domain/record/refusal.ts'
import type { AccessCase } from './case-access.ts'
import type { EvidenceService } from './evidence.ts'

/** What of a file has arrived so far. */
export interface Upload {
  readonly id: string
  readonly personId: string
  readonly caseId: string
  readonly fileName: string
  /** What the sender's machine knows the file by, so that it goes on where it was broken off. */
  readonly fingerprint: string
  readonly bytes: number
  readonly arrived: number
}

export type NewUpload = Pick<Upload, 'fileName' | 'fingerprint' | 'bytes'>

/** Keeps what arrives by the tus protocol until it is handed in. The folder is shared by all nodes. */
export interface UploadStore {
  /** What a request to begin says of the file; null: it says nothing that can be understood. */
  describedIn(request: Request): NewUpload | null
  begin(request: Request, upload: Omit<Upload, 'id' | 'arrived'>): Promise<Response>
  /** HEAD, PATCH and DELETE of the protocol. */
  goOn(request: Request, uploadId: string): Promise<Response>
  find(uploadId: string): Promise<Upload | null>
  all(): Promise<readonly Upload[]>
  read(uploadId: string): Readable
  remove(uploadId: string): Promise<void>
}

export interface UploadsService {
  /**
   * Refusals: those of the case, access/denied, input/invalid, evidence/too-large, evidence/too-much-unfinished. The
   * protocol's own answers are in the Response.
   */
  begin(actor: Actor, caseId: string, request: Request): Promise<Response | Refusal>
  /** Asks for the right again with every part: who lost it sends nothing more. Refusals: as of `begin`, evidence/unknown. */
  goOn(actor: Actor, caseId: string, uploadId: string, request: Request): Promise<Response | Refusal>
  /** A person's own in one case, to go on with after the page was left. */
  unfinished(actor: Actor, caseId: string): Promise<readonly Upload[] | Refusal>
  /**
   * Makes a piece of evidence of what has arrived whole; asked twice, it happens once. Refusals: as of `EvidenceService.add`,
   * evidence/unknown, evidence/upload-unfinished.
   */
  handIn(
    actor: Actor,
    caseId: string,
    uploadId: string,
    described: { title: string; register: EvidenceRegister },
  ): Promise<{ evidenceId: string } | Refusal>
}

interface Ports {
  readonly accessCase: AccessCase
  readonly evidence: Pick<EvidenceService, 'add'>
  readonly store: UploadStore
  readonly limitBytes: number
}

/** So many of the largest files may one person have under way; their bytes are taken from everybody's disk. */
const UNFINISHED_FILES = 4
/** And so many of any size: each is read whenever somebody begins another. A page sends one after the other. */
const MOST_UNFINISHED = 40

/** A file that will not be taken however often it is handed in. */
const FOR_GOOD: ReadonlySet<RefusalCode> = new Set([
  'evidence/type-not-allowed',
  'evidence/too-large',
  'evidence/infected',
])

export function createUploadsService({ accessCase, evidence, store, limitBytes }: Ports): UploadsService {
  // One after the other, so that two that begin at once are not both counted against what stood before.
  let turn: Promise<unknown> = Promise.resolve()
  const handing = new Map<string, Promise<{ evidenceId: string } | Refusal>>()

  async function mayAdd(actor: Actor, caseId: string) {
    const access = await accessCase(actor, caseId)
    if (isRefusal(access)) return access
    return mayAddEvidence(actor, access.state, access.grounds) ? access.state : refuse('access/denied')
  }

  /** Somebody else's, another case's and none at all are answered alike. */
  async function own(actor: Actor, caseId: string, uploadId: string): Promise<Upload | Refusal> {
    const upload = await store.find(uploadId)
    const isOwn = upload?.personId === actor.personId && upload.caseId === caseId
    return isOwn ? upload : refuse('evidence/unknown')
  }

  /** The answer to a long file may be lost on a bad line: whoever asks again is told what became of it. */
  async function handedIn(actor: Actor, caseId: string, uploadId: string) {
    const state = await mayAdd(actor, caseId)
    if (isRefusal(state)) return null
    const isThere = state.evidence.some(({ id, addedBy }) => id === uploadId && addedBy === actor.personId)
    return isThere ? { evidenceId: uploadId } : null
  }

  async function hasRoom(actor: Actor, bytes: number): Promise<boolean> {
    const under = (await store.all()).filter(({ personId }) => personId === actor.personId)
    const promised = under.reduce((sum, upload) => sum + upload.bytes, 0)
    return under.length < MOST_UNFINISHED && promised + bytes <= UNFINISHED_FILES * limitBytes
  }

  return {
    async begin(actor, caseId, request) {
      const state = await mayAdd(actor, caseId)
      if (isRefusal(state)) return state
      const file = store.describedIn(request)
      if (!file) return refuse('input/invalid')
      if (file.bytes > limitBytes)
        return refuse('evidence/too-large', { limit: Math.floor(limitBytes / 1_048_576) })
      const begun = turn.then(async () =>
        (await hasRoom(actor, file.bytes))
          ? store.begin(request, { ...file, caseId, personId: actor.personId })
          : refuse('evidence/too-much-unfinished'),
      )
      turn = begun.catch(() => undefined)
      return begun
    },

    async goOn(actor, caseId, uploadId, request) {
      const state = await mayAdd(actor, caseId)
      if (isRefusal(state)) return state
      const upload = await own(actor, caseId, uploadId)
      return isRefusal(upload) ? upload : store.goOn(request, uploadId)
    },

    async unfinished(actor, caseId) {
      const state = await mayAdd(actor, caseId)
      if (isRefusal(state)) return state
      return (await store.all()).filter(
        (upload) => upload.personId === actor.personId && upload.caseId === caseId,
      )
    },

    async handIn(actor, caseId, uploadId, { title, register }) {
      const state = await mayAdd(actor, caseId)
      if (isRefusal(state)) return state
      const upload = await own(actor, caseId, uploadId)
      if (isRefusal(upload)) return (await handedIn(actor, caseId, uploadId)) ?? upload
      if (upload.arrived !== upload.bytes) return refuse('evidence/upload-unfinished')
      const running = handing.get(uploadId)
      if (running) return running
      const { fileName } = upload
      const handed = evidence
        .add(actor, caseId, `upload-${uploadId}`, {
          ...{ id: uploadId, title: title || fileName, fileName, register },
          stream: store.read(uploadId),
        })
        .then(async (answer) => {
          if (!isRefusal(answer) || FOR_GOOD.has(answer.refused)) await store.remove(uploadId)
          return answer
        })
        .catch(async (error: unknown) => {
          // Another node was asked too, was faster and has taken it from under our hands.
          const done = await handedIn(actor, caseId, uploadId)
          if (done) return done
          throw error
        })
        .finally(() => handing.delete(uploadId))
      handing.set(uploadId, handed)
      return handed
    },
  }
}
