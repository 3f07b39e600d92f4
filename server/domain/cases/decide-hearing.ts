import { refuse, type Refusal } from '#domain/record/refusal.ts'
import type { CaseHappening, CaseOrder } from './happenings.ts'
import { isClosed, mayComeToHearing, openRequests, runningHearing } from './inquiries.ts'
import type { CaseState } from './types.ts'

type Order<T extends CaseOrder['type']> = Extract<CaseOrder, { type: T }>
type Answer = readonly CaseHappening[] | Refusal

/**
 * A hearing was ordered: who may is the hearing's rule. The case waits for it from whatever stage it was in (C-70).
 * Refusals: case/closed, case/transition-not-allowed (not accepted yet), case/hearing-running.
 */
export function hearingOrdered(state: CaseState, { hearingId, title }: Order<'hearing-ordered'>): Answer {
  if (isClosed(state)) return refuse('case/closed')
  if (runningHearing(state)) return refuse('case/hearing-running')
  if (!mayComeToHearing(state)) return refuse('case/transition-not-allowed')
  // One hearing answers all who asked for it (F-57, H-122).
  const granted = openRequests(state).map(
    ({ id: requestId }) =>
      ({ type: 'case/hearing-request-granted', payload: { requestId, hearingId } }) as const,
  )
  const ordered = [{ type: 'case/hearing-ordered', payload: { hearingId, title } } as const, ...granted]
  const { stage: from } = state
  if (from === 'to-hearing') return ordered
  return [...ordered, { type: 'case/moved', payload: { from, to: 'to-hearing', reason: title } }]
}

/** No report will come of it: another hearing may be ordered, or the case goes on without (C-72). */
export function hearingEnded(state: CaseState, { hearingId, how }: Order<'hearing-ended'>): Answer {
  return runningHearing(state)?.hearingId === hearingId
    ? [{ type: 'case/hearing-ended', payload: { hearingId, how } }]
    : []
}

/** The signed report enters the case; whoever may sign it is the hearing's rule. Refusals: input/invalid, case/already-done. */
export function hearingReported(state: CaseState, { hearingId, report }: Order<'hearing-reported'>): Answer {
  const hearing = state.hearings.find((one) => one.hearingId === hearingId)
  if (!hearing) return refuse('input/invalid')
  if (hearing.report) return refuse('case/already-done')
  return [{ type: 'case/hearing-reported', payload: { hearingId, ...report } }]
}
