import { calendarDay } from '#domain/calendar/dates.ts'
import { addWorkingDays } from '#domain/calendar/working-days.ts'
import { mayOrderHearing } from '#domain/hearings/may.ts'
import { ASKING_WORKING_DAYS } from '#domain/hearings/rules.ts'
import type { Context } from '#domain/record/entry.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { CaseHappening, CaseOrder } from './happenings.ts'
import { isClosed, mayComeToHearing, openRequests, runningHearing } from './inquiries.ts'
import { isApplicant, leadsWork } from './standing.ts'
import type { CaseState, HearingRequest } from './types.ts'

type Order<T extends CaseOrder['type']> = Extract<CaseOrder, { type: T }>
type Answer = readonly CaseHappening[] | Refusal

/**
 * The party is told that he may ask for a hearing, on paper where he has no account (H-191); from then the days run (H-120). A
 * day so far back that they would be over takes the right away unseen, so it is refused. Refusals: access/denied,
 * hearing/case-decided, case/transition-not-allowed, case/hearing-running, case/already-done, input/invalid,
 * hearing/right-lapsed, calendar/year-missing.
 */
export function tellHearingRight(
  state: CaseState,
  { toldOn, told }: Order<'tell-hearing-right'>,
  { actor, now, calendar }: Context,
): Answer {
  if (!leadsWork(actor, state)) return refuse('access/denied')
  if (isClosed(state)) return refuse('hearing/case-decided')
  if (!mayComeToHearing(state)) return refuse('case/transition-not-allowed')
  if (runningHearing(state)) return refuse('case/hearing-running')
  const today = calendarDay(now.toISOString())
  const before = state.hearingRight
  if (before && (before.latestOn >= today || openRequests(state).length > 0))
    return refuse('case/already-done')
  if (toldOn > today || toldOn < calendarDay(state.registeredAt)) return refuse('input/invalid')
  const latestOn = addWorkingDays(toldOn, ASKING_WORKING_DAYS, calendar)
  if (isRefusal(latestOn)) return latestOn
  if (latestOn < today) return refuse('hearing/right-lapsed', { latestOn })
  return [{ type: 'case/hearing-right-told', payload: { toldOn, told, latestOn } }]
}

/** Each party asks once for a telling, on its last day at the latest (H-121). */
function refusalToAsk(
  state: CaseState,
  day: string,
  isHis: (request: HearingRequest) => boolean,
): Refusal | null {
  if (isClosed(state)) return refuse('hearing/case-decided')
  const right = state.hearingRight
  if (!right) return refuse('hearing/right-not-told')
  if (right.requests.some(isHis)) return refuse('hearing/already-asked')
  const { latestOn } = right
  if (day > latestOn) return refuse('hearing/asked-too-late', { latestOn })
  return runningHearing(state) ? refuse('case/hearing-running') : null
}

/**
 * By an applicant with his account. Refusals: access/denied, hearing/case-decided, hearing/right-not-told,
 * hearing/already-asked, hearing/asked-too-late (with the day that was the last), case/hearing-running.
 */
export function askForHearing(
  state: CaseState,
  { reason }: Order<'ask-for-hearing'>,
  { actor, now, newId }: Context,
): Answer {
  if (!isApplicant(actor, state)) return refuse('access/denied')
  const today = calendarDay(now.toISOString())
  const refusal = refusalToAsk(state, today, ({ by }) => by === actor.personId)
  return refusal ?? [{ type: 'case/hearing-asked', payload: { requestId: newId(), reason } }]
}

/**
 * Of a party who asked on paper or by word of mouth, by who leads the work (H-192). What counts is the day on which it was
 * received: entered later it is in time all the same. Refusals: those of `askForHearing`, and input/invalid (nobody whom the
 * case is about, a day ahead or before the telling).
 */
export function registerHearingRequest(
  state: CaseState,
  { subjectId, receivedOn, reason }: Order<'register-hearing-request'>,
  { actor, now, newId }: Context,
): Answer {
  if (!leadsWork(actor, state)) return refuse('access/denied')
  const toldOn = state.hearingRight?.toldOn ?? receivedOn
  if (receivedOn > calendarDay(now.toISOString()) || receivedOn < toldOn) return refuse('input/invalid')
  if (!state.subjects.some(({ id }) => id === subjectId)) return refuse('input/invalid')
  const refusal = refusalToAsk(
    state,
    receivedOn,
    ({ registeredFor }) => registeredFor?.subjectId === subjectId,
  )
  const registeredFor = { subjectId, receivedOn }
  return refusal ?? [{ type: 'case/hearing-asked', payload: { requestId: newId(), reason, registeredFor } }]
}

/**
 * By whoever might order the hearing instead, with reasons that the party reads (F-49, H-122). Refusals: access/denied,
 * input/invalid, case/already-done.
 */
export function refuseHearingRequest(
  state: CaseState,
  { requestId, reason }: Order<'refuse-hearing-request'>,
  { actor }: Context,
): Answer {
  if (isApplicant(actor, state) || !mayOrderHearing(actor, state.bodyIds)) return refuse('access/denied')
  const request = state.hearingRight?.requests.find(({ id }) => id === requestId)
  if (!request) return refuse('input/invalid')
  if (request.answer) return refuse('case/already-done')
  return [{ type: 'case/hearing-request-refused', payload: { requestId, reason } }]
}
