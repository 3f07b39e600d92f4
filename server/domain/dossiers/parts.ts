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

/** The documents of a case: the five parts every dossier has and one opinion per participating body (D-01). */
export function dossierParts(state: CaseState): readonly string[] {
  return [...DOSSIER_PARTS, ...state.bodyIds.map(opinionPart)]
}

/** A dossier as it begins: five open documents. */
export function emptyDossier(): readonly DossierDocument[] {
  return DOSSIER_PARTS.map((part) => ({
    part,
    status: 'open',
    versionId: null,
    hash: null,
    pinnedFor: [],
  }))
}
