import type { Readable } from 'node:stream'
import { z } from 'zod'
import type { CaseHappening } from '#domain/cases/happenings.ts'
import { mayAddEvidence, mayOpenEvidence } from '#domain/cases/may.ts'
import type { HearingHappening } from '#domain/hearings/happenings.ts'
import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { AccessLog } from './access-log.ts'
import type { AccessCase } from './case-access.ts'
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

export interface OpenedEvidence {
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: number
  readonly stream: Readable
}

export interface EvidenceService {
  /** Streams to content-addressed storage; the piece appears in the case after commit. */
  add(
    actor: Actor,
    caseId: string,
    commandId: string,
    upload: { title: string; fileName: string; stream: Readable },
  ): Promise<{ evidenceId: string } | Refusal>
  /** Writes the access entry first, then hands out the bytes. */
  open(actor: Actor, caseId: string, evidenceId: string): Promise<OpenedEvidence | Refusal>
}

/** Content-addressed files: a content is stored once, under its SHA-256. */
export interface EvidenceStore {
  /** Streams to the end, hashing and sniffing on the way; refuses what is too large or not allowed. */
  put(
    stream: Readable,
    fileName: string,
  ): Promise<{ sha256: string; bytes: number; mediaType: string } | Refusal>
  get(sha256: string): Promise<Readable>
}

interface Ports<Tx> extends Surroundings {
  readonly record: RecordPort<Tx>
  readonly accessCase: AccessCase
  readonly files: EvidenceStore
  readonly accessLog: AccessLog
}

export function createEvidenceService<Tx>(ports: Ports<Tx>): EvidenceService {
  return {
    async add(actor, caseId, commandId, upload) {
      const access = await ports.accessCase(actor, caseId)
      if (isRefusal(access)) return access
      if (!mayAddEvidence(actor, access.state, access.grounds)) return refuse('access/denied')
      const stored = await ports.files.put(upload.stream, upload.fileName)
      if (isRefusal(stored)) return stored
      const evidenceId = ports.newId()
      const done = await ports.record.executeAll({
        actor,
        commandId,
        steps: [
          {
            stream: `case/${caseId}`,
            command: {
              type: 'add-evidence',
              piece: { id: evidenceId, title: upload.title, fileName: upload.fileName, ...stored },
            },
          },
        ],
      })
      if (isRefusal(done)) return done
      // An upload sent again is answered with the piece of the first time.
      const [added] = done.entries as unknown as readonly CaseHappening[]
      return { evidenceId: added?.type === 'case/evidence-added' ? added.payload.id : evidenceId }
    },

    async open(actor, caseId, evidenceId) {
      const access = await ports.accessCase(actor, caseId)
      if (isRefusal(access)) return access
      if (!mayOpenEvidence(actor, access.state, access.grounds, evidenceId)) return refuse('access/denied')
      const piece = access.state.evidence.find((candidate) => candidate.id === evidenceId)
      if (!piece) return refuse('evidence/unknown')
      // The opening is recorded before a byte leaves: a reader who cuts the line has still opened it.
      await ports.accessLog.note({
        personId: actor.personId,
        action: 'evidence/opened',
        subject: `case/${caseId}`,
        detail: `${evidenceId} ${piece.sha256}`,
      })
      const stream = await ports.files.get(piece.sha256)
      return { fileName: piece.fileName, mediaType: piece.mediaType, bytes: piece.bytes, stream }
    },
  }
}
