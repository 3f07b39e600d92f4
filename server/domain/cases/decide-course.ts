import { calendarDay } from '#domain/calendar/dates.ts'
import { latestShelving } from '#domain/decisions/rules.ts'
import { canonicalProcedure } from '#domain/procedures/canonical.ts'
import { transitionBetween, type Need } from '#domain/procedures/template.ts'
import type { Context } from '#domain/record/entry.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { CaseHappening, CaseOrder } from './happenings.ts'
import { isClosed, openListing, runningHearing, standingListing } from './inquiries.ts'
import { mayRegisterCase } from './may.ts'
import { CASE_MARK, caseNumber } from './number.ts'
import { leadsWork, moversOf } from './standing.ts'
import type { CaseParticulars, CaseState, Listing } from './types.ts'

type Order<T extends CaseOrder['type']> = Extract<CaseOrder, { type: T }>
type Answer = readonly CaseHappening[] | Refusal

/** F-24: at least two who handle a case. */
const LEAST_HANDLERS = 2

const distinct = (ids: readonly string[]): readonly string[] => [...new Set(ids)]
const alike = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id) => other.includes(id))

const subjectIds = (particulars: Pick<CaseParticulars, 'subjects'>): readonly string[] =>
  particulars.subjects.map((subject) => subject.id)

function refusalOfSubjects(particulars: CaseParticulars): Refusal | null {
  const ids = subjectIds(particulars)
  if (ids.length === 0) return refuse('case/subjects-required')
  return distinct(ids).length === ids.length ? null : refuse('input/invalid')
}

/** Refusals: access/denied, record/conflict (the stream is in use), case/subjects-required, input/invalid. */
export function register(state: CaseState, order: Order<'register'>, { actor }: Context): Answer {
  if (!mayRegisterCase(actor)) return refuse('access/denied')
  if (state.seq > 0) return refuse('record/conflict')
  const refusal = refusalOfSubjects(order.particulars)
  if (refusal) return refusal
  const { particulars, year, ordinal, templates = {} } = order
  const taken: CaseHappening = { type: 'case/templates-taken', payload: { templates } }
  return [
    {
      type: 'case/registered',
      payload: {
        particulars,
        number: caseNumber(order.mark ?? CASE_MARK, year, ordinal),
        year,
        ordinal,
        applicantIds: distinct(order.applicantIds),
        bodyIds: distinct(order.bodyIds),
      },
    },
    ...(Object.keys(templates).length > 0 ? [taken] : []),
  ]
}

/** Whom the case is about is fixed while others rely on it: a meeting's agenda, a submitted opinion (C-05). */
function subjectsAreFixed(state: CaseState): boolean {
  const listed = state.stage === 'in-consultation' && standingListing(state) !== null
  return listed || state.opinions.some((opinion) => opinion.status === 'submitted')
}

function dropsNeededSubject(state: CaseState, kept: readonly string[]): boolean {
  const needed = [
    ...state.decisions.map((decision) => decision.subjectId),
    ...state.conditions.map((condition) => condition.subjectId),
    ...(state.hearingRight?.requests ?? []).flatMap(({ registeredFor }) => registeredFor?.subjectId ?? []),
  ]
  return needed.some((subjectId) => !kept.includes(subjectId))
}

/** Refusals: access/denied, case/closed, case/subjects-required, input/invalid, case/subjects-fixed. */
export function amend(state: CaseState, order: Order<'amend'>, { actor }: Context): Answer {
  if (!leadsWork(actor, state)) return refuse('access/denied')
  if (isClosed(state)) return refuse('case/closed')
  const refusal = refusalOfSubjects(order.particulars)
  if (refusal) return refusal
  const kept = subjectIds(order.particulars)
  const changed = !alike(kept, subjectIds(state))
  if (changed && (subjectsAreFixed(state) || dropsNeededSubject(state, kept)))
    return refuse('case/subjects-fixed')
  return [{ type: 'case/amended', payload: { particulars: order.particulars, reason: order.reason } }]
}

function refusalOfNeed(state: CaseState, need: Need): Refusal | null {
  switch (need) {
    case 'subjects':
      return state.subjects.length > 0 ? null : refuse('case/subjects-required')
    case 'two-handlers':
      return state.handlerIds.length >= LEAST_HANDLERS ? null : refuse('case/handlers-required')
  }
}

/**
 * Moves the case by the procedure's template. Refusals: case/transition-not-allowed (no such way, or only by
 * issued minutes), access/denied, case/hearing-running, case/reason-required, case/subjects-required,
 * case/handlers-required, calendar/year-missing (the last day of a shelving cannot be told).
 */
