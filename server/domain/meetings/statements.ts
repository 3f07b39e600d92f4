import { refuse } from '#domain/record/refusal.ts'
import { mustBeOpen, mustBePresent, mustNotBeRecused, mustTakePart } from './guards.ts'
import { currentItem } from './items.ts'
import type { Rules } from './order.ts'
import { isAttendee, isMemberDue, presentIds } from './participants.ts'
import { isCutOff, recusedIds } from './recusals.ts'
import type { AgendaItem, MeetingState } from './types.ts'

/** Present members due, not recused, who have not stated in the item yet (F-05, REQ-094); the chair among them. */
export function yetToState(state: MeetingState, item: AgendaItem): readonly string[] {
  const here = presentIds(state)
  const recused = recusedIds(state, item.id)
  const stated = new Set(item.statements.map((statement) => statement.personId))
  return state.membersDue
    .map((member) => member.personId)
    .filter((personId) => here.has(personId) && !recused.has(personId) && !stated.has(personId))
}

/**
 * 逐一发表明确意见 and 末位表态 (F-05, F-06, REQ-094, REQ-102): each once, the chair after all others. What was said
 * stays; the speaker may add a correction, also after the meeting when he reads the record.
 * Refusals: statement/attendee-cannot-state, statement/chair-last, statement/closed, statement/already-made,
 * statement/unknown, statement/not-yours, recusal/recused, meeting/…
 */
export const statementRules: Rules<'state' | 'correct-statement'> = {
  state(state, { stand, reason }, context) {
    const { personId } = context.actor
    const item = currentItem(state)
    const refused = mustTakePart(state, personId) ?? mustBeOpen(state)
    if (refused) return refused
    if (isAttendee(state, personId)) return refuse('statement/attendee-cannot-state')
    if (!isMemberDue(state, personId)) return refuse('meeting/not-a-member-due')
    const unable = mustNotBeRecused(state, item, personId) ?? mustBePresent(state, personId)
    if (unable) return unable
    if (item?.phase !== 'statements') return refuse('statement/closed')
    const waiting = yetToState(state, item)
    if (!waiting.includes(personId)) return refuse('statement/already-made')
    if (personId === state.chairId && waiting.length > 1) return refuse('statement/chair-last')
    return [
      {
        type: 'statement/made',
        payload: { statementId: context.newId(), itemId: item.id, stand, reason },
      },
    ]
  },

  'correct-statement'(state, { statementId, text }, { actor }) {
    const item = state.items.find((one) => one.statements.some((made) => made.id === statementId))
    const statement = item?.statements.find((made) => made.id === statementId)
    const refused = mustTakePart(state, actor.personId)
    if (refused) return refused
    if (!item || !statement) return refuse('statement/unknown')
    if (statement.personId !== actor.personId) return refuse('statement/not-yours')
    if (isCutOff(state, item, actor.personId)) return refuse('recusal/recused')
    return [{ type: 'statement/corrected', payload: { statementId, itemId: item.id, text } }]
  },
}
