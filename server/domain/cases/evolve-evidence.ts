import type { Recorded } from '#domain/record/entry.ts'
import { UNREGISTERED, type EvidencePiece } from './evidence-types.ts'
import type { CaseHappening } from './happenings.ts'

type EvidenceEntry = Extract<
  CaseHappening,
  {
    type:
      | 'case/evidence-added'
      | 'case/evidence-described'
      | 'case/evidence-withdrawn'
      | 'case/evidence-marked'
      | 'case/evidence-mark-withdrawn'
  }
>

/** The register after an entry about it; nothing ever leaves it. */
export function evolveEvidence(
  pieces: readonly EvidencePiece[],
  entry: Recorded<EvidenceEntry>,
): readonly EvidencePiece[] {
  if (entry.type !== 'case/evidence-added')
    return pieces.map((piece) => (piece.id === entry.payload.evidenceId ? evolvePiece(piece, entry) : piece))
  const piece = {
    ...entry.payload,
    ...{ number: pieces.length + 1, register: UNREGISTERED, changes: [], marks: [] },
  }
  return [...pieces, { ...piece, addedBy: entry.actorId, addedAt: entry.at, withdrawn: null }]
}

function evolvePiece(
  piece: EvidencePiece,
  entry: Exclude<Recorded<EvidenceEntry>, { type: 'case/evidence-added' }>,
): EvidencePiece {
  const { at, actorId: by } = entry
  const { marks } = piece
  switch (entry.type) {
    case 'case/evidence-described': {
      const { title, register, reason } = entry.payload
      if (reason === null) return { ...piece, title, register }
      const before = { at, by, reason, title: piece.title, register: piece.register }
      return { ...piece, title, register, changes: [...piece.changes, before] }
    }
    case 'case/evidence-withdrawn': {
      const { reason, replacedBy } = entry.payload
      return { ...piece, withdrawn: { at, by, reason, ...(replacedBy !== undefined && { replacedBy }) } }
    }
    case 'case/evidence-marked': {
      const { markId: id, place, note } = entry.payload
      const mark = { id, number: marks.length + 1, place, note, by, at, withdrawnAt: null }
      return { ...piece, marks: [...marks, mark] }
    }
    case 'case/evidence-mark-withdrawn': {
      const { markId } = entry.payload
      return {
        ...piece,
        marks: marks.map((mark) => (mark.id === markId ? { ...mark, withdrawnAt: at } : mark)),
      }
    }
  }
}
