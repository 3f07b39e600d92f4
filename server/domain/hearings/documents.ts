import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import { isClosedRoom } from './guards.ts'
import { participantOf } from './people.ts'
import { SEES, sightOf, type HearingViewer, type SightClass } from './sight.ts'
import { isSigner } from './signing.ts'
import type { HearingState } from './types.ts'

/** The live texts of a hearing: `hearing/<id>/transcript`, `hearing/<id>/report`. */
export const HEARING_PARTS = ['transcript', 'report'] as const
export type HearingPart = (typeof HEARING_PARTS)[number]

export interface HearingDocumentGrounds {
  /** He sees all of the case: the signed report and its transcript are part of the dossier (F-48). */
  readonly readsCase?: boolean
}

const isTribunalSight = (sight: SightClass) =>
  sight === 'chair' || sight === 'tribunal' || sight === 'recorder'

/**
 * The recorder writes from the order to the freezing, but not while the tribunal deliberates: what is written then must
 * not come to others in the text that they read later. Whoever signs reads it once it is frozen, a witness only
 * his own passages, which are no document.
 */
function transcriptAccess(
  state: HearingState,
  viewer: HearingViewer,
  sight: SightClass,
): 'write' | 'read' | null {
  const { frozen } = state.transcript
  const ended = state.status === 'terminated' || state.status === 'cancelled'
  if (sight === 'recorder') return frozen || ended || isClosedRoom(state) ? 'read' : 'write'
  if (isTribunalSight(sight)) return 'read'
  if (!frozen) return null
  if (sight === 'office') return 'read'
  const one = participantOf(state, viewer.personId)
  return one && one.capacity !== 'witness' && isSigner(one) ? 'read' : null
}

/** The chair writes from the closing on; before he has signed it is the tribunal's alone, like the opinions it tells (H-31). */
function reportAccess(state: HearingState, sight: SightClass): 'write' | 'read' | null {
  if (state.status === 'finished') return SEES[sight].report ? 'read' : null
  if (!isTribunalSight(sight)) return null
  return sight === 'chair' && state.status === 'closed' ? 'write' : 'read'
}

/**
 * What somebody may do with a text of a hearing. Refusals: document/unknown, access/not-found, those of `sightOf`; whoever
 * is expelled reads nothing while it goes on.
 */
export function hearingDocumentAccess(
  state: HearingState,
  viewer: HearingViewer,
  part: string,
  grounds: HearingDocumentGrounds = {},
): 'write' | 'read' | Refusal {
  if (!HEARING_PARTS.some((known) => known === part)) return refuse('document/unknown')
  if (viewer.audience === 'screen') return refuse('access/not-found')
  const sight = sightOf(state, viewer)
  const own = isRefusal(sight)
    ? null
    : part === 'transcript'
      ? transcriptAccess(state, viewer, sight)
      : reportAccess(state, sight)
  if (own) return own
  if (state.status === 'finished' && grounds.readsCase === true) return 'read'
  return isRefusal(sight) ? sight : refuse('access/not-found')
}
