import { minutesAccess, mayReadMinutes } from '#domain/minutes/may.ts'
import type { MinutesState } from '#domain/minutes/types.ts'
import { maySeeAllCases } from '#domain/cases/may.ts'
import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { AccessCase } from './case-access.ts'
import type { RecordPort, RecusalStore } from './ports.ts'

export interface MinutesAccess {
  readonly state: MinutesState
  readonly grounds: { readonly readsCases: boolean }
  readonly text: 'write' | 'read'
}

/**
 * The one road to minutes: whoever may not know of them gets `access/not-found` (N-03), whoever is recused now
 * from one of their cases `access/recused` (D-13): a later meeting may have taken up what an earlier one put off.
 */
export function createMinutesAccess<Tx>(ports: {
  record: RecordPort<Tx>
  accessCase: AccessCase
  recusals: RecusalStore
}) {
  /** Whether every case the minutes are about is open to the person; asked only where it matters. */
  async function readsCases(actor: Actor, state: MinutesState): Promise<boolean> {
    if (state.step !== 'issued') return false
    for (const caseId of state.caseIds) {
      const access = await ports.accessCase(actor, caseId)
      if (isRefusal(access) || access.state.applicantIds.includes(actor.personId)) return false
    }
    return state.caseIds.length > 0 || maySeeAllCases(actor)
  }

  return async function accessMinutes(actor: Actor, minutesId: string): Promise<MinutesAccess | Refusal> {
    const state = await ports.record.load<MinutesState>(`minutes/${minutesId}`)
    if (state.seq === 0) return refuse('access/not-found')
    const grounds = { readsCases: !mayReadMinutes(actor, state) && (await readsCases(actor, state)) }
    const text = minutesAccess(actor, state, grounds)
    if (text === 'none') return refuse('access/not-found')
    const closed = (await ports.recusals.closedCases()).get(actor.personId) ?? []
    if (state.caseIds.some((caseId) => closed.includes(caseId))) return refuse('access/recused')
    return { state, grounds, text }
  }
}

export type AccessMinutes = ReturnType<typeof createMinutesAccess>
