import type { EvidenceMark, EvidencePiece } from './evidence-types.ts'
import type { Finding } from './types.ts'

interface Place {
  readonly piece: EvidencePiece
  /** Null: the piece as a whole. */
  readonly mark: EvidenceMark | null
}

/** Where a finding leads: to each of the marks it names, and to the pieces of which it names none. */
export function leansOn(
  pieces: readonly EvidencePiece[],
  { evidenceIds, markIds = [] }: Pick<Finding, 'evidenceIds' | 'markIds'>,
): readonly Place[] {
  return evidenceIds.flatMap((evidenceId): readonly Place[] => {
    const piece = pieces.find(({ id }) => id === evidenceId)
    if (!piece) return []
    const marks = piece.marks.filter(({ id }) => markIds.includes(id))
    return marks.length === 0 ? [{ piece, mark: null }] : marks.map((mark) => ({ piece, mark }))
  })
}

/** The piece that took the place of a withdrawn one; null: there is none that this reader may see. */
export function replacementOf(
  pieces: readonly EvidencePiece[],
  { withdrawn }: EvidencePiece,
): EvidencePiece | null {
  return pieces.find(({ id }) => id === withdrawn?.replacedBy) ?? null
}

export const isStanding = ({ withdrawnAt }: EvidenceMark): boolean => withdrawnAt === null
