import { leaveFloor } from '#domain/proceedings/floor.ts'
import { authorityOver, mustMayRule } from '#domain/proceedings/recusals.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import { mustNotHaveEnded, mustTakePart } from './guards.ts'
import { ballotUnderWay, hasEnded, itemOf } from './items.ts'
import type { Decided, Rules } from './order.ts'
import { isMemberDue, isOfficer, isSecretary } from './participants.ts'
import { isRecused } from './recusals.ts'
import type { AgendaItem, MeetingState } from './types.ts'

const REFUSALS = { notChair: 'meeting/not-chair', notKeeper: 'meeting/not-secretary' } as const

/** While a ballot of the item runs its roll is frozen, so nobody is recused then; the chair voids it first. */
function mustAllowRecusal(state: MeetingState, item: AgendaItem | undefined): Refusal | null {
  const ended = mustNotHaveEnded(state)
  if (ended) return ended
  if (!item) return refuse('agenda/unknown-item')
  if (hasEnded(item)) return refuse('agenda/item-finished')
  return ballotUnderWay(item) ? refuse('recusal/ballot-open') : null
}

/** The recused leaves the floor of the item that is up. */
function offTheFloor(state: MeetingState, itemId: string, personId: string) {
  return state.currentItemId === itemId ? leaveFloor(state.floor, personId) : []
}

function declare(
  state: MeetingState,
  itemId: string,
  personId: string,
  reason: string,
  recusalId: string,
): Decided {
  if (isRecused(state, itemId, personId)) return refuse('recusal/already-recused')
  return [
    ...offTheFloor(state, itemId, personId),
    { type: 'recusal/declared', payload: { recusalId, itemId, personId, reason } },
  ]
}

/**
 * 回避 (F-18, REQ-098): own duty and in force at once; on application from the ruling on. Attendees and
 * secretaries recuse too. It lasts until the item ends.
 * Refusals: meeting/closed, meeting/not-participant, agenda/unknown-item, agenda/item-finished,
 * recusal/ballot-open, recusal/already-recused, recusal/pending, recusal/unknown, recusal/chair-recused.
 */
export const recusalRules: Rules<'recuse-myself' | 'apply-for-recusal' | 'rule-on-recusal'> = {
  'recuse-myself'(state, { itemId, reason }, context) {
    const { personId } = context.actor
    const refused = mustTakePart(state, personId) ?? mustAllowRecusal(state, itemOf(state, itemId))
    return refused ?? declare(state, itemId, personId, reason, context.newId())
  },

  /** By a member due or a secretary; naming oneself is one's own motion and needs no ruling. */
  'apply-for-recusal'(state, { itemId, personId, reason }, context) {
    const applicant = context.actor.personId
    const refused =
      mustTakePart(state, applicant) ??
      mustTakePart(state, personId) ??
      mustAllowRecusal(state, itemOf(state, itemId))
    if (refused) return refused
    if (applicant === personId) return declare(state, itemId, personId, reason, context.newId())
    if (!isMemberDue(state, applicant) && !isOfficer(state, applicant))
      return refuse('meeting/not-a-member-due')
    if (isRecused(state, itemId, applicant)) return refuse('recusal/recused')
    if (isRecused(state, itemId, personId)) return refuse('recusal/already-recused')
    const waits = state.recusals.some(
      (one) => one.itemId === itemId && one.personId === personId && one.status === 'pending',
    )
    if (waits) return refuse('recusal/pending')
    return [
      {
        type: 'recusal/applied-for',
        payload: { recusalId: context.newId(), itemId, personId, reason },
      },
    ]
  },

  /**
   * The chair rules on others. Nobody rules on himself: on the chair the superior organ rules, and a secretary
   * enters its ruling with the reason (F-18: the head's recusal is decided by the superior).
   */
  'rule-on-recusal'(state, { recusalId, granted, reason }, { actor }) {
    const recusal = state.recusals.find((one) => one.id === recusalId)
    if (!recusal || recusal.status !== 'pending') {
      return mustTakePart(state, actor.personId) ?? refuse('recusal/unknown')
    }
    const { itemId, personId } = recusal
    const { chairId } = state
    const authority = authorityOver(personId, chairId)
    const keeps = isSecretary(state, actor.personId)
    const refused =
      mustAllowRecusal(state, itemOf(state, itemId)) ??
      mustMayRule(authority, actor.personId, { personId, chairId, keeps }, REFUSALS)
    if (refused) return refused
    if (isRecused(state, itemId, actor.personId))
      return refuse(authority === 'superior' ? 'recusal/recused' : 'recusal/chair-recused')
    if (isRecused(state, itemId, personId)) return refuse('recusal/already-recused')
    return [
      ...(granted ? offTheFloor(state, itemId, personId) : []),
      {
        type: 'recusal/ruled',
        payload: { recusalId, granted, reason, authority },
      },
    ]
  },
}
