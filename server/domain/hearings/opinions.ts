import { inCapacity } from './people.ts'
import type { HearingState, MemberOpinion } from './types.ts'

/**
 * What more than half of the hearing members who gave an opinion hold; null where there is no such thing. The decision
 * must answer it (REQ-081, F-50). The chair's opinion stands beside it: he reports, he is not counted.
 */
export function majorityOf(state: HearingState): MemberOpinion['stand'] | null {
  const members = new Set(inCapacity(state, 'member').map((one) => one.personId))
  const stands = state.opinions.filter((one) => members.has(one.personId)).map((one) => one.stand)
  return stands.find((stand) => stands.filter((one) => one === stand).length * 2 > stands.length) ?? null
}
