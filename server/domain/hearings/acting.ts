import { because } from '#domain/minutes/presiding.ts'
import { refuse } from '#domain/record/refusal.ts'
import { mustBeClosed } from './guards.ts'
import { mayPrepare } from './may.ts'
import { chineseMoment } from './official-names.ts'
import type { Rules } from './order.ts'
import { holderOf, lineOf, participantOf } from './people.ts'
import type { Acting, HearingState } from './types.ts'
import { CAPACITY_NAMES } from './words.ts'

/**
 * After the close nobody is recused or taken off any more, and the paper would hang on a person who is gone: dead, ill, his
 * account disabled. The record cannot tell that, so nothing but the reason stands between this and misuse, and whoever
 * signs says for whom (compare the meeting's acting chair, M-29).
 */
export const actingRules: Rules<'appoint-acting'> = {
  /**
   * By the office, a hearing member who heard it; nobody appoints himself. Refusals: hearing/not-closed, hearing/ended, access/denied,
   * input/invalid, hearing/acting-unfit, hearing/transcript-frozen (nothing is left for a recorder to do).
   */
  'appoint-acting'(state, { capacity, personId, reason }, { actor }) {
    const refused = mustBeClosed(state)
    if (refused) return refused
    if (!mayPrepare(actor, state)) return refuse('access/denied')
    if (capacity === 'recorder' && state.transcript.frozen) return refuse('hearing/transcript-frozen')
    if (personId === actor.personId) return refuse('input/invalid')
    const one = participantOf(state, personId)
    const acts = [holderOf(state, 'chair'), holderOf(state, 'recorder')].includes(personId)
    // Only who sat through it can answer for what its papers say.
    if (one?.capacity !== 'member' || one.spans.length === 0 || one.expelled || acts)
      return refuse('hearing/acting-unfit')
    const insteadOf = holderOf(state, capacity) ?? ''
    return [
      {
        type: 'tribunal/acting-appointed',
        payload: { capacity, personId, name: one.name, insteadOf, reason, byName: actor.name },
      },
    ]
  },
}

/** `因突发疾病住院，由周敏于2026年11月22日15时20分指定听证员沈洁代行听证主持人职责（原听证主持人蒋平）`: what stands in the papers. */
export function actingTold(
  state: HearingState,
  { capacity, name, insteadOf, reason, byName, at }: Acting,
): string {
  const office = CAPACITY_NAMES[capacity]
  const former = lineOf(state, insteadOf)?.name ?? ''
  return `${because(reason)}由${byName}于${chineseMoment(at)}指定${CAPACITY_NAMES.member}${name}代行${office}职责（原${office}${former}）。`
}
