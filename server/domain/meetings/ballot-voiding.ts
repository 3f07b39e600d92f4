import type { Poll } from '#domain/ballots/types.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import { mustBeChair, mustBePresent, mustNotBeRecused, mustNotHaveEnded, mustTakePart } from './guards.ts'
import { pollOf } from './items.ts'
import type { Rules } from './order.ts'
import { isSecretary } from './participants.ts'
import { isRecused } from './recusals.ts'
import type { AgendaItem, MeetingState } from './types.ts'

function mustNotBeOver({ status }: Poll): Refusal | null {
  if (status === 'announced') return refuse('ballot/already-announced')
  return status === 'void' ? refuse('ballot/closed') : null
}

/** After the close the chair sees the figures; hands everybody in the room counts by eye. */
function isCountKnown({ status, method }: Poll): boolean {
  return status === 'closed' || method === 'show-of-hands'
}

/** Who serves the count beside the chair, and did not ask himself; whether he is in the room shows when he answers. */
function maySecond(state: MeetingState, by: string | null, personId: string): boolean {
  const serves = isSecretary(state, personId) || state.scrutineerIds.includes(personId)
  return serves && personId !== state.chairId && personId !== by
}

/** Whom a waiting request to void the poll waits for (B-24); empty where nothing was asked. */
export function secondersOf(state: MeetingState, item: AgendaItem, { voidAsked }: Poll): readonly string[] {
  if (!voidAsked) return []
  return [...new Set([...state.secretaryIds, ...state.scrutineerIds])].filter(
    (personId) => maySecond(state, voidAsked.by, personId) && !isRecused(state, item.id, personId),
  )
}

/**
 * Voiding, until the result is announced: the only way out while the quorum is lost. Nobody may have a count voted again
 * because he knows it and does not like it: once it is known the chair names a ground of the closed list, and a second
 * person agrees (B-24, ADR 15).
 */
export const ballotVoidingRules: Rules<'void-ballot' | 'answer-void'> = {
  /** By the chair with a reason. Refusals: ballot/void-ground-needed, ballot/void-asked. */
  'void-ballot'(state, { pollId, reason, ground }, { actor }) {
    const found = pollOf(state, pollId)
    const refused = mustNotHaveEnded(state) ?? mustBeChair(state, actor.personId)
    if (refused) return refused
    if (!found) return refuse('ballot/unknown')
    const { poll } = found
    const over = mustNotBeOver(poll)
    if (over) return over
    if (!isCountKnown(poll)) return [{ type: 'ballot/voided', payload: { pollId, reason } }]
    if (ground === undefined) return refuse('ballot/void-ground-needed')
    if (poll.voidAsked) return refuse('ballot/void-asked')
    return [{ type: 'ballot/void-asked', payload: { pollId, ground, reason } }]
  },

  /**
   * By a secretary or scrutineer in the room, neither the chair nor who asked.
   * Refusals: ballot/void-needs-another, ballot/void-not-asked.
   */
  'answer-void'(state, { pollId, agreed }, { actor: { personId } }) {
    const found = pollOf(state, pollId)
    const refused = mustNotHaveEnded(state) ?? mustTakePart(state, personId)
    if (refused) return refused
    if (!maySecond(state, null, personId)) return refuse('ballot/void-needs-another')
    if (!found) return refuse('ballot/unknown')
    const { poll, item } = found
    const unable =
      mustNotBeRecused(state, item, personId) ?? mustBePresent(state, personId) ?? mustNotBeOver(poll)
    if (unable) return unable
    if (!poll.voidAsked) return refuse('ballot/void-not-asked')
    const { by, ground, reason } = poll.voidAsked
    if (by === personId) return refuse('ballot/void-needs-another')
    return agreed
      ? [{ type: 'ballot/voided', payload: { pollId, reason, ground, askedBy: by } }]
      : [{ type: 'ballot/void-declined', payload: { pollId } }]
  },
}
