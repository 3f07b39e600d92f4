import { calendarDay, monthsAfter } from '#domain/calendar/dates.ts'
import { nextWorkingDay } from '#domain/calendar/working-days.ts'
import type { Context } from '#domain/record/entry.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { MinutesHappening, MinutesOrder } from './happenings.ts'
import { writesMinutes } from './may.ts'
import type { MinutesState, MinutesStep } from './types.ts'

type Order<T extends MinutesOrder['type']> = Extract<MinutesOrder, { type: T }>
type Answer = readonly MinutesHappening[] | Refusal

/** Null where the step is one of those; issued minutes say so in their own words (REQ-240). */
export function mustBeAt(state: MinutesState, ...steps: readonly MinutesStep[]): Refusal | null {
  if (steps.includes(state.step)) return null
  return refuse(state.step === 'issued' ? 'minutes/issued' : 'minutes/wrong-step')
}

/**
 * Minutes begin when the meeting is closed and every result announced; one meeting, one set of minutes.
 * Refusals: access/denied, minutes/exists, minutes/meeting-open, minutes/result-unannounced.
 */
export function draft(state: MinutesState, order: Order<'draft'>, { actor }: Context): Answer {
  if (!writesMinutes(actor, order.from)) return refuse('access/denied')
  if (state.seq > 0) return refuse('minutes/exists')
  if (order.meetingStatus !== 'closed') return refuse('minutes/meeting-open')
  if (order.unannounced > 0) return refuse('minutes/result-unannounced')
  return [{ type: 'minutes/drafted', payload: order.from }]
}

/** The text is drafted anew from the record; the version before is kept. Refusals: access/denied, minutes/wrong-step, minutes/issued. */
export function regenerate(state: MinutesState, order: Order<'regenerate'>, { actor }: Context): Answer {
  if (!writesMinutes(actor, state)) return refuse('access/denied')
  return (
    mustBeAt(state, 'draft', 'in-review') ?? [
      { type: 'minutes/regenerated', payload: { versionId: order.versionId } },
    ]
  )
}

/** A duty runs some months; ten years are a year mistyped. */
const LONGEST_DUTY_MONTHS = 120

/**
 * A day to shelve until that is not worked is moved to the next that is, before it is recorded: minutes, case and task
 * then tell one date, whatever becomes of the calendar (K-06, K-07). Refusals: access/denied, minutes/wrong-step,
 * minutes/issued, input/invalid (a case of another meeting, a duty named twice), minutes/due-date-not-ahead (of a duty
 * whose day is set now; one that was set before keeps its day), calendar/year-missing.
 */
export function setDetail(
  state: MinutesState,
  order: Order<'set-decision-detail'>,
  { actor, now, calendar }: Context,
): Answer {
  const { detail } = order
  if (!writesMinutes(actor, state)) return refuse('access/denied')
  const refusal = mustBeAt(state, 'draft', 'in-review')
  if (refusal) return refusal
  const elsewhere = state.details.filter(
    (known) => known.itemId !== detail.itemId || known.subjectId !== detail.subjectId,
  )
  const dutyIds = [...elsewhere, detail].flatMap((known) => known.duties.map((duty) => duty.id))
  if (!state.caseIds.includes(detail.caseId) || new Set(dutyIds).size !== dutyIds.length)
    return refuse('input/invalid')
  const today = calendarDay(now.toISOString())
  const before = new Set(
    state.details.flatMap(({ duties }) => duties.map(({ id, dueOn }) => `${id} ${dueOn}`)),
  )
  const set = detail.duties.filter(({ id, dueOn }) => !before.has(`${id} ${dueOn}`))
  if (set.some(({ dueOn }) => dueOn < today || dueOn > monthsAfter(today, LONGEST_DUTY_MONTHS)))
    return refuse('minutes/due-date-not-ahead')
  const shelvedUntil = detail.shelvedUntil && nextWorkingDay(detail.shelvedUntil, calendar)
  if (isRefusal(shelvedUntil)) return shelvedUntil
  return [{ type: 'minutes/decision-detailed', payload: { ...detail, shelvedUntil } }]
}

/** Whoever attended proposes (REQ-239). Refusals: access/denied, minutes/wrong-step, minutes/issued. */
export function proposeChange(state: MinutesState, order: Order<'propose-change'>, context: Context): Answer {
  if (!state.attendedIds.includes(context.actor.personId)) return refuse('access/denied')
  return (
    mustBeAt(state, 'in-review') ?? [
      {
        type: 'minutes/change-proposed',
        payload: { proposalId: context.newId(), text: order.text },
      },
    ]
  )
}

/** Refusals: access/denied, minutes/wrong-step, minutes/issued, input/invalid, case/already-done, minutes/reason-required. */
export function answerProposal(
  state: MinutesState,
  order: Order<'answer-proposal'>,
  { actor }: Context,
): Answer {
  if (!writesMinutes(actor, state)) return refuse('access/denied')
  const refusal = mustBeAt(state, 'in-review')
  if (refusal) return refusal
  const proposal = state.proposals.find((candidate) => candidate.id === order.proposalId)
  if (!proposal) return refuse('input/invalid')
  if (proposal.answer !== null) return refuse('case/already-done')
  const note = order.note.trim()
  if (!order.accepted && note === '') return refuse('minutes/reason-required')
  const { proposalId, accepted } = order
  return [{ type: 'minutes/proposal-answered', payload: { proposalId, accepted, note } }]
}
