import { endSpeech } from '#domain/proceedings/floor.ts'
import { refuse } from '#domain/record/refusal.ts'
import { mustBeChair, mustBeOpen, mustLead, mustNotHaveEnded } from './guards.ts'
import { currentItem, hasEnded, isFullyDecided, itemOf, unusedConsent } from './items.ts'
import type { Rules } from './order.ts'
import { isParticipant } from './participants.ts'
import { isRecused } from './recusals.ts'
import type { AgendaItem, ItemPhase } from './types.ts'

/** From where a phase may be entered: forward one by one, and back for more questions (B9 room sequence). */
const ENTERED_FROM: Readonly<Record<'questions' | 'statements', readonly ItemPhase[]>> = {
  questions: ['presented', 'statements', 'voting'],
  statements: ['questions', 'voting'],
}

/** Decided, but more than half consented to vote anew (F-09): it may be taken up again. */
function waitsForReconsideration(item: AgendaItem): boolean {
  return item.phase === 'decided' && item.subjects.some((subject) => unusedConsent(item, subject.id))
}

/**
 * How one item goes: presented → questions → statements → voting → decided, or deferred (缓议, F-08, F-16). All
 * of it is led by the chair, who is in the room and not recused in the item.
 */
export const itemCourseRules: Rules<'open-item' | 'enter-phase' | 'defer-item' | 'finish-item'> = {
  /** One item at a time. Refusals: agenda/unknown-item, agenda/item-open, agenda/item-finished, recusal/… */
  'open-item'(state, { itemId, presenterId }, { actor }) {
    const item = itemOf(state, itemId)
    const refused = mustBeOpen(state) ?? mustBeChair(state, actor.personId)
    if (refused) return refused
    if (!item) return refuse('agenda/unknown-item')
    if (currentItem(state)) return refuse('agenda/item-open')
    if (hasEnded(item) && !waitsForReconsideration(item)) return refuse('agenda/item-finished')
    const cannotLead = mustLead(state, item, actor.personId)
    if (cannotLead) return cannotLead
    if (presenterId !== null && !isParticipant(state, presenterId)) return refuse('meeting/not-participant')
    if (presenterId !== null && isRecused(state, itemId, presenterId)) return refuse('recusal/recused')
    return [...endSpeech(state.floor), { type: 'agenda/item-opened', payload: { itemId, presenterId } }]
  },

  /** Not while a ballot is open or its result unannounced. Refusals: agenda/wrong-phase, ballot/already-open, … */
  'enter-phase'(state, { phase }, { actor }) {
    const item = currentItem(state)
    const refused = mustBeOpen(state) ?? mustLead(state, item, actor.personId)
    if (refused) return refused
    if (!item) return refuse('agenda/unknown-item')
    if (item.polls.some((poll) => poll.status === 'open')) return refuse('ballot/already-open')
    if (item.polls.some((poll) => poll.status === 'closed')) return refuse('meeting/result-unannounced')
    if (!ENTERED_FROM[phase].includes(item.phase)) return refuse('agenda/wrong-phase')
    return [{ type: 'agenda/phase-entered', payload: { itemId: item.id, phase } }]
  },

  /**
   * 缓议 with its reason, at any time before a ballot is open, also before the meeting opens and while it is
   * adjourned: it decides nothing and needs no quorum. Subjects already decided keep their results.
   */
  'defer-item'(state, { itemId, reason }, { actor }) {
    const item = itemOf(state, itemId)
    const refused = mustNotHaveEnded(state) ?? mustBeChair(state, actor.personId)
    if (refused) return refused
    if (!item) return refuse('agenda/unknown-item')
    if (hasEnded(item)) return refuse('agenda/item-finished')
    if (isRecused(state, itemId, actor.personId)) return refuse('recusal/chair-recused')
    if (item.polls.some((poll) => poll.status === 'open')) return refuse('ballot/already-open')
    if (item.polls.some((poll) => poll.status === 'closed')) return refuse('meeting/result-unannounced')
    const speech = state.currentItemId === itemId ? endSpeech(state.floor) : []
    return [...speech, { type: 'agenda/item-deferred', payload: { itemId, reason } }]
  },

  /** Every subject has an announced result that passed; otherwise the chair defers the item (F-14, REQ-090). */
  'finish-item'(state, _order, { actor }) {
    const item = currentItem(state)
    const refused = mustBeOpen(state) ?? mustLead(state, item, actor.personId)
    if (refused) return refused
    if (!item) return refuse('agenda/unknown-item')
    if (item.polls.some((poll) => poll.status === 'open')) return refuse('ballot/already-open')
    if (item.polls.some((poll) => poll.status === 'closed')) return refuse('meeting/result-unannounced')
    if (!isFullyDecided(item)) return refuse('meeting/undecided-items')
    return [...endSpeech(state.floor), { type: 'agenda/item-finished', payload: { itemId: item.id } }]
  },
}
