import { EXAMINATION_KINDS, type Examination, type ExaminationKind } from '#domain/cases/examination-types.ts'
import { DOSSIER_PARTS, type CaseState, type DossierDocument, type DossierPart } from '#domain/cases/types.ts'

const OPINION = 'opinion-'

/** Among the papers of an item: the signed report of a hearing, whose text is the hearing's own document. */
export const HEARING_REPORT_PART = 'hearing-report'

export function opinionPart(bodyId: string): string {
  return `${OPINION}${bodyId}`
}

/** The body whose opinion the part is, or null for any other part. */
export function bodyOfOpinion(part: string): string | null {
  return part.startsWith(OPINION) ? part.slice(OPINION.length) : null
}

export function isDossierPart(part: string): part is DossierPart {
  return DOSSIER_PARTS.some((known) => known === part)
}

/** What came of a symposium or of a third party's inquiry (REQ-068). */
export function examinationPart({ id, way }: Pick<Examination, 'id' | 'way'>): string {
  return `${way.kind}-${id}`
}

/** Of which kind of examination the part tells the result; null for any other part. */
export function kindOfExamination(part: string): ExaminationKind | null {
  return EXAMINATION_KINDS.find((kind) => part.startsWith(`${kind}-`)) ?? null
}

/** By what a part is named: results of one kind by one word. */
export function partName(part: string): string {
  return kindOfExamination(part) ?? part
}

/** The documents of a case: the five parts every dossier has, results of examinations, one opinion per participating body (D-01). */
export function dossierParts(state: CaseState): readonly string[] {
  return [...state.documents.map(({ part }) => part), ...state.bodyIds.map(opinionPart)]
}

export function emptyDocument(part: string): DossierDocument {
  return { part, status: 'open', versionId: null, hash: null, pinnedFor: [] }
}

/** A dossier as it begins: five open documents. */
export function emptyDossier(): readonly DossierDocument[] {
  return DOSSIER_PARTS.map(emptyDocument)
}
