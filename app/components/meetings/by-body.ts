import type { MemberDue } from '#domain/meetings/types.ts'

type Member = Pick<MemberDue, 'bodyId' | 'bodyName'>

/** Members by department, in the order they were convened. */
export function byBody<Person extends Member>(
  members: readonly Person[],
): readonly (readonly [string, readonly Person[]])[] {
  const groups = new Map<string, Person[]>()
  for (const member of members) {
    const group = groups.get(member.bodyId)
    if (group) group.push(member)
    else groups.set(member.bodyId, [member])
  }
  return [...groups]
}
