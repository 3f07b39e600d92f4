import { momentOf } from '#domain/calendar/dates.ts'
import { examinationPart } from '#domain/dossiers/parts.ts'
import { mayOrderHearing } from '#domain/hearings/may.ts'
import type { Actor } from '#domain/people/actor.ts'
import { isAhead } from '#domain/proceedings/times.ts'
import type { Context } from '#domain/record/entry.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import type { ExaminationWay } from './examination-types.ts'
import type { CaseHappening, CaseOrder } from './happenings.ts'
import { isClosed, mayComeToHearing } from './inquiries.ts'
import { isApplicant, leadsWork } from './standing.ts'
import type { CaseState } from './types.ts'

type Order<T extends CaseOrder['type']> = Extract<CaseOrder, { type: T }>
type Answer = readonly CaseHappening[] | Refusal

/** Who orders hearings, and who handles the case. */
function mayChoose(actor: Actor, state: CaseState): boolean {
  return !isApplicant(actor, state) && (leadsWork(actor, state) || mayOrderHearing(actor, state.bodyIds))
}

/** A choice comes before what is chosen. */
function isToCome(way: ExaminationWay, now: Date): boolean {
  // A day lasts until its evening.
  return isAhead(way.kind === 'symposium' ? way.startsAt : momentOf(way.dueOn, '23:59'), now)
}

/**
 * A symposium or an inquiry by a third party, with the reason for it, beside each other and beside a hearing (H-125).
 * Refusals: access/denied, case/closed, case/transition-not-allowed (not accepted yet), case/time-not-ahead.
 */
export function chooseExamination(
  state: CaseState,
  { way, matter, reason }: Order<'choose-examination'>,
  { actor, now, newId }: Context,
): Answer {
  if (!mayChoose(actor, state)) return refuse('access/denied')
  if (isClosed(state)) return refuse('case/closed')
  if (!mayComeToHearing(state)) return refuse('case/transition-not-allowed')
  if (!isToCome(way, now)) return refuse('case/time-not-ahead')
  return [{ type: 'case/examination-chosen', payload: { examinationId: newId(), way, matter, reason } }]
}

/** Not once its result has been submitted. Refusals: access/denied, input/invalid, case/closed, case/already-done. */
export function callOffExamination(
  state: CaseState,
  { examinationId, reason }: Order<'call-off-examination'>,
  { actor }: Context,
): Answer {
  if (!mayChoose(actor, state)) return refuse('access/denied')
  const examination = state.examinations.find(({ id }) => id === examinationId)
  if (!examination) return refuse('input/invalid')
  if (isClosed(state)) return refuse('case/closed')
  const result = state.documents.find(({ part }) => part === examinationPart(examination))
  if (examination.calledOff || (result?.versionId ?? null) !== null) return refuse('case/already-done')
  return [{ type: 'case/examination-called-off', payload: { examinationId, reason } }]
}
