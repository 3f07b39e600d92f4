import { isShown, WORD_TYPE } from '#domain/cases/evidence-shown.ts'
import { SAVING_REASON, type EvidencePiece } from '#domain/cases/evidence-types.ts'
import type { Actor } from '#domain/people/actor.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import type { AccessLog } from './access-log.ts'
import type { EvidenceStore, OpenedEvidence } from './evidence.ts'

/** As what the bytes are asked for. */
export type Opening =
  | {
      readonly as: 'shown'
      /** A later part of what was begun, as players ask for who seek. */ readonly goesOn: boolean
    }
  /** For the words of a Word file, which are shown; its bytes do not leave the server. */
  | { readonly as: 'words' }
  /** To be kept outside, where no right and no watermark follows: with a reason that stands in the record of access. */
  | { readonly as: 'saved'; readonly reason: string }

interface Ports {
  readonly files: EvidenceStore
  readonly accessLog: AccessLog
  now(): Date
}

interface Opened {
  readonly caseId: string
  readonly piece: Pick<EvidencePiece, 'id' | 'fileName' | 'mediaType' | 'bytes' | 'sha256'>
  readonly why: Opening
  readonly hearingId: string | null
}

/** A player asks for parts as long as a film is looked at; after so long it counts as opened again. */
const ONE_LOOK_MS = 60 * 60_000
const MOST_KEPT = 10_000

/**
 * Hands bytes out, and notes it before the first leaves: a reader who cuts the line has still opened it. Only a later part of
 * a piece that this person opened within the hour is not noted again.
 */
export function createOpenings({ files, accessLog, now }: Ports) {
  const looks = new Map<string, number>()

  return async function opened(
    actor: Actor,
    { caseId, piece, why, hearingId }: Opened,
  ): Promise<OpenedEvidence | Refusal> {
    const reason = why.as === 'saved' ? why.reason.trim() : ''
    if (why.as === 'saved' && (reason === '' || reason.length > SAVING_REASON)) return refuse('input/invalid')
    if (why.as === 'shown' && !isShown(piece.mediaType)) return refuse('evidence/reason-needed')
    if (why.as === 'words' && piece.mediaType !== WORD_TYPE) return refuse('evidence/reason-needed')
    const goesOn = why.as === 'shown' && why.goesOn
    const look = `${actor.personId} ${piece.id}`
    const moment = now().getTime()
    const isLooking = moment - (looks.get(look) ?? -ONE_LOOK_MS) < ONE_LOOK_MS
    if (!goesOn || !isLooking) {
      const where = hearingId === null ? '' : ` hearing/${hearingId}`
      await accessLog.note({
        personId: actor.personId,
        action: why.as === 'saved' ? 'evidence/saved' : 'evidence/opened',
        subject: `case/${caseId}`,
        detail: `${piece.id} ${piece.sha256}${where}${reason && ` ${reason}`}`,
      })
      // The oldest go first; who still looks at one is noted once more.
      if (looks.size >= MOST_KEPT) looks.delete(looks.keys().next().value ?? '')
      looks.delete(look)
      looks.set(look, moment)
    }
    const { fileName, mediaType, bytes, sha256 } = piece
    return { fileName, mediaType, bytes, read: (part) => files.get(sha256, part) }
  }
}
