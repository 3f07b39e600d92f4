import { isMajority } from '#domain/ballots/rules.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import { mustBeOpen, mustBePresent, mustNotBeRecused, mustTakePart } from './guards.ts'
import { currentItem, pollsOn, unusedConsent } from './items.ts'
import type { Rules } from './order.ts'
import { isMemberDue } from './participants.ts'
import { itemQuorum } from './quorum.ts'
import type { AgendaItem, MeetingState } from './types.ts'

/** The item that voted on the subject: the one that is up, else the one already decided. */
function itemWithResult(state: MeetingState, subjectId: string): AgendaItem | undefined {
  const voted = (item: AgendaItem | undefined) =>
    item?.phase !== 'deferred' && item?.subjects.some((subject) => subject.id === subjectId)
  const current = currentItem(state)
  return voted(current) ? current : state.items.find((item) => item.phase === 'decided' && voted(item))
}

function mustBeVoter(state: MeetingState, item: AgendaItem | undefined, personId: string): Refusal | null {
  const refused = mustBeOpen(state) ?? mustTakePart(state, personId)
  if (refused) return refused
  if (!isMemberDue(state, personId)) return refuse('meeting/not-a-member-due')
  return mustBePresent(state, personId) ?? mustNotBeRecused(state, item, personId)
}

/**
 * 复议: a result is voted anew only when more than half of the members due of the item consent (F-09, REQ-101).
 * Asking is consenting. Refusals: meeting/not-a-member-due, meeting/not-present, recusal/recused, ballot/unknown,
 * ballot/already-open, meeting/result-unannounced, ballot/reconsideration-asked, ballot/already-confirmed.
 */
export const reconsiderationRules: Rules<'ask-reconsideration' | 'consent-reconsideration'> = {
  'ask-reconsideration'(state, { subjectId, reason }, context) {
    const item = itemWithResult(state, subjectId)
    const refused = mustBeVoter(state, item, context.actor.personId)
    if (refused) return refused
    const last = item ? pollsOn(item, subjectId).at(-1) : undefined
    if (!item || !last) return refuse('ballot/unknown')
    if (last.status === 'open') return refuse('ballot/already-open')
    if (last.status === 'closed') return refuse('meeting/result-unannounced')
    const waits = item.reconsiderations.some((one) => one.subjectId === subjectId && !one.granted)
    if (waits || unusedConsent(item, subjectId)) return refuse('ballot/reconsideration-asked')
    return [
      {
        type: 'ballot/reconsideration-asked',
        payload: { reconsiderationId: context.newId(), itemId: item.id, subjectId, reason },
      },
    ]
  },

  'consent-reconsideration'(state, { reconsiderationId }, { actor }) {
    const item = state.items.find((one) =>
      one.reconsiderations.some((asked) => asked.id === reconsiderationId),
    )
    const asked = item?.reconsiderations.find((one) => one.id === reconsiderationId)
    const refused = mustBeVoter(state, item, actor.personId)
    if (refused) return refused
    if (!item || !asked) return refuse('ballot/unknown')
    if (asked.granted || asked.consents.includes(actor.personId)) return refuse('ballot/already-confirmed')
    if (item.phase === 'deferred') return refuse('agenda/item-finished')
    const granted = isMajority(asked.consents.length + 1, itemQuorum(state, item).due)
    return [
      { type: 'ballot/reconsideration-consented', payload: { reconsiderationId, itemId: item.id, granted } },
    ]
  },
}
