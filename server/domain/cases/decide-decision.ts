import { stageAfter } from '#domain/decisions/stage-after.ts'
import { canonicalProcedure } from '#domain/procedures/canonical.ts'
import { transitionBetween } from '#domain/procedures/template.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import type { CaseHappening, CaseOrder } from './happenings.ts'
import { decisionsInForce } from './inquiries.ts'
import type { CaseState, Decision } from './types.ts'

function alreadyRecorded(state: CaseState, decision: Decision): boolean {
  return state.decisions.some(
    (known) => known.subjectId === decision.subjectId && known.minutesId === decision.minutesId,
  )
}

/**
 * What issued minutes decided, per subject, and the stage that follows (REQ-103, REQ-245; C-40, C-41). Only
 * the issuing of minutes asks for this, so who may is the minutes' rule. A case moved by hand after the
 * meeting took it up still gets the decision that was voted: the vote is a fact.
 * Refusals: input/invalid (unknown subject, two decisions on one), case/already-done,
 * case/transition-not-allowed.
 */
export function recordDecision(
  state: CaseState,
  { decisions }: Extract<CaseOrder, { type: 'record-decision' }>,
): readonly CaseHappening[] | Refusal {
  if (decisions.length === 0) return []
  const decidedOn = decisions.map((decision) => decision.subjectId)
  const known = decidedOn.every((id) => state.subjects.some((subject) => subject.id === id))
  if (!known || new Set(decidedOn).size !== decidedOn.length) return refuse('input/invalid')
  if (decisions.some((decision) => alreadyRecorded(state, decision))) return refuse('case/already-done')

  const inForce = decisionsInForce([...state.decisions, ...decisions])
  const to = stageAfter(inForce, state.subjects.length - inForce.length)
  const recorded = { type: 'case/decision-recorded', payload: { decisions } } as const
  if (to === state.stage) return [recorded]

  const way = transitionBetween(canonicalProcedure, state.stage, to)
  const consulting = state.stage === 'in-consultation'
  if (consulting && !way?.by.includes('minutes')) return refuse('case/transition-not-allowed')
  const reason = decisions[0]?.minutesNumber ?? null
  return [recorded, { type: 'case/moved', payload: { from: state.stage, to, reason } }]
}
