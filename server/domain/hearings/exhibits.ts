import { isRestricted } from '#domain/cases/evidence-knowers.ts'
import { isStanding } from '#domain/cases/evidence-marks.ts'
import type { EvidencePiece, Zone } from '#domain/cases/evidence-types.ts'
import { isOfClosedRoom, stagedFor } from './redaction.ts'
import { SEES, type SightClass } from './sight.ts'
import type { HearingState } from './types.ts'

const CONDUCTS: ReadonlySet<SightClass> = new Set(['chair', 'tribunal', 'recorder', 'handling', 'office'])

/** Who conducts the hearing, handles the case or keeps it in the office: all of its papers and evidence are theirs. */
export function conducts(sight: SightClass): boolean {
  return CONDUCTS.has(sight)
}

/**
 * Whether a piece of the case's evidence may be opened in the hearing: who conducts it, handles the case or keeps it in the
 * office opens all; whoever handed a piece in opens his own; what is on stage, everybody whom it is shown to, and what was on
 * stage before, whoever reads the transcript that tells of it. The screen is nobody's: it has what is on stage alone. What is
 * known to a named circle does not come into a hearing before its classification is lowered (E-04).
 */
export function mayOpenExhibit(
  sight: SightClass,
  state: HearingState,
  personId: string,
  piece: Pick<EvidencePiece, 'id' | 'addedBy' | 'register'>,
): boolean {
  if (isRestricted(piece)) return false
  if (sight === 'witness-outside') return false
  if (stagedFor(sight, state)?.evidenceId === piece.id) return true
  if (sight === 'screen') return false
  if (conducts(sight) || piece.addedBy === personId) return true
  const wasShown = state.shown.some((one) => one.evidenceId === piece.id && !isOfClosedRoom(one))
  return SEES[sight].transcript && wasShown
}

/** Where on a piece somebody made a mark, and its number there. */
export interface MarkedFrame {
  readonly number: number
  readonly page: number
  readonly zone: Zone
}

/** The frames of its standing marks, for who conducts the hearing; what is noted there stays in the case (E-47). */
export function framesOn(sight: SightClass, { marks }: Pick<EvidencePiece, 'marks'>): readonly MarkedFrame[] {
  if (!conducts(sight)) return []
  return marks
    .filter(isStanding)
    .flatMap(({ number, place }) =>
      place.kind === 'zone' ? [{ number, page: place.page, zone: place.zone }] : [],
    )
}
