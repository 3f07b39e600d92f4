import { decisionsInForce } from './inquiries.ts'
import type { CaseState } from './types.ts'

/** The columns of `CaseRow` that the case's own stream gives. Lists of ids are JSON arrays: `"id"` finds one. */
export interface CaseColumns {
  readonly id: string
  readonly number: string
  readonly year: number
  readonly ordinal: number
  readonly kind: string
  readonly title: string
  readonly stage: string
  /** Names, joined by 、 */
  readonly subjects: string
  /** Participating bodies, and as `owes` names them those that owe a correction: whose members find the case in their list. */
  readonly bodyIds: string
  /** Applicants and handlers. */
  readonly personIds: string
  /** Lower case; what a search looks in. */
  readonly searchText: string
  readonly registeredAt: string
  readonly updatedAt: string
}

/** A body that owes a correction and does not take part: it finds the case by number and title alone (C-45). */
export const owes = (bodyId: string) => `owes ${bodyId}`

const distinct = (ids: readonly string[]): string => JSON.stringify([...new Set(ids)])

/**
 * The row of the ledger. It is searched by whoever finds the case in his list, so it holds nothing that an
 * applicant may not see.
 */
export function caseRow(state: CaseState): CaseColumns {
  const owners = decisionsInForce(state.decisions)
    .flatMap((decision) => decision.duties.map((duty) => duty.ownerBodyId))
    .filter((bodyId) => !state.bodyIds.includes(bodyId))
  const searched = [
    state.number,
    state.title,
    ...state.subjects.flatMap((subject) => [subject.name, subject.unit, subject.position]),
    state.summary,
    ...state.situations,
    state.trigger.matter,
    state.trigger.organ,
  ]
  return {
    id: state.id,
    number: state.number,
    year: state.year,
    ordinal: state.ordinal,
    kind: state.kind,
    title: state.title,
    stage: state.stage,
    subjects: state.subjects.map((subject) => subject.name).join('、'),
    bodyIds: distinct([...state.bodyIds, ...owners.map(owes)]),
    personIds: distinct([...state.applicantIds, ...state.handlerIds]),
    searchText: searched
      .filter((text) => text !== '')
      .join('\n')
      .toLowerCase(),
    registeredAt: state.registeredAt,
    updatedAt: state.updatedAt,
  }
}

export { caseTasks } from './tasks.ts'
