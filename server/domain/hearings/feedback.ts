import { refuse } from '#domain/record/refusal.ts'
import { mayPrepare } from './may.ts'
import type { Rules, Steps } from './order.ts'

/** What those who were heard learn after the decision (REQ-087, F-55). */
export const feedbackRules: Rules<'give-feedback'> = {
  /**
   * By the office, once, after the case was decided on the report. Refusals: access/denied, hearing/not-reported,
   * hearing/case-undecided, hearing/feedback-given.
   */
  'give-feedback'(state, { text, caseDecided }, { actor }) {
    if (!mayPrepare(actor, state) || state.concernedIds.includes(actor.personId))
      return refuse('access/denied')
    if (state.status !== 'finished') return refuse('hearing/not-reported')
    if (state.feedback) return refuse('hearing/feedback-given')
    if (!caseDecided) return refuse('hearing/case-undecided')
    return [{ type: 'hearing/feedback-given', payload: { text } }]
  },
}

export const feedbackSteps: Steps<'hearing/feedback-given'> = {
  'hearing/feedback-given': (state, { text }, { at, actorId: by }) => ({
    ...state,
    feedback: { text, by, at },
  }),
}
