import { holds } from '#domain/people/actor.ts'
import { actsFor } from '#domain/people/acts-for.ts'
import type { Context } from '#domain/record/entry.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import { mustBeAt } from './decide-text.ts'
import { refusalOfDetails } from './decisions.ts'
import { mustBeConsented, mustBeReasoned } from './departures.ts'
import type { MinutesHappening, MinutesOrder } from './happenings.ts'
import { writesMinutes } from './may.ts'
import { MINUTES_MARK, minutesNumber } from './number.ts'
import { refusalOfFacts } from './required-facts.ts'
import type { MinutesState } from './types.ts'

type Order<T extends MinutesOrder['type']> = Extract<MinutesOrder, { type: T }>
type Answer = readonly MinutesHappening[] | Refusal

/** Departments that have not signed the text as it is frozen now. */
export function unsignedBodies(state: MinutesState): readonly string[] {
  return state.bodyIds.filter(
    (bodyId) => !state.countersignatures.some((signature) => signature.bodyId === bodyId),
  )
}

export function isRefusedByBody(state: MinutesState): boolean {
  return state.countersignatures.some((signature) => !signature.agreed)
}

/** Refusals: access/denied, minutes/wrong-step, minutes/issued. */
export function sendToReview(state: MinutesState, { actor }: Context): Answer {
  if (!writesMinutes(actor, state)) return refuse('access/denied')
  return mustBeAt(state, 'draft') ?? [{ type: 'minutes/sent-to-review', payload: {} }]
}

/**
 * The text is frozen and goes to every department. Refusals: access/denied, minutes/wrong-step,
 * minutes/issued, minutes/proposals-open, minutes/result-unannounced, meeting/undecided-items,
 * minutes/measure-required, minutes/decision-incomplete, record/conflict (a detail changed while the text was frozen),
 * calendar/year-missing, minutes/departure-reason-missing, those of `refusalOfFacts`.
 */
export function sendToCountersign(
  state: MinutesState,
  order: Order<'send-to-countersign'>,
  { actor, calendar }: Context,
): Answer {
  if (!writesMinutes(actor, state)) return refuse('access/denied')
  const refusal = mustBeAt(state, 'in-review')
  if (refusal) return refusal
  if (state.proposals.some((proposal) => proposal.answer === null)) return refuse('minutes/proposals-open')
  if (order.unannounced > 0) return refuse('minutes/result-unannounced')
  if (order.meeting.id !== state.meetingId) return refuse('input/invalid')
  if (order.asOf !== state.seq) return refuse('record/conflict')
  const incomplete = refusalOfDetails(state.details, order.meeting, calendar)
  const missing = incomplete ?? (order.text && refusalOfFacts(order.text, order.meeting))
  const unreasoned = missing ?? mustBeReasoned(state, order.departing ?? [])
  return unreasoned ?? [{ type: 'minutes/sent-to-countersign', payload: order.frozen }]
}

/**
 * 会签 for one's own department, once in a round (F-61, F-63). Refusals: minutes/not-a-signatory,
 * minutes/wrong-step, minutes/issued, minutes/already-signed, minutes/reason-required (a refusal without one).
 */
export function countersign(state: MinutesState, order: Order<'countersign'>, { actor }: Context): Answer {
  const bodyId = state.bodyIds.find((candidate) => actsFor(actor, candidate))
  if (bodyId === undefined) return refuse('minutes/not-a-signatory')
  const refusal = mustBeAt(state, 'countersigning')
  if (refusal) return refusal
  if (!unsignedBodies(state).includes(bodyId)) return refuse('minutes/already-signed')
  const reason = order.reason.trim()
  if (!order.agreed && reason === '') return refuse('minutes/reason-required')
  return [{ type: 'minutes/countersigned', payload: { bodyId, agreed: order.agreed, reason } }]
}

/**
 * Only with every department's agreement. A refusal is not outvoted and not withdrawn: it is answered by
 * returning to draft, and every department signs the new text (N-22). Refusals: access/denied,
 * minutes/wrong-step, minutes/issued, minutes/countersign-refused, minutes/not-all-countersigned, those of
 * `mustBeConsented`: a case that was decided against its hearing's majority.
 */
export function sendToSign(state: MinutesState, order: Order<'send-to-sign'>, { actor }: Context): Answer {
  if (!writesMinutes(actor, state)) return refuse('access/denied')
  const refusal = mustBeAt(state, 'countersigning')
  if (refusal) return refusal
  if (isRefusedByBody(state)) return refuse('minutes/countersign-refused')
  if (unsignedBodies(state).length > 0) return refuse('minutes/not-all-countersigned')
  return mustBeConsented(state, order.departing ?? []) ?? [{ type: 'minutes/sent-to-sign', payload: {} }]
}

/**
 * 签发: the leader's signature issues the minutes, with their number (F-61, REQ-239). What is issued is what the
 * departments signed, hash for hash. Refusals: minutes/not-a-signatory, minutes/wrong-step, minutes/issued,
 * minutes/result-unannounced, document/frozen (another text), those of `mustBeConsented`.
 */
export function sign(state: MinutesState, order: Order<'sign'>, { actor }: Context): Answer {
  if (!holds(actor, 'leader')) return refuse('minutes/not-a-signatory')
  const refusal = mustBeAt(state, 'signing')
  if (refusal) return refusal
  if (order.unannounced > 0) return refuse('minutes/result-unannounced')
  if (state.frozen?.hash !== order.contentHash) return refuse('document/frozen')
  const unconsented = mustBeConsented(state, order.departing ?? [])
  if (unconsented) return unconsented
  return [
    {
      type: 'minutes/issued',
      payload: {
        number: minutesNumber(order.mark ?? MINUTES_MARK, order.year, order.ordinal),
        contentHash: order.contentHash,
        versionId: order.versionId,
      },
    },
  ]
}

/**
 * Back to draft from any step but issued, with a reason; signatures and the frozen text fall away.
 * Refusals: access/denied, minutes/wrong-step (it is a draft), minutes/issued, minutes/reason-required.
 */
export function returnToDraft(
  state: MinutesState,
  order: Order<'return-to-draft'>,
  { actor }: Context,
): Answer {
  const may = writesMinutes(actor, state) || actor.personId === state.chairId || holds(actor, 'leader')
  if (!may) return refuse('access/denied')
  const refusal = mustBeAt(state, 'in-review', 'countersigning', 'signing')
  if (refusal) return refusal
  const reason = order.reason.trim()
  if (reason === '') return refuse('minutes/reason-required')
  return [{ type: 'minutes/returned', payload: { from: state.step, reason } }]
}
