import { initialCase } from '#domain/cases/initial.ts'
import { mayReadCase } from '#domain/cases/may.ts'
import { scopeOf } from '#domain/cases/standing.ts'
import type { CaseState } from '#domain/cases/types.ts'
import type { Actor } from '#domain/people/actor.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import type { RecordPort, RecusalStore } from './ports.ts'

/** What the case's own record does not hold but access depends on: recusals and meetings. */
export interface Grounds {
  readonly recused: boolean
  readonly viaMeeting: boolean
}

export interface CaseAccess {
  readonly state: CaseState
  readonly grounds: Grounds
}

/**
 * The one road to a case for pages, sockets, documents, evidence and timelines. Somebody who may not know
 * of a case gets `access/not-found`, a recused member `access/recused` (X rules, architecture §8).
 */
export function createCaseAccess<Tx>(ports: {
  record: Pick<RecordPort<Tx>, 'load'>
  recusals: Pick<RecusalStore, 'recusedFromCase' | 'participantsOfCase'>
}) {
  return async function accessCase(actor: Actor, caseId: string): Promise<CaseAccess | Refusal> {
    const state = await ports.record.load<CaseState>(`case/${caseId}`)
    if (state.seq === initialCase(caseId).seq) return refuse('access/not-found')
    const recused = (await ports.recusals.recusedFromCase(caseId)).includes(actor.personId)
    const without = scopeOf(actor, state, { recused: false })
    // Every meeting is looked through for it: asked only where a meeting would show more.
    const viaMeeting =
      (without === 'none' || without === 'duty') &&
      (await ports.recusals.participantsOfCase(caseId)).includes(actor.personId)
    const grounds = { recused, viaMeeting }
    if (mayReadCase(actor, state, grounds)) return { state, grounds }
    const wouldOtherwise = grounds.recused && mayReadCase(actor, state, { ...grounds, recused: false })
    return refuse(wouldOtherwise ? 'access/recused' : 'access/not-found')
  }
}

export type AccessCase = ReturnType<typeof createCaseAccess>
