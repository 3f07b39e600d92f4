import type { CaseHappening, CaseOrder } from '#domain/cases/happenings.ts'
import { isClosed, openListing } from '#domain/cases/inquiries.ts'
import { isApplicant, leadsWork } from '#domain/cases/standing.ts'
import type { CaseState } from '#domain/cases/types.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Context } from '#domain/record/entry.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import { writesPart } from './access.ts'
import { bodyOfOpinion } from './parts.ts'

type Order<T extends CaseOrder['type']> = Extract<CaseOrder, { type: T }>
type Answer = readonly CaseHappening[] | Refusal

/** The applicant submits his own statement; secretary and handlers everything else. */
function submitsPart(actor: Actor, state: CaseState, part: string): boolean {
  if (isApplicant(actor, state)) return writesPart(actor, state, part)
  return leadsWork(actor, state) && writesPart(actor, state, part)
}

/**
 * Why somebody may not submit the part, by person and part alone (D-15): asked before the text is looked at.
 * Refusals: document/unknown, access/denied.
 */
export function refusalToSubmit(actor: Actor, state: CaseState, part: string): Refusal | null {
  if (!state.documents.some((document) => document.part === part)) return refuse('document/unknown')
  return submitsPart(actor, state, part) ? null : refuse('access/denied')
}

/** Submission freezes: the text's version and hash enter the record (D-02). Refusals: document/unknown, access/denied, case/closed, document/frozen. */
export function submitDocument(
  state: CaseState,
  order: Order<'submit-document'>,
  { actor }: Context,
): Answer {
  const refusal = refusalToSubmit(actor, state, order.part)
  if (refusal) return refusal
  if (isClosed(state)) return refuse('case/closed')
  const document = state.documents.find((candidate) => candidate.part === order.part)
  if (document?.status === 'submitted') return refuse('document/frozen')
  return [{ type: 'case/document-submitted', payload: { part: order.part, ...order.frozen } }]
}

/**
 * Opens a submitted document again, with a reason; not while a meeting that reads it has the case open
 * (D-05). Refusals: document/unknown, access/denied, case/closed, document/not-submitted, document/pinned.
 */
export function reopenDocument(
  state: CaseState,
  order: Order<'reopen-document'>,
  { actor }: Context,
): Answer {
  const document = state.documents.find((candidate) => candidate.part === order.part)
  if (!document) return refuse('document/unknown')
  if (!leadsWork(actor, state)) return refuse('access/denied')
  if (isClosed(state)) return refuse('case/closed')
  if (document.status !== 'submitted') return refuse('document/not-submitted')
  const open = openListing(state)
  if (open && document.pinnedFor.includes(open.meetingId)) return refuse('document/pinned')
  return [{ type: 'case/document-reopened', payload: { part: order.part, reason: order.reason } }]
}

/**
 * A version taken for a meeting. It does not close the writers (D-06); an opinion goes to a meeting only when
 * submitted. Refusals: document/unknown, case/closed, opinion/not-submitted.
 */
export function pinDocument(state: CaseState, order: Order<'pin-document'>): Answer {
  const { part, meetingId, frozen } = order
  const bodyId = bodyOfOpinion(part)
  const opinion = state.opinions.find((candidate) => candidate.bodyId === bodyId)
  const document = state.documents.find((candidate) => candidate.part === part)
  if (!document && !opinion) return refuse('document/unknown')
  if (isClosed(state)) return refuse('case/closed')
  if (opinion && opinion.status !== 'submitted') return refuse('opinion/not-submitted')
  return [{ type: 'case/document-pinned', payload: { part, meetingId, ...frozen } }]
}
