import type { RoleHeld } from '#domain/people/actor.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import { currentItem } from './items.ts'
import { isParticipant } from './participants.ts'
import { itemQuorum, quorumOf } from './quorum.ts'
import { redactedItem, redactedLists, seesBehind } from './redaction.ts'
import type { OwnVote, MeetingState } from './types.ts'

export { meetingEntryFor, meetingEntryVisible } from './entries.ts'
export { mayReadMeeting } from './may.ts'

export interface QuorumView {
  readonly due: number
  readonly present: number
  readonly needed: number
  readonly met: boolean
  /** Required departments without a member present. */
  readonly missingBodyIds: readonly string[]
}

export interface Turnout {
  readonly pollId: string
  /** Null below three: fewer would point at persons. */
  readonly voted: number | null
  readonly entitled: number
}

/**
 * What one viewer may see: the state with everything else taken out (recused items are empty shells,
 * unannounced results and votes are gone, the chair's draft is nobody's). It keeps the state's shape so
 * that the browser runs the same `decide` to say why a button may not be pressed.
 */
export interface MeetingView {
  readonly state: MeetingState
  readonly quorum: QuorumView
  /** Added by the service from the ballot box. */
  readonly turnout: readonly Turnout[]
  readonly own: readonly OwnVote[]
  /** Names of everybody the state mentions. */
  readonly people: Readonly<Record<string, string>>
  readonly bodies: Readonly<Record<string, string>>
}

/** `screen`: the projector, which shows nothing private whoever opened it. */
export interface MeetingViewer {
  readonly personId: string
  readonly audience: 'person' | 'screen'
  /** Roles held now: a secretary or leader reads meetings he does not take part in. */
  readonly roles?: readonly RoleHeld[]
  /** Cases from which he is recused by any meeting: what this one says of them is closed to him too (D-13). */
  readonly closedCaseIds?: readonly string[]
}

/**
 * The meeting as one viewer may see it. Participants, and secretaries and leaders by their role; refusal for
 * everybody else: meeting/not-participant. The screen shows what its opener may see, less everything private.
 */
export function meetingViewFor(
  viewer: MeetingViewer,
  state: MeetingState,
): Pick<MeetingView, 'state' | 'quorum'> | Refusal {
  const reads = viewer.roles?.some(({ role }) => role === 'secretary' || role === 'leader') ?? false
  if (state.seq === 0) return refuse('access/not-found')
  if (!isParticipant(state, viewer.personId) && !reads) return refuse('meeting/not-participant')
  return meetingSeenBy(viewer, state)
}

/**
 * The same without asking whether the viewer may read the meeting: for those whom something else lets in, such
 * as the readers of its minutes. The quorum is that of the item that is up, else of the meeting.
 */
export function meetingSeenBy(
  viewer: MeetingViewer,
  state: MeetingState,
): Pick<MeetingView, 'state' | 'quorum'> {
  const sees = seesBehind(viewer, state)
  const item = currentItem(state)
  return {
    state: {
      ...state,
      ...redactedLists(sees, state),
      items: state.items.map((one) => redactedItem(sees, state, one)),
    },
    quorum: item ? itemQuorum(state, item) : quorumOf(state),
  }
}
