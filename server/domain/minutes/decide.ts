import type { Context } from '#domain/record/entry.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import {
  countersign,
  returnToDraft,
  sendToCountersign,
  sendToReview,
  sendToSign,
  sign,
} from './decide-steps.ts'
import { consentToDeparture, reasonDeparture } from './decide-departure.ts'
import { answerProposal, draft, proposeChange, regenerate, setDetail } from './decide-text.ts'
import type { MinutesHappening, MinutesOrder } from './happenings.ts'
import type { MinutesState } from './types.ts'

/** What a command or instruction makes happen to minutes, or why it may not (N rules). */
export function decideMinutes(
  state: MinutesState,
  order: MinutesOrder,
  context: Context,
): readonly MinutesHappening[] | Refusal {
  if (order.type === 'draft') return draft(state, order, context)
  if (state.seq === 0) return refuse('access/not-found')
  switch (order.type) {
    case 'regenerate':
      return regenerate(state, order, context)
    case 'set-decision-detail':
      return setDetail(state, order, context)
    case 'reason-departure':
      return reasonDeparture(state, order, context)
    case 'consent-to-departure':
      return consentToDeparture(state, order, context)
    case 'send-to-review':
      return sendToReview(state, context)
    case 'propose-change':
      return proposeChange(state, order, context)
    case 'answer-proposal':
      return answerProposal(state, order, context)
    case 'send-to-countersign':
      return sendToCountersign(state, order, context)
    case 'countersign':
      return countersign(state, order, context)
    case 'send-to-sign':
      return sendToSign(state, order, context)
    case 'sign':
      return sign(state, order, context)
    case 'return-to-draft':
      return returnToDraft(state, order, context)
  }
}
