import { refuse } from '#domain/record/refusal.ts'
import { mustBeOpen, mustBePresent, mustLead, mustNotBeRecused, mustTakePart } from './guards.ts'
import type { MeetingHappening } from './happenings.ts'
import { currentItem } from './items.ts'
import type { Rules } from './order.ts'
import { isPresent } from './participants.ts'
import { isRecused } from './recusals.ts'
import type { FloorRequest, MeetingState } from './types.ts'

/** Ends whoever speaks, as its own entry, so that the record tells how long he had the floor. */
export function endSpeech(state: MeetingState): readonly MeetingHappening[] {
  const { speaking } = state.floor
  return speaking ? [{ type: 'floor/ended', payload: { requestId: speaking.id } }] : []
}

/** Takes a person off the floor: leaving the room and recusal end speech and waiting. */
export function leaveFloor(state: MeetingState, personId: string): readonly MeetingHappening[] {
  const { speaking, waiting } = state.floor
  return [
    ...(speaking?.personId === personId ? endSpeech(state) : []),
    ...waiting
      .filter((request) => request.personId === personId)
      .map((request) => ({ type: 'floor/hand-withdrawn', payload: { requestId: request.id } }) as const),
  ]
}

/** Points of order first, then by time; `waiting` is kept in this order. */
export function queued(waiting: readonly FloorRequest[], request: FloorRequest): readonly FloorRequest[] {
  const all = [...waiting, request]
  const isOrder = (one: FloorRequest) => one.kind === 'point-of-order'
  return [...all.filter(isOrder), ...all.filter((one) => !isOrder(one))]
}

/**
 * Speaking in turn (REQ-058, REQ-060): everybody in the room, attendees too, but not the recused of the item that
 * is up. Refusals: meeting/not-open, meeting/adjourned, meeting/closed, meeting/not-participant,
 * meeting/not-present, recusal/recused, floor/…
 */
export const floorRules: Rules<'raise-hand' | 'withdraw-hand' | 'grant-floor' | 'end-floor'> = {
  'raise-hand'(state, { kind }, context) {
    const { personId } = context.actor
    const refused =
      mustBeOpen(state) ??
      mustTakePart(state, personId) ??
      mustBePresent(state, personId) ??
      mustNotBeRecused(state, currentItem(state), personId)
    if (refused) return refused
    if (state.floor.waiting.some((request) => request.personId === personId))
      return refuse('floor/already-waiting')
    return [{ type: 'floor/hand-raised', payload: { requestId: context.newId(), kind } }]
  },

  'withdraw-hand'(state, _order, { actor }) {
    const request = state.floor.waiting.find((one) => one.personId === actor.personId)
    const refused = mustBeOpen(state)
    if (refused) return refused
    if (!request) return refuse('floor/nobody-waiting')
    return [{ type: 'floor/hand-withdrawn', payload: { requestId: request.id } }]
  },

  /** The chair chooses among those waiting, but a point of order goes before everything else. */
  'grant-floor'(state, { requestId, seconds }, { actor }) {
    const item = currentItem(state)
    const refused = mustBeOpen(state) ?? mustLead(state, item, actor.personId)
    if (refused) return refused
    const { waiting } = state.floor
    const request = waiting.find((one) => one.id === requestId)
    if (!request) return refuse('floor/nobody-waiting')
    if (request.kind !== 'point-of-order' && waiting.some((one) => one.kind === 'point-of-order'))
      return refuse('floor/point-of-order-first')
    if (!isPresent(state, request.personId)) return refuse('meeting/not-present')
    if (item && isRecused(state, item.id, request.personId)) return refuse('recusal/recused')
    return [...endSpeech(state), { type: 'floor/granted', payload: { requestId, seconds } }]
  },

  'end-floor'(state, _order, { actor }) {
    const { speaking } = state.floor
    const refused = mustBeOpen(state)
    if (refused) return refused
    if (!speaking) return refuse('floor/nobody-speaking')
    if (speaking.personId !== actor.personId && state.chairId !== actor.personId)
      return refuse('floor/not-yours')
    return endSpeech(state)
  },
}
