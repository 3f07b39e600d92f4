import type { Readable } from 'node:stream'
import { z } from 'zod'
import { knowsOf } from '#domain/cases/evidence-knowers.ts'
import type { EvidencePiece, EvidenceRegister } from '#domain/cases/evidence-types.ts'
import type { CaseHappening } from '#domain/cases/happenings.ts'
import { mayAddEvidence, mayOpenEvidence } from '#domain/cases/may.ts'
import type { HearingHappening } from '#domain/hearings/happenings.ts'
import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { AccessLog } from './access-log.ts'
import type { AccessCase } from './case-access.ts'
import { createOpenings, type Opening } from './evidence-openings.ts'
import type { RecordPort, Surroundings } from './ports.ts'

/** Entries that put a file into the store of evidence. A new kind of them belongs here: backup and sweep go by it. */
export const ENTRIES_WITH_FILES = [
  'case/evidence-added',
  'transcript/signed',
  'report/signed',
] as const satisfies readonly (CaseHappening | HearingHappening)['type'][]

const named = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.number() })
const naming = z.union([
  z.looseObject({ drawn: named }).transform(({ drawn }) => drawn),
  named,
  // Signed without drawing: no file.
  z.looseObject({ hash: z.string() }).transform(() => null),
])

/** The file that the payload of one of these entries names; null: none. Throws on anything else. */
export function fileNamedIn(payload: string): z.infer<typeof naming> {
  return naming.parse(JSON.parse(payload))
}

/** Both ends belong to it, as in HTTP. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

export interface OpenedEvidence {
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: number
  /** Refusals: evidence/store-away. */
  read(part?: ByteRange): Promise<Readable | Refusal>
}

export interface EvidenceService {
  /** Streams to content-addressed storage; the piece appears in the case after commit. */
  add(
    actor: Actor,
    caseId: string,
    commandId: string,
    upload: {
      title: string
      fileName: string
      stream: Readable
      register?: EvidenceRegister
      /** Where the piece has a number of its own already. */
      id?: string
    },
  ): Promise<{ evidenceId: string } | Refusal>
  /** Whether `open` would hand it out, without opening it. Refusals: the same. */
  mayOpen(actor: Actor, caseId: string, evidenceId: string): Promise<EvidencePiece | Refusal>
  /**
   * Writes the access entry first, then hands out the bytes. Refusals: those of the case, access/denied, evidence/unknown
   * (also of a piece that this person may not know of), input/invalid (saved without a reason).
   */
  open(actor: Actor, caseId: string, evidenceId: string, why: Opening): Promise<OpenedEvidence | Refusal>
}

/** Content-addressed files: a content is stored once, under its SHA-256. */
export interface EvidenceStore {
  /**
   * Streams to the end, hashing and sniffing on the way; refuses what is too large or not allowed, and what could not be stored.
   * What is answered is stored: an entry may name it.
   */
  put(
    stream: Readable,
    fileName: string,
  ): Promise<{ sha256: string; bytes: number; mediaType: string } | Refusal>
  /** Refusals: evidence/store-away. */
  get(sha256: string, part?: ByteRange): Promise<Readable | Refusal>
}

interface Ports<Tx> extends Surroundings {
  readonly record: RecordPort<Tx>
  readonly accessCase: AccessCase
  readonly files: EvidenceStore
  readonly accessLog: AccessLog
}

export function createEvidenceService<Tx>(ports: Ports<Tx>): EvidenceService {
  const opened = createOpenings(ports)

  async function mayOpen(actor: Actor, caseId: string, evidenceId: string) {
    const access = await ports.accessCase(actor, caseId)
    if (isRefusal(access)) return access
    const { state, grounds } = access
    const found = state.evidence.find((candidate) => candidate.id === evidenceId)
    const piece = found && knowsOf(actor, state, found) ? found : undefined
    if (!mayOpenEvidence(actor, state, grounds, piece?.id)) return refuse('access/denied')
    return piece ?? refuse('evidence/unknown')
  }

  async function refusalToAdd(actor: Actor, caseId: string): Promise<Refusal | null> {
    const access = await ports.accessCase(actor, caseId)
    if (isRefusal(access)) return access
    return mayAddEvidence(actor, access.state, access.grounds) ? null : refuse('access/denied')
  }

  return {
    async add(actor, caseId, commandId, upload) {
      const unable = await refusalToAdd(actor, caseId)
      if (unable) return unable
      const stored = await ports.files.put(upload.stream, upload.fileName)
      if (isRefusal(stored)) return stored
      // A file may take its time to arrive: who lost the right meanwhile adds nothing.
      const tooLate = await refusalToAdd(actor, caseId)
      if (tooLate) return tooLate
      const evidenceId = upload.id ?? ports.newId()
      const { title, fileName, register } = upload
      const done = await ports.record.executeAll({
        actor,
        commandId,
        steps: [
          {
            stream: `case/${caseId}`,
            command: {
              type: 'add-evidence',
              piece: { id: evidenceId, title, fileName, ...stored },
              ...(register && { register }),
            },
          },
        ],
      })
      if (isRefusal(done)) return done
      // An upload sent again is answered with the piece of the first time.
      const [added] = done.entries as unknown as readonly CaseHappening[]
      return { evidenceId: added?.type === 'case/evidence-added' ? added.payload.id : evidenceId }
    },

    mayOpen,

    async open(actor, caseId, evidenceId, why) {
      const piece = await mayOpen(actor, caseId, evidenceId)
      return isRefusal(piece) ? piece : opened(actor, { caseId, piece, why, hearingId: null })
    },
  }
}
