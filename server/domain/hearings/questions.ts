import { refuse } from '#domain/record/refusal.ts'
import { mustMaySpeak } from './floor.ts'
import { mustBeChecked, mustBeInRoom, mustBeOpen, mustKeepOrder } from './guards.ts'
import type { Rules } from './order.ts'
import { participantOf } from './people.ts'
import { PHASE_RULES } from './phases.ts'

/**
 * Questions to a person, marked answered or not (issue 4 §2). Who is asked must be able to answer: in the room and heard in
 * the phase. Refusals: hearing/not-in-phase, hearing/muted, hearing/identity-unchecked, hearing/cannot-answer,
 * hearing/question-unknown, hearing/not-recorder, …
 */
export const questionRules: Rules<'put-question' | 'mark-question'> = {
  'put-question'(state, { to, text }, context) {
    const { personId } = context.actor
    const refused = mustBeOpen(state) ?? mustBeInRoom(state, personId)
    const one = participantOf(state, personId)
    if (refused || !one) return refused ?? refuse('hearing/not-participant')
    if (state.phase === null || !PHASE_RULES[state.phase].ask.includes(one.capacity))
      return refuse('hearing/not-in-phase')
    if (one.mutedAt !== null) return refuse('hearing/muted')
    const unchecked = mustBeChecked(one)
    if (unchecked) return unchecked
    // In the check of identity the recorder asks those who are not checked yet.
    const unable = state.phase === 'identity' ? mustBeInRoom(state, to) : mustMaySpeak(state, to)
    const asked = participantOf(state, to)
    if (to === personId || unable || asked?.capacity === 'observer') return refuse('hearing/cannot-answer')
    return [{ type: 'question/put', payload: { questionId: context.newId(), to, text } }]
  },

  'mark-question'(state, { questionId, answered }, { actor }) {
    const refused = mustKeepOrder(state, actor.personId)
    if (refused) return refused
    const known = state.questions.some((one) => one.id === questionId)
    return known
      ? [{ type: 'question/marked', payload: { questionId, answered } }]
      : refuse('hearing/question-unknown')
  },
}
