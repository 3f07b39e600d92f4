import type { CaseState } from '#domain/cases/types.ts'
import { bodyOfOpinion } from '#domain/dossiers/parts.ts'
import type { Remark, RemarksState } from '#domain/remarks/types.ts'
import { audienceOfPart, common } from './case-entries.ts'
import { REMARK_STATES, type Audience, type IndexedEntry, type SearchEntry } from './entry.ts'
import { body } from './readers.ts'

/** The part of the dossier that a stream of remarks, `remarks/case/<id>/<part>`, is about. */
export const remarksOn = (caseId: string, part: string) => `remarks/case/${caseId}/${part}`

/** A remark with its answers and the words it proposes, as they are now; not the words it is about, which are the text's. */
export function remarkEntry(state: CaseState, part: string, remark: Remark): SearchEntry {
  const { number, messages, suggestion, resolved } = remark
  return {
    ...common(state),
    id: `${remarksOn(state.id, part)}/${String(number)}`,
    kind: 'remark',
    title: '',
    text: [suggestion?.text ?? '', ...messages.map(({ text }) => text)].filter(Boolean).join('\n'),
    state: REMARK_STATES[resolved === null ? 0 : 1],
    at: messages[0]?.at ?? state.registeredAt,
  }
}

/** Whoever reads the text reads what is remarked on it; what was remarked on a sealed opinion is its body's for good (D-43). */
export function remarkEntries(
  state: CaseState,
  part: string,
  { remarks }: RemarksState,
): readonly IndexedEntry[] {
  const bodyId = bodyOfOpinion(part)
  const everybody = audienceOfPart(state, part)
  const own: Audience = bodyId === null ? everybody : { ...everybody, readers: [body(bodyId)] }
  return remarks.map((remark) => ({
    ...remarkEntry(state, part, remark),
    ...(remark.sealed ? own : everybody),
  }))
}
