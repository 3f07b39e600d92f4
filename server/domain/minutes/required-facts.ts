import type { MeetingState } from '#domain/meetings/types.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import { verdictsOf } from './decisions.ts'
import { outcomeRef, type FactKind } from './facts.ts'
import type { ProseNode } from './prose.ts'

export interface RequiredFact {
  readonly kind: Extract<FactKind, 'attendance' | 'vote' | 'outcome'>
  readonly ref: string
  /** Whose: a subject, or a case put off. Empty for the attendance. */
  readonly about: string
}

/** What a block is known by: of the attendance there is one, whatever its ref. */
export function factKey({ kind, ref }: { readonly kind: unknown; readonly ref: unknown }): string {
  return kind === 'attendance' ? kind : `${String(kind)} ${String(ref)}`
}

/** Every fact block of a text. */
export function factsIn(text: ProseNode): readonly string[] {
  if (text.type !== 'recordFact') return (text.content ?? []).flatMap(factsIn)
  return [factKey({ kind: text.attrs?.['kind'], ref: text.attrs?.['ref'] })]
}

/** The attendance, vote and outcome of every decided subject, the deferral of an item (N-16), in the order of the agenda. */
function required(meeting: MeetingState): readonly RequiredFact[] {
  const decided = verdictsOf(meeting).flatMap(({ item, subjectId, poll }): RequiredFact[] => {
    const about = item.subjects.find((subject) => subject.id === subjectId)?.name ?? ''
    return [
      { kind: 'vote', ref: poll.id, about },
      { kind: 'outcome', ref: outcomeRef(item.id, subjectId), about },
    ]
  })
  const deferred = meeting.items
    .filter((item) => item.phase === 'deferred')
    .map((item): RequiredFact => ({ kind: 'outcome', ref: item.id, about: item.caseTitle }))
  return [{ kind: 'attendance', ref: meeting.id, about: '' }, ...decided, ...deferred]
}

/** What a text with these facts in it does not tell of the record, and must. */
export function missingFacts(told: ReadonlySet<string>, meeting: MeetingState): readonly RequiredFact[] {
  return required(meeting).filter((fact) => !told.has(factKey(fact)))
}

/**
 * Whether a text of minutes tells what it must of the record: blocks can be moved, and deleted like any other
 * (N-16). Refusals: minutes/attendance-missing; minutes/vote-missing and minutes/outcome-missing, which name the
 * subjects, and the cases put off (`about`).
 */
export function refusalOfFacts(text: ProseNode, meeting: MeetingState): Refusal | null {
  const missing = missingFacts(new Set(factsIn(text)), meeting)
  const about = (kind: RequiredFact['kind']) =>
    missing
      .filter((fact) => fact.kind === kind)
      .map((fact) => fact.about)
      .join('、')
  if (missing.some(({ kind }) => kind === 'attendance')) return refuse('minutes/attendance-missing')
  if (missing.some(({ kind }) => kind === 'vote'))
    return refuse('minutes/vote-missing', { about: about('vote') })
  return missing.length > 0 ? refuse('minutes/outcome-missing', { about: about('outcome') }) : null
}
