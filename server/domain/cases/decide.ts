import { pinDocument, reopenDocument, submitDocument } from '#domain/dossiers/decide.ts'
import { submitOpinion, withdrawOpinion } from '#domain/opinions/decide.ts'
import type { Context } from '#domain/record/entry.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import {
  amend,
  assignHandlers,
  inviteBody,
  linkCase,
  list,
  move,
  openItem,
  putOffItem,
  register,
} from './decide-course.ts'
import { recordDecision } from './decide-decision.ts'
import { addEvidence, describeEvidence, withdrawEvidence } from './decide-evidence.ts'
import { markEvidence, withdrawEvidenceMark } from './decide-evidence-marks.ts'
import { callOffExamination, chooseExamination } from './decide-examination.ts'
import { hearingEnded, hearingOrdered, hearingReported } from './decide-hearing.ts'
import {
  askForHearing,
  refuseHearingRequest,
  registerHearingRequest,
  tellHearingRight,
} from './decide-hearing-right.ts'
import { recordFinding, reportDutyDone, setCondition } from './decide-work.ts'
import type { CaseHappening, CaseOrder } from './happenings.ts'
import type { CaseState } from './types.ts'

/**
 * What a command or instruction makes happen in a case, or why it may not. Whether the person may read the
 * case at all, a recusal included, is asked before (`mayReadCase`): the case's own record does not know it.
 */
export function decideCase(
  state: CaseState,
  order: CaseOrder,
  context: Context,
): readonly CaseHappening[] | Refusal {
  if (order.type === 'register') return register(state, order, context)
  if (state.seq === 0) return refuse('access/not-found')
  switch (order.type) {
    case 'amend':
      return amend(state, order, context)
    case 'move':
      return move(state, order, context)
    case 'assign-handlers':
      return assignHandlers(state, order, context)
    case 'invite-body':
      return inviteBody(state, order, context)
    case 'link-case':
      return linkCase(state, order, context)
    case 'record-finding':
      return recordFinding(state, order, context)
    case 'set-condition':
      return setCondition(state, order, context)
    case 'add-evidence':
      return addEvidence(state, order, context)
    case 'describe-evidence':
      return describeEvidence(state, order, context)
    case 'withdraw-evidence':
      return withdrawEvidence(state, order, context)
    case 'mark-evidence':
      return markEvidence(state, order, context)
    case 'withdraw-evidence-mark':
      return withdrawEvidenceMark(state, order, context)
    case 'report-duty-done':
      return reportDutyDone(state, order, context)
    case 'submit-document':
      return submitDocument(state, order, context)
    case 'reopen-document':
      return reopenDocument(state, order, context)
    case 'pin-document':
      return pinDocument(state, order)
    case 'submit-opinion':
      return submitOpinion(state, order, context)
    case 'withdraw-opinion':
      return withdrawOpinion(state, order, context)
    case 'list':
      return list(state, order)
    case 'open-item':
      return openItem(state, order)
    case 'put-off-item':
      return putOffItem(state, order)
    case 'hearing-ordered':
      return hearingOrdered(state, order)
    case 'hearing-ended':
      return hearingEnded(state, order)
    case 'hearing-reported':
      return hearingReported(state, order)
    case 'hearing-answered':
      return [{ type: 'case/hearing-answered', payload: { hearingId: order.hearingId } }]
    case 'choose-examination':
      return chooseExamination(state, order, context)
    case 'call-off-examination':
      return callOffExamination(state, order, context)
    case 'tell-hearing-right':
      return tellHearingRight(state, order, context)
    case 'ask-for-hearing':
      return askForHearing(state, order, context)
    case 'register-hearing-request':
      return registerHearingRequest(state, order, context)
    case 'refuse-hearing-request':
      return refuseHearingRequest(state, order, context)
    case 'record-decision':
      return recordDecision(state, order)
  }
}
