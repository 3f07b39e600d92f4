import { endSpeech } from '#domain/proceedings/floor.ts'
import { refuse } from '#domain/record/refusal.ts'
import {
  mustBeChair,
  mustBeOfficer,
  mustBeOpen,
  mustBePresent,
  mustBeQuorate,
  mustNotHaveEnded,
} from './guards.ts'
import { currentItem, hasEnded, openPoll, unannouncedPoll, unusedConsent } from './items.ts'
import type { Rules } from './order.ts'
import { isMemberDue, isPresent, isSecretary } from './participants.ts'
import { quorumOf } from './quorum.ts'
import { isRecused } from './recusals.ts'

/**
 * Opening, pausing and ending the meeting (F-01, F-02, F-22, REQ-093). Every step is the chair's; only calling
 * the meeting off before it opened is the secretaries' too, who convened it.
 */
export const courseRules: Rules<'open' | 'adjourn' | 'resume' | 'close' | 'cancel' | 'hand-over-chair'> = {
  /** Refusals: meeting/not-chair, meeting/already-open, meeting/not-present, meeting/no-quorum, meeting/bodies-missing. */
  open(state, _order, { actor }) {
    const refused = mustNotHaveEnded(state) ?? mustBeChair(state, actor.personId)
    if (refused) return refused
    if (state.status !== 'convened') return refuse('meeting/already-open')
    const quorum = quorumOf(state)
    return (
      mustBePresent(state, actor.personId) ??
      mustBeQuorate(quorum) ?? [
        { type: 'meeting/opened', payload: { present: quorum.present, due: quorum.due } },
      ]
    )
  },

  /** Not over an open ballot: votes left in the box over a pause are a danger to secrecy. Close or void it first. */
  adjourn(state, { reason }, { actor }) {
    const refused = mustBeOpen(state) ?? mustBeChair(state, actor.personId)
    if (refused) return refused
    if (openPoll(state)) return refuse('ballot/already-open')
    return [...endSpeech(state.floor), { type: 'meeting/adjourned', payload: { reason } }]
  },

  resume(state, _order, { actor }) {
    const refused = mustNotHaveEnded(state) ?? mustBeChair(state, actor.personId)
    if (refused) return refused
    if (state.status === 'convened') return refuse('meeting/not-open')
    if (state.status === 'open') return refuse('meeting/already-open')
    const quorum = quorumOf(state)
    return (
      mustBePresent(state, actor.personId) ??
      mustBeQuorate(quorum) ?? [
        { type: 'meeting/resumed', payload: { present: quorum.present, due: quorum.due } },
      ]
    )
  },

  /**
   * Every item is decided or deferred and every result announced. An adjourned meeting that does not come
   * together again can be closed as well. Refusals: meeting/undecided-items, meeting/result-unannounced.
   */
  close(state, _order, { actor }) {
    const refused =
      (state.status === 'adjourned' ? null : mustBeOpen(state)) ?? mustBeChair(state, actor.personId)
    if (refused) return refused
    if (unannouncedPoll(state)) return refuse('meeting/result-unannounced')
    const undecided = state.items.filter(
      (item) =>
        !hasEnded(item) ||
        (item.phase === 'decided' && item.subjects.some((subject) => unusedConsent(item, subject.id))),
    )
    if (undecided.length > 0) return refuse('meeting/undecided-items')
    return [...endSpeech(state.floor), { type: 'meeting/closed', payload: {} }]
  },

  cancel(state, { reason }, { actor }) {
    const refused = mustNotHaveEnded(state) ?? mustBeOfficer(state, actor.personId)
    if (refused) return refused
    if (state.status !== 'convened') return refuse('meeting/already-open')
    return [{ type: 'meeting/cancelled', payload: { reason } }]
  },

  /**
   * To a member due who is in the room and not recused in the item that is up (F-18, F-22). By the chair; or by a
   * secretary, with a reason, where the chair cannot go on: his account is disabled, his device is gone. The record
   * cannot tell that, so nothing but the reason stands between this and misuse; nobody appoints himself.
   * Refusals: meeting/not-chair, input/invalid, meeting/not-a-member-due, meeting/not-present, recusal/recused.
   */
  'hand-over-chair'(state, { personId, reason }, { actor }) {
    const bySecretary = actor.personId !== state.chairId && isSecretary(state, actor.personId)
    const refused = mustNotHaveEnded(state) ?? (bySecretary ? null : mustBeChair(state, actor.personId))
    if (refused) return refused
    if (bySecretary && reason === undefined) return refuse('input/invalid')
    if (personId === state.chairId || personId === actor.personId) return refuse('input/invalid')
    if (!isMemberDue(state, personId)) return refuse('meeting/not-a-member-due')
    if (!isPresent(state, personId)) return refuse('meeting/not-present')
    const item = currentItem(state)
    // Nor does a secretary recused in the item choose who leads it.
    const concerned = bySecretary ? [personId, actor.personId] : [personId]
    if (item && concerned.some((one) => isRecused(state, item.id, one))) return refuse('recusal/recused')
    const handedOver = { from: state.chairId, to: personId }
    return [
      {
        type: 'meeting/chair-handed-over',
        payload: {
          ...handedOver,
          ...(reason !== undefined && { reason }),
          ...(bySecretary && { appointed: true as const }),
        },
      },
    ]
  },
}
