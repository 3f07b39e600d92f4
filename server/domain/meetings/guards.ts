import { refuse, type Refusal } from '#domain/record/refusal.ts'
import { isOfficer, isParticipant, isPresent, isSecretary } from './participants.ts'
import { itemQuorum } from './quorum.ts'
import { isRecused } from './recusals.ts'
import type { AgendaItem, MeetingState } from './types.ts'
import type { QuorumView } from './view.ts'

// Each guard answers null where nothing stands in the way, so that they chain with `??`: the first refusal wins.

/** Refusals: meeting/not-open before the opening, meeting/adjourned, meeting/closed after the end. */
export function mustBeOpen(state: MeetingState): Refusal | null {
  switch (state.status) {
    case 'open':
      return null
    case 'convened':
      return refuse('meeting/not-open')
    case 'adjourned':
      return refuse('meeting/adjourned')
    case 'closed':
    case 'cancelled':
      return refuse('meeting/closed')
  }
}

/** Refusal: meeting/closed once the meeting is closed or cancelled. */
export function mustNotHaveEnded(state: MeetingState): Refusal | null {
  return state.status === 'closed' || state.status === 'cancelled' ? refuse('meeting/closed') : null
}

export function mustTakePart(state: MeetingState, personId: string): Refusal | null {
  return isParticipant(state, personId) ? null : refuse('meeting/not-participant')
}

export function mustBePresent(state: MeetingState, personId: string): Refusal | null {
  return isPresent(state, personId) ? null : refuse('meeting/not-present')
}

export function mustBeChair(state: MeetingState, personId: string): Refusal | null {
  return state.chairId === personId ? null : refuse('meeting/not-chair')
}

export function mustBeSecretary(state: MeetingState, personId: string): Refusal | null {
  return isSecretary(state, personId) ? null : refuse('meeting/not-secretary')
}

export function mustBeOfficer(state: MeetingState, personId: string): Refusal | null {
  return isOfficer(state, personId) ? null : refuse('meeting/not-secretary')
}

export function mustNotBeRecused(
  state: MeetingState,
  item: AgendaItem | undefined,
  personId: string,
): Refusal | null {
  return item && isRecused(state, item.id, personId) ? refuse('recusal/recused') : null
}

/**
 * Who leads an item: the chair, in the room, not recused in it. A recused chair hands over the chair first
 * (F-18, F-22). Refusals: meeting/not-chair, meeting/not-present, recusal/chair-recused.
 */
export function mustLead(
  state: MeetingState,
  item: AgendaItem | undefined,
  personId: string,
): Refusal | null {
  return (
    mustBeChair(state, personId) ??
    (item && isRecused(state, item.id, personId) ? refuse('recusal/chair-recused') : null) ??
    mustBePresent(state, personId)
  )
}

/** Refusals: meeting/no-quorum, meeting/bodies-missing. */
export function mustBeQuorate(quorum: QuorumView): Refusal | null {
  if (!quorum.met) return refuse('meeting/no-quorum')
  if (quorum.missingBodyIds.length > 0) return refuse('meeting/bodies-missing')
  return null
}

/** No vote goes on without a quorum for the item (REQ-093, REQ-110). */
export function mustBeQuorateFor(state: MeetingState, item: AgendaItem): Refusal | null {
  return mustBeQuorate(itemQuorum(state, item))
}
