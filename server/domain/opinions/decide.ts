import type { CaseHappening, CaseOrder } from '#domain/cases/happenings.ts'
import { isBeingConsulted, isClosed, openListing } from '#domain/cases/inquiries.ts'
import { isApplicant, participatingBody } from '#domain/cases/standing.ts'
import type { CaseState, Opinion } from '#domain/cases/types.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Context } from '#domain/record/entry.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'

type Order<T extends CaseOrder['type']> = Extract<CaseOrder, { type: T }>
type Answer = readonly CaseHappening[] | Refusal

/** The opinion of the person's own body. Refusals: access/denied (an applicant), case/body-not-invited. */
export function ownOpinion(actor: Actor, state: CaseState): Opinion | Refusal {
  const bodyId = participatingBody(actor, state)
  const opinion = state.opinions.find((candidate) => candidate.bodyId === bodyId)
  if (isApplicant(actor, state)) return refuse('access/denied')
  return opinion ?? refuse('case/body-not-invited')
}

/**
 * The body's opinion with a stand on every subject, frozen with its hash (REQ-056; D-10). That the text is not
 * empty is checked by the service, which holds it. Refusals: access/denied, case/body-not-invited, case/closed,
 * case/transition-not-allowed (not being consulted), opinion/already-submitted, opinion/incomplete.
 */
export function submitOpinion(state: CaseState, order: Order<'submit-opinion'>, { actor }: Context): Answer {
  const opinion = ownOpinion(actor, state)
  if (isRefusal(opinion)) return opinion
  if (isClosed(state)) return refuse('case/closed')
  if (!isBeingConsulted(state)) return refuse('case/transition-not-allowed')
  if (opinion.status === 'submitted') return refuse('opinion/already-submitted')
  const asked = new Set(state.subjects.map((subject) => subject.id))
  const given = Object.keys(order.stands)
  if (given.length !== asked.size || !given.every((id) => asked.has(id))) return refuse('opinion/incomplete')
  const { stands, clauses, frozen } = order
  return [{ type: 'case/opinion-submitted', payload: { bodyId: opinion.bodyId, stands, clauses, ...frozen } }]
}

/**
 * Before the item opens a body may take its opinion back, with a reason; it is sealed again (D-11).
 * Refusals: access/denied, case/body-not-invited, opinion/not-submitted, case/closed, opinion/item-opened.
 */
export function withdrawOpinion(
  state: CaseState,
  order: Order<'withdraw-opinion'>,
  { actor }: Context,
): Answer {
  const opinion = ownOpinion(actor, state)
  if (isRefusal(opinion)) return opinion
  if (opinion.status !== 'submitted') return refuse('opinion/not-submitted')
  if (isClosed(state)) return refuse('case/closed')
  if (openListing(state) !== null) return refuse('opinion/item-opened')
  return [{ type: 'case/opinion-withdrawn', payload: { bodyId: opinion.bodyId, reason: order.reason } }]
}
