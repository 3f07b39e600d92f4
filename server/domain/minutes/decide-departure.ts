import { holds } from '#domain/people/actor.ts'
import type { Context } from '#domain/record/entry.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import { mustBeAt } from './decide-text.ts'
import { departureOf } from './departures.ts'
import type { MinutesHappening, MinutesOrder } from './happenings.ts'
import { writesMinutes } from './may.ts'
import type { MinutesState } from './types.ts'

type Order<T extends MinutesOrder['type']> = Extract<MinutesOrder, { type: T }>
type Answer = readonly MinutesHappening[] | Refusal

/**
 * Why a case was decided against most members of its hearing (REQ-081; N-71), while the text is written: what departments
 * sign tells it. Refusals: access/denied, minutes/wrong-step, minutes/issued, minutes/no-departure, minutes/reason-required.
 */
export function reasonDeparture(
  state: MinutesState,
  order: Order<'reason-departure'>,
  { actor }: Context,
): Answer {
  if (!writesMinutes(actor, state)) return refuse('access/denied')
  const refusal = mustBeAt(state, 'draft', 'in-review')
  if (refusal) return refusal
  const { caseId } = order
  if (!order.departing?.includes(caseId)) return refuse('minutes/no-departure')
  const reason = order.reason.trim()
  if (reason === '') return refuse('minutes/reason-required')
  return [{ type: 'minutes/departure-reasoned', payload: { caseId, reason } }]
}

/**
 * The principal leader's consent, before the minutes go to be signed (F-50; N-72). Refusals: minutes/not-a-signatory,
 * minutes/wrong-step, minutes/issued, minutes/no-departure, minutes/departure-reason-missing, minutes/departure-consented.
 */
export function consentToDeparture(
  state: MinutesState,
  order: Order<'consent-to-departure'>,
  { actor }: Context,
): Answer {
  if (!holds(actor, 'leader')) return refuse('minutes/not-a-signatory')
  const refusal = mustBeAt(state, 'in-review', 'countersigning', 'signing')
  if (refusal) return refusal
  const { caseId } = order
  if (!order.departing?.includes(caseId)) return refuse('minutes/no-departure')
  const departure = departureOf(state, caseId)
  if (!departure) return refuse('minutes/departure-reason-missing')
  return departure.consent === null
    ? [{ type: 'minutes/departure-consented', payload: { caseId } }]
    : refuse('minutes/departure-consented')
}
