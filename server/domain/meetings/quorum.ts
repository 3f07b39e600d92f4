import { areEnough, neededOf, type Fraction } from '#domain/ballots/rules.ts'
import { presentIds } from './participants.ts'
import { recusedIds } from './recusals.ts'
import type { AgendaItem, MeetingGrade, MeetingState } from './types.ts'
import type { QuorumView } from './view.ts'

export function fractionFor(state: MeetingState, grade: MeetingGrade = state.grade): Fraction {
  return grade === 'major' ? state.rules.majorQuorum : state.rules.ordinaryQuorum
}

/**
 * Quorum of the whole meeting: members due who are checked in against those due; attendees do not count, leave
 * does not lower what is needed (F-01, F-02, F-10). `met` speaks of the number; the departments that must be
 * represented stand beside it in `missingBodyIds`.
 */
export function quorumOf(state: MeetingState, grade: MeetingGrade = state.grade): QuorumView {
  return count(state, grade, new Set())
}

/**
 * Quorum for one item: the recused are not counted present for it, and as due only by the rule's switch
 * (F-18). A department counts as represented by any of its members in the room.
 */
export function itemQuorum(state: MeetingState, item: AgendaItem): QuorumView {
  return count(state, state.grade, recusedIds(state, item.id))
}

function count(state: MeetingState, grade: MeetingGrade, recused: ReadonlySet<string>): QuorumView {
  const here = presentIds(state)
  const able = state.membersDue.filter((member) => !recused.has(member.personId))
  const due = state.rules.recusedCountAsDue ? state.membersDue.length : able.length
  const present = able.filter((member) => here.has(member.personId)).length
  const fraction = fractionFor(state, grade)
  return {
    due,
    present,
    needed: neededOf(due, fraction),
    met: areEnough(present, due, fraction),
    missingBodyIds: state.requiredBodyIds.filter(
      (bodyId) => !state.membersDue.some((member) => member.bodyId === bodyId && here.has(member.personId)),
    ),
  }
}
