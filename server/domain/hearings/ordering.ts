import { calendarDay } from '#domain/calendar/dates.ts'
import { workingDaysBefore } from '#domain/calendar/working-days.ts'
import { isAhead } from '#domain/proceedings/times.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import { mustMayPrepare, mustNotBeClosed, mustNotHaveOpened, mustTakePart } from './guards.ts'
import { mayOrderHearing, officeBodiesOf } from './may.ts'
import type { Rules } from './order.ts'
import { holderOf, inCapacity, participantOf } from './people.ts'
import { serving } from './served-papers.ts'
import type { HearingState } from './types.ts'

/** Refusals: hearing/chair-missing, hearing/recorder-missing, hearing/members-even, hearing/party-missing, hearing/investigator-missing. */
function mustBeComplete(state: HearingState): Refusal | null {
  if (holderOf(state, 'chair') === null) return refuse('hearing/chair-missing')
  if (holderOf(state, 'recorder') === null) return refuse('hearing/recorder-missing')
  // An odd number has a majority (REQ-072); how many is suggested only, and warned of by the view.
  if (inCapacity(state, 'member').length % 2 === 0) return refuse('hearing/members-even')
  if (state.preset === 'consultation') return null
  if (inCapacity(state, 'party').length === 0) return refuse('hearing/party-missing')
  return inCapacity(state, 'investigator').length === 0 ? refuse('hearing/investigator-missing') : null
}

/** Whether a notice served now comes after its last day in time, that day included (F-31). */
export function isLateNotice(now: Date, latestOn: string): boolean {
  return calendarDay(now.toISOString()) > latestOn
}

/**
 * The order, the notice and calling it off (REQ-067, REQ-070, REQ-071). That a case has one running hearing is the
 * service's to see.
 */
export const orderingRules: Rules<'order' | 'serve-notice' | 'serve-papers' | 'read-notice' | 'cancel'> = {
  /** Refusals: access/denied, record/conflict (it exists), hearing/case-decided, hearing/time-not-ahead, hearing/open-reason-required, input/invalid. */
  order(state, { order, hearingCase, orderingBodyId, orderingBodyName, bodies, rules }, context) {
    const { actor } = context
    // Whom the case is about asks for a hearing and does not order it.
    if (!mayOrderHearing(actor, hearingCase.bodyIds) || hearingCase.concernedIds.includes(actor.personId))
      return refuse('access/denied')
    if (state.seq > 0) return refuse('record/conflict')
    if (hearingCase.stage === 'decided') return refuse('hearing/case-decided')
    if (!isAhead(order.startsAt, context.now)) return refuse('hearing/time-not-ahead')
    if (order.issues.length === 0) return refuse('input/invalid')
    const open = order.closedGround === null
    // F-33 and the worries of the seeds: a case hearing is closed unless somebody says why it is not.
    if (order.preset === 'case' && open && order.openReason === null)
      return refuse('hearing/open-reason-required')
    return [
      {
        type: 'hearing/ordered',
        payload: {
          ...order,
          openReason: open ? order.openReason : null,
          issues: order.issues.map((text) => ({ id: context.newId(), text })),
          caseNumber: hearingCase.number,
          caseTitle: hearingCase.title,
          handlerIds: hearingCase.handlerIds,
          concernedIds: hearingCase.concernedIds,
          orderingBodyId,
          orderingBodyName,
          officeBodies: officeBodiesOf(orderingBodyId, hearingCase.bodyIds, bodies),
          rules,
        },
      },
    ]
  },

  /**
   * Served to everybody named; whoever is named later gets it then. A postponed hearing is noticed anew, with its new
   * time. Refusals: access/denied, hearing/already-noticed, hearing/new-time-needed, hearing/time-not-ahead, hearing/short-notice-reason, calendar/year-missing and
   * what is missing of the tribunal and the sides.
   */
  'serve-notice'(state, { text, shortReason, startsAt: newTime, papers = [] }, context) {
    const { actor, now, calendar } = context
    const refused = mustNotHaveOpened(state) ?? mustMayPrepare(state, actor)
    if (refused) return refused
    if (state.status === 'noticed') return refuse('hearing/already-noticed')
    if (state.status === 'postponed' && newTime === null) return refuse('hearing/new-time-needed')
    const incomplete = mustBeComplete(state)
    if (incomplete) return incomplete
    const startsAt = newTime ?? state.startsAt
    if (!isAhead(startsAt, now)) return refuse('hearing/time-not-ahead')
    const latestOn = workingDaysBefore(calendarDay(startsAt), state.rules.noticeWorkingDays, calendar)
    if (isRefusal(latestOn)) return latestOn
    const late = isLateNotice(now, latestOn)
    if (late && shortReason === null) return refuse('hearing/short-notice-reason')
    // At the same time (REQ-070): both stand or neither.
    const served = serving(state, papers, late, context)
    if (isRefusal(served)) return served
    return [
      {
        type: 'hearing/notice-served',
        payload: { text, shortReason: late ? shortReason : null, latestOn, startsAt },
      },
      ...served,
    ]
  },

  /**
   * After the notice, up to the closing; late where a notice would be (REQ-070, F-54). Refusals: hearing/ended,
   * access/denied, hearing/not-noticed and those of `serving`.
   */
  'serve-papers'(state, { papers }, context) {
    const refused = mustNotBeClosed(state) ?? mustMayPrepare(state, context.actor)
    if (refused) return refused
    if (!state.notice) return refuse('hearing/not-noticed')
    return serving(state, papers, isLateNotice(context.now, state.notice.latestOn), context)
  },

  /** The receipt of reading. Refusals: hearing/not-participant, hearing/not-noticed, hearing/already-read. */
  'read-notice'(state, _order, { actor }) {
    const refused = mustNotBeClosed(state) ?? mustTakePart(state, actor.personId)
    if (refused) return refused
    const one = participantOf(state, actor.personId)
    if (!one || one.noticeServedAt === null) return refuse('hearing/not-noticed')
    return one.noticeReadAt === null
      ? [{ type: 'hearing/notice-read', payload: {} }]
      : refuse('hearing/already-read')
  },

  cancel(state, { reason }, { actor }) {
    return (
      mustNotHaveOpened(state) ??
      mustMayPrepare(state, actor) ?? [{ type: 'hearing/cancelled', payload: { reason } }]
    )
  },
}
