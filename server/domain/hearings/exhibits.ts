import { isClosedRoom } from './guards.ts'
import { SEES, type SightClass } from './sight.ts'
import type { HearingState } from './types.ts'

const CONDUCTS: ReadonlySet<SightClass> = new Set(['chair', 'tribunal', 'recorder', 'handling', 'office'])

/**
 * Whether a piece of the case's evidence may be opened in the hearing: who conducts it, handles the case or keeps it in the
 * office opens all; whoever handed a piece in opens his own; what is on stage, everybody who reads the papers. The hall and
 * the screen learn that something is shown, and not what: the hearing may be public where the case is not.
 */
export function mayOpenExhibit(
  sight: SightClass,
  state: HearingState,
  personId: string,
  piece: { readonly id: string; readonly addedBy: string },
): boolean {
  if (sight === 'witness-outside' || sight === 'screen') return false
  if (CONDUCTS.has(sight) || piece.addedBy === personId) return true
  return SEES[sight].papers && redactedStage(sight, state)?.evidenceId === piece.id
}

/** What is on stage for this class: nothing while the tribunal is alone. */
function redactedStage(sight: SightClass, state: HearingState): HearingState['staged'] {
  return isClosedRoom(state) && !SEES[sight].closedRoom ? null : state.staged
}
