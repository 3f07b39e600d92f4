import type { MeetingState } from '#domain/meetings/types.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import { verdictsOf } from './decisions.ts'
import { outcomeRef, type FactKind } from './facts.ts'
import type { ProseNode } from './prose.ts'

const keyOf = (kind: FactKind, ref: string): string => `${kind} ${ref}`

/** Every fact block of a text; of the attendance there is one, whatever its ref. */
function factsIn(text: ProseNode): readonly string[] {
  if (text.type !== 'recordFact') return (text.content ?? []).flatMap(factsIn)
  const { kind, ref } = text.attrs ?? {}
  return [kind === 'attendance' ? kind : `${String(kind)} ${String(ref)}`]
}

/**
 * Whether a text of minutes tells what it must of the record: blocks can be moved, and deleted like any other
 * (N-16). Refusals: minutes/attendance-missing; minutes/vote-missing and minutes/outcome-missing, which name the
 * subjects, and the cases put off (`about`).
 */
export function refusalOfFacts(text: ProseNode, meeting: MeetingState): Refusal | null {
  const told = new Set(factsIn(text))
  if (!told.has('attendance')) return refuse('minutes/attendance-missing')
  const votes: string[] = []
  const outcomes: string[] = []
  for (const { item, subjectId, poll } of verdictsOf(meeting)) {
    const name = item.subjects.find((subject) => subject.id === subjectId)?.name ?? ''
    if (!told.has(keyOf('vote', poll.id))) votes.push(name)
    if (!told.has(keyOf('outcome', outcomeRef(item.id, subjectId)))) outcomes.push(name)
  }
  for (const item of meeting.items)
    if (item.phase === 'deferred' && !told.has(keyOf('outcome', item.id))) outcomes.push(item.caseTitle)
  if (votes.length > 0) return refuse('minutes/vote-missing', { about: votes.join('、') })
  return outcomes.length > 0 ? refuse('minutes/outcome-missing', { about: outcomes.join('、') }) : null
}