export function move(state: CaseState, order: Order<'move'>, { actor, now, calendar }: Context): Answer {
  const way = transitionBetween(canonicalProcedure, state.stage, order.to)
  const byHand = way?.by.some((mover) => mover !== 'minutes' && mover !== 'hearing') ?? false
  const movers = moversOf(actor, state)
  if (movers.length === 0) return refuse('access/denied')
  if (!way || !byHand) return refuse('case/transition-not-allowed')
  if (!way.by.some((mover) => movers.includes(mover))) return refuse('access/denied')
  // What the hearing says is answered by the decision: nobody goes round it (REQ-081, C-71).
  if (state.stage === 'to-hearing' && runningHearing(state)) return refuse('case/hearing-running')
  const reason = order.reason.trim()
  if (way.reasonRequired && reason === '') return refuse('case/reason-required')
  for (const need of way.needs) {
    const refusal = refusalOfNeed(state, need)
    if (refusal) return refusal
  }
  const until = order.to === 'shelved' ? latestShelving(calendarDay(now.toISOString()), calendar) : undefined
  if (isRefusal(until)) return until
  return [
    {
      type: 'case/moved',
      payload: {
        from: state.stage,
        to: order.to,
        reason: reason === '' ? null : reason,
        ...(until !== undefined && { until }),
      },
    },
  ]
}

/**
 * Refusals: access/denied, case/closed, case/handler-conflict (an applicant), case/handlers-required (fewer
 * than two distinct persons once verification has begun), case/already-done.
 */
export function assignHandlers(
  state: CaseState,
  order: Order<'assign-handlers'>,
  { actor }: Context,
): Answer {
  if (!moversOf(actor, state).includes('secretary')) return refuse('access/denied')
  if (isClosed(state)) return refuse('case/closed')
  const handlerIds = distinct(order.handlerIds)
  if (handlerIds.some((personId) => state.applicantIds.includes(personId)))
    return refuse('case/handler-conflict')
  const verified = state.stageHistory.some(({ stage }) => stage === 'in-verification')
  if (verified && handlerIds.length < LEAST_HANDLERS) return refuse('case/handlers-required')
  if (alike(handlerIds, state.handlerIds)) return refuse('case/already-done')
  return [{ type: 'case/handlers-assigned', payload: { handlerIds } }]
}

/** Refusals: access/denied, case/closed, case/already-done. */
export function inviteBody(state: CaseState, order: Order<'invite-body'>, { actor }: Context): Answer {
  if (!moversOf(actor, state).includes('secretary')) return refuse('access/denied')
  if (isClosed(state)) return refuse('case/closed')
  if (state.bodyIds.includes(order.bodyId)) return refuse('case/already-done')
  return [{ type: 'case/body-invited', payload: { bodyId: order.bodyId } }]
}

/** A decided case may be linked too: later cases refer to it (REQ-021). Refusals: access/denied, input/invalid, case/already-done. */
export function linkCase(state: CaseState, order: Order<'link-case'>, { actor }: Context): Answer {
  if (!leadsWork(actor, state)) return refuse('access/denied')
  if (order.caseId === state.id) return refuse('input/invalid')
  if (state.linkedCaseIds.includes(order.caseId)) return refuse('case/already-done')
  return [{ type: 'case/linked', payload: { caseId: order.caseId, reason: order.reason } }]
}

/**
 * The case comes onto an agenda; the papers are pinned before, in the same transaction. Without a
 * verification report there is nothing to decide on (REQ-110). Refusals: case/closed,
 * case/transition-not-allowed (not in consultation), agenda/already-listed (on this agenda, or taken
 * up by another meeting), case/verification-report-missing.
 */
export function list(state: CaseState, order: Order<'list'>): Answer {
  if (isClosed(state)) return refuse('case/closed')
  if (state.stage !== 'in-consultation') return refuse('case/transition-not-allowed')
  const sameMeeting = (listing: Listing) => listing.meetingId === order.meetingId && !listing.ended
  // A second meeting would decide against the one that has taken the case up, until that one puts it off or its
  // decision comes back.
  if (openListing(state) || state.meetings.some(sameMeeting)) return refuse('agenda/already-listed')
  const report = state.documents.find((document) => document.part === 'verification-report')
  if (!report?.versionId) return refuse('case/verification-report-missing')
  return [{ type: 'case/listed', payload: { meetingId: order.meetingId, itemId: order.itemId } }]
}

/**
 * The meeting is done with the case without a decision: it waits for another agenda (F-08, REQ-099; C-25). A
 * case that has left the consultation meanwhile has nothing to learn.
 */
export function putOffItem(state: CaseState, order: Order<'put-off-item'>): Answer {
  const { meetingId, itemId, reason } = order
  const stands = state.meetings.some(
    (listing) => listing.meetingId === meetingId && listing.itemId === itemId && !listing.ended,
  )
  return stands ? [{ type: 'case/item-put-off', payload: { meetingId, itemId, reason } }] : []
}

/** Refusals: case/closed, case/transition-not-allowed (left the consultation), agenda/unknown-item, agenda/item-open. */
export function openItem(state: CaseState, order: Order<'open-item'>): Answer {
  if (isClosed(state)) return refuse('case/closed')
  if (state.stage !== 'in-consultation') return refuse('case/transition-not-allowed')
  const { meetingId, itemId } = order
  const listing = state.meetings.find(
    (candidate) => candidate.meetingId === meetingId && candidate.itemId === itemId && !candidate.ended,
  )
  if (!listing) return refuse('agenda/unknown-item')
  // One meeting at a time takes a case up, or two would decide on it against each other; the same meeting may
  // take it up again (F-09).
  const open = openListing(state)
  if (open && open !== listing) return refuse('agenda/item-open')
  return [{ type: 'case/item-opened', payload: { meetingId, itemId } }]
}
