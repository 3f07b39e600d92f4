import type { MemberDue } from '#domain/meetings/types.ts'
import type { RollLine } from './types.ts'

/**
 * The roll as it stands when a ballot opens: one line per member due, in the order of convening, the recused
 * and the absent included, so that the record shows why somebody had no vote (architecture §5). Attendees are
 * not on it (F-11), proxies do not exist.
 */
export function buildRoll(
  membersDue: readonly MemberDue[],
  presentIds: ReadonlySet<string>,
  recusedIds: ReadonlySet<string>,
): readonly RollLine[] {
  return membersDue.map(({ personId, name, bodyId }) => {
    const present = presentIds.has(personId)
    const recused = recusedIds.has(personId)
    return { personId, name, bodyId, present, recused, entitled: present && !recused }
  })
}
