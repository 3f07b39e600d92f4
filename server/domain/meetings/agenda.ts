import { refuse, type Refusal } from '#domain/record/refusal.ts'
import { mustBeChair, mustBeOfficer, mustNotHaveEnded } from './guards.ts'
import { hasDuplicates } from './lists.ts'
import type { Rules } from './order.ts'
import { isMemberDue, isOfficer } from './participants.ts'
import type { MeetingState } from './types.ts'

/** A case comes onto an agenda once: two items of one case could decide it twice. */
function mustBeNew(state: MeetingState, caseId: string): Refusal | null {
  return state.items.some((item) => item.caseId === caseId) ? refuse('agenda/already-listed') : null
}

/**
 * The list of items: order, proposals, the chair's consent (REQ-058).
 * Refusals: meeting/closed, meeting/not-chair, meeting/not-secretary, meeting/not-a-member-due,
 * agenda/unknown-item, agenda/already-listed, input/invalid, record/conflict.
 */
export const agendaRules: Rules<'reorder-items' | 'propose-item' | 'accept-item' | 'decline-item'> = {
  /** Every pending item is named once; items that are up or ended keep their places, whether named or not. */
  'reorder-items'(state, { itemIds }, { actor }) {
    const refused = mustNotHaveEnded(state) ?? mustBeOfficer(state, actor.personId)
    if (refused) return refused
    const known = new Map(state.items.map((item) => [item.id, item.phase]))
    if (hasDuplicates(itemIds)) return refuse('input/invalid')
    if (itemIds.some((id) => !known.has(id))) return refuse('agenda/unknown-item')
    const pending = itemIds.filter((id) => known.get(id) === 'pending')
    if (pending.length !== state.items.filter((item) => item.phase === 'pending').length)
      return refuse('agenda/unknown-item')
    return [{ type: 'agenda/reordered', payload: { itemIds: pending } }]
  },

  /** The chair's own proposal needs nobody's consent and is on the agenda at once. */
  'propose-item'(state, { caseId, caseTitle, item, atOnce }, context) {
    const { personId } = context.actor
    const refused = mustNotHaveEnded(state)
    if (refused) return refused
    if (!isOfficer(state, personId) && !isMemberDue(state, personId))
      return refuse('meeting/not-a-member-due')
    const listed = mustBeNew(state, caseId)
    if (listed) return listed
    // The chair was handed over since the case's part was prepared: case and agenda must say the same.
    if (atOnce !== undefined && atOnce !== (state.chairId === personId)) return refuse('record/conflict')
    if (state.chairId === personId)
      return [{ type: 'agenda/item-added', payload: { proposalId: null, item } }]
    if (state.proposedItems.some((proposed) => proposed.caseId === caseId))
      return refuse('agenda/already-listed')
    return [{ type: 'agenda/item-proposed', payload: { proposalId: context.newId(), caseId, caseTitle } }]
  },

  'accept-item'(state, { proposalId, item }, { actor }) {
    const refused = mustNotHaveEnded(state)
    if (refused) return refused
    if (state.chairId !== actor.personId) return refuse('agenda/chair-consent-needed')
    const proposal = state.proposedItems.find((proposed) => proposed.id === proposalId)
    if (!proposal || proposal.caseId !== item.caseId) return refuse('agenda/unknown-item')
    return mustBeNew(state, item.caseId) ?? [{ type: 'agenda/item-added', payload: { proposalId, item } }]
  },

  'decline-item'(state, { proposalId, reason }, { actor }) {
    const refused = mustNotHaveEnded(state) ?? mustBeChair(state, actor.personId)
    if (refused) return refused
    if (!state.proposedItems.some((proposed) => proposed.id === proposalId))
      return refuse('agenda/unknown-item')
    return [{ type: 'agenda/item-declined', payload: { proposalId, reason } }]
  },
}
