import { isRestricted } from '#domain/cases/evidence-knowers.ts'
import { isStanding } from '#domain/cases/evidence-marks.ts'
import type { EvidenceMark, EvidencePiece } from '#domain/cases/evidence-types.ts'
import { decisionsInForce } from '#domain/cases/inquiries.ts'
import type { CaseState } from '#domain/cases/types.ts'
import { bodyOfOpinion, dossierParts } from '#domain/dossiers/parts.ts'
import type { Audience, IndexedEntry, SearchEntry } from './entry.ts'
import { wordedType, type WordedType } from './file-types.ts'
import { body, meeting, OFFICE, person, unlessRecused } from './readers.ts'

const lines = (texts: readonly string[]) => texts.filter((text) => text !== '').join('\n')

export function common(state: CaseState): Pick<SearchEntry, 'state' | 'year' | 'bodyIds' | 'at'> {
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

/** What the register says of a piece. */
export function evidenceRegistered(state: CaseState, piece: EvidencePiece): SearchEntry {
  return {
    ...common(state),
    id: `case/${state.id}/evidence/${piece.id}`,
    kind: 'evidence',
    title: piece.title,
    text: lines([
      piece.fileName,
      piece.register.source,
      piece.register.collectors,
      piece.register.fact,
      piece.withdrawn?.reason ?? '',
    ]),
    at: piece.addedAt,
  }
}

/** What stands in the file itself, for whoever may open it. Its words are kept once for each content, not here. */
export function evidenceWords(state: CaseState, piece: EvidencePiece): SearchEntry {
  return {
    ...common(state),
    id: `case/${state.id}/evidence/${piece.id}/text`,
    kind: 'evidence',
    title: '',
    text: '',
    at: piece.addedAt,
  }
}

/** As what its words are looked for; null: they are not. What was withdrawn stays in the register with its reason, its words go. */
export function typeOfWords({ mediaType, withdrawn }: EvidencePiece): WordedType | null {
  return withdrawn === null ? wordedType(mediaType) : null
}

/** The note on a place of a piece, for whoever may open the piece. */
export function evidenceNote(state: CaseState, piece: EvidencePiece, mark: EvidenceMark): SearchEntry {
  return {
    ...evidenceWords(state, piece),
    id: `case/${state.id}/evidence/${piece.id}/mark/${mark.id}`,
    text: mark.note,
    at: mark.at,
  }
}

/** Those that are found: neither what their author took back nor what stands on a piece that was. */
export function marksFound({ marks, withdrawn }: EvidencePiece): readonly EvidenceMark[] {
  return withdrawn === null ? marks.filter(isStanding) : []
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

export function audienceOfPart(state: CaseState, part: string): Audience {
  if (part === 'applicant-statement') return alsoForApplicants(state, caseReaders(state))
  const bodyId = bodyOfOpinion(part)
  const opinion = state.opinions.find((one) => one.bodyId === bodyId)
  // Sealed: its body's alone (D-07).
  if (bodyId !== null && opinion?.status !== 'submitted')
    return { ...forWorkers(state), readers: [body(bodyId)] }
  return forWorkers(state)
}

/** A restricted piece is proposed to its circle alone; all others to whoever sees the register. */
function audienceOfPiece(state: CaseState, piece: EvidencePiece): Audience {
  const everybody = alsoForApplicants(state, caseReaders(state))
  if (!isRestricted(piece)) return everybody
  const circle = [...state.handlerIds, piece.addedBy].map(person)
  return { ...everybody, readers: [...OFFICE, ...circle, ...piece.register.readerBodyIds.map(body)] }
}

/** Who opens it: of the parties each what he handed in himself (D-20). */
function audienceOfWords(state: CaseState, piece: EvidencePiece): Audience {
  const { readers, without } = audienceOfPiece(state, piece)
  const applicants = state.applicantIds.filter((id) => id !== piece.addedBy).map(person)
  return { readers, without: [...without, ...applicants] }
}

/** All that a case gives the index; `texts` by part, `withWords` the contents (SHA-256) in which words were found. */
export function caseEntries(
  state: CaseState,
  texts: ReadonlyMap<string, string>,
  withWords: ReadonlySet<string>,
): readonly IndexedEntry[] {
  if (state.seq === 0) return []
  const owners = decisionsInForce(state.decisions).flatMap(({ duties }) =>
    duties.map(({ ownerBodyId }) => body(ownerBodyId)),
  )
  return [
    { ...caseHead(state), ...alsoForApplicants(state, [...new Set([...caseReaders(state), ...owners])]) },
    { ...caseParticulars(state), ...alsoForApplicants(state, caseReaders(state)) },
    ...state.evidence.map((piece) => ({
      ...evidenceRegistered(state, piece),
      ...audienceOfPiece(state, piece),
    })),
    ...state.evidence
      .filter((piece) => typeOfWords(piece) !== null && withWords.has(piece.sha256))
      .map((piece) => ({ ...evidenceWords(state, piece), ...audienceOfWords(state, piece) })),
    ...state.evidence.flatMap((piece) =>
      marksFound(piece).map((mark) => ({
        ...evidenceNote(state, piece, mark),
        ...audienceOfWords(state, piece),
      })),
    ),
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
