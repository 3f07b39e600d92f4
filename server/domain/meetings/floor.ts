import { endSpeech, mustMayEnd, mustNotWait, withdrawOwn } from '#domain/proceedings/floor.ts'
import { refuse } from '#domain/record/refusal.ts'
import { mustBeOpen, mustBePresent, mustLead, mustNotBeRecused, mustTakePart } from './guards.ts'
import { currentItem } from './items.ts'
import type { Rules } from './order.ts'
import { isPresent } from './participants.ts'
import { isRecused } from './recusals.ts'
import type { FloorRequest } from './types.ts'

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
      mustNotBeRecused(state, currentItem(state), personId) ??
      mustNotWait(state.floor, personId)
    if (refused) return refused
    return [{ type: 'floor/hand-raised', payload: { requestId: context.newId(), kind } }]
  },

  'withdraw-hand'(state, _order, { actor }) {
    return mustBeOpen(state) ?? withdrawOwn(state.floor, actor.personId)
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
    return [...endSpeech(state.floor), { type: 'floor/granted', payload: { requestId, seconds } }]
  },

  'end-floor'(state, _order, { actor }) {
    const isChair = state.chairId === actor.personId
    return mustBeOpen(state) ?? mustMayEnd(state.floor, actor.personId, isChair) ?? endSpeech(state.floor)
  },
}
