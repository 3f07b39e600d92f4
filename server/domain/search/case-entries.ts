import { decisionsInForce } from '#domain/cases/inquiries.ts'
import type { CaseState } from '#domain/cases/types.ts'
import { bodyOfOpinion, dossierParts } from '#domain/dossiers/parts.ts'
import type { Audience, IndexedEntry, SearchEntry } from './entry.ts'
import { body, meeting, OFFICE, person, unlessRecused } from './readers.ts'

const lines = (texts: readonly string[]) => texts.filter((text) => text !== '').join('\n')

function common(state: CaseState): Pick<SearchEntry, 'state' | 'year' | 'bodyIds' | 'at'> {
  return { state: state.stage, year: state.year, bodyIds: state.bodyIds, at: state.registeredAt }
}

export function caseHead(state: CaseState): SearchEntry {
  return {
    ...common(state),
    id: `case/${state.id}`,
    kind: 'case',
    title: `${state.number} ${state.title}`,
    text: '',
  }
}

/** Apart from the head, which more people see. */
export function caseParticulars(state: CaseState): SearchEntry {
  const { subjects, summary, situations, trigger } = state
  return {
    ...common(state),
    id: `case/${state.id}/particulars`,
    kind: 'case',
    title: '',
    text: lines([
      ...subjects.flatMap(({ name, unit, position }) => [lines([name, unit, position].filter(Boolean))]),
      summary,
      ...situations,
      trigger.matter,
      trigger.organ,
    ]),
  }
}

export function caseEvidence(state: CaseState): readonly SearchEntry[] {
  return state.evidence.map((piece) => ({
    ...common(state),
    id: `case/${state.id}/evidence/${piece.id}`,
    kind: 'evidence',
    title: piece.title,
    text: piece.fileName,
    at: piece.addedAt,
  }))
}

export function caseDocument(state: CaseState, part: string, text: string): SearchEntry {
  return { ...common(state), id: `case/${state.id}/${part}`, kind: 'document', title: '', text }
}

/** Whoever works on the case, or takes part in a meeting about it: who sees all of it. */
export function caseReaders(state: CaseState): readonly string[] {
  return [
    ...OFFICE,
    ...state.handlerIds.map(person),
    ...state.bodyIds.map(body),
    ...[...new Set(state.meetings.map(({ meetingId }) => meetingId))].map(meeting),
  ]
}

/** Nobody sees a case in two ways: the applicant, whatever roles he holds, sees what applicants see. */
function forWorkers(state: CaseState): Audience {
  return {
    readers: caseReaders(state),
    without: [...state.applicantIds.map(person), unlessRecused(state.id)],
  }
}

function alsoForApplicants(state: CaseState, others: readonly string[]): Audience {
  const applicants = state.applicantIds.map(person)
  return { readers: [...others, ...applicants], without: [unlessRecused(state.id)] }
}

function audienceOfPart(state: CaseState, part: string): Audience {
  if (part === 'applicant-statement') return alsoForApplicants(state, caseReaders(state))
  const bodyId = bodyOfOpinion(part)
  const opinion = state.opinions.find((one) => one.bodyId === bodyId)
  // Sealed: its body's alone (D-07).
  if (bodyId !== null && opinion?.status !== 'submitted')
    return { ...forWorkers(state), readers: [body(bodyId)] }
  return forWorkers(state)
}

/** All that a case gives the index; `texts` by part. */
export function caseEntries(state: CaseState, texts: ReadonlyMap<string, string>): readonly IndexedEntry[] {
  if (state.seq === 0) return []
  const owners = decisionsInForce(state.decisions).flatMap(({ duties }) =>
    duties.map(({ ownerBodyId }) => body(ownerBodyId)),
  )
  return [
    { ...caseHead(state), ...alsoForApplicants(state, [...new Set([...caseReaders(state), ...owners])]) },
    { ...caseParticulars(state), ...alsoForApplicants(state, caseReaders(state)) },
    ...caseEvidence(state).map((piece) => ({
      ...piece,
      ...alsoForApplicants(state, caseReaders(state)),
    })),
    ...dossierParts(state).flatMap((part) => {
      const text = texts.get(part) ?? ''
      return text === '' ? [] : [{ ...caseDocument(state, part, text), ...audienceOfPart(state, part) }]
    }),
  ]
}

/** The version that others read in place of the live text: a submitted opinion's. */
export function frozenPart(state: CaseState, part: string): string | null {
  const bodyId = bodyOfOpinion(part)
  if (bodyId === null) return null
  const opinion = state.opinions.find((one) => one.bodyId === bodyId)
  return opinion?.status === 'submitted' ? opinion.versionId : null
}
