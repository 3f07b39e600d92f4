import { emptyDocument, examinationPart } from '#domain/dossiers/parts.ts'
import { evolveOpinion } from '#domain/opinions/evolve.ts'
import type { Recorded } from '#domain/record/entry.ts'
import { evolveEvidence } from './evolve-evidence.ts'
import type { CaseHappening } from './happenings.ts'
import type { CaseState, ConditionRow, DossierDocument, Finding } from './types.ts'

export type DossierHappening = Extract<
  CaseHappening,
  {
    type:
      | 'case/finding-recorded'
      | 'case/condition-set'
      | 'case/document-submitted'
      | 'case/document-reopened'
      | 'case/document-pinned'
      | 'case/opinion-submitted'
      | 'case/opinion-withdrawn'
      | 'case/evidence-added'
      | 'case/evidence-described'
      | 'case/evidence-withdrawn'
      | 'case/evidence-marked'
      | 'case/evidence-mark-withdrawn'
      | 'case/examination-chosen'
      | 'case/examination-called-off'
  }
>

function withFinding(findings: readonly Finding[], finding: Finding): readonly Finding[] {
  const others = findings.filter(
    (known) => known.criterion !== finding.criterion || known.bodyId !== finding.bodyId,
  )
  return [...others, finding]
}

function withCondition(rows: readonly ConditionRow[], row: ConditionRow): readonly ConditionRow[] {
  const known = rows.some((candidate) => candidate.id === row.id)
  return known ? rows.map((candidate) => (candidate.id === row.id ? row : candidate)) : [...rows, row]
}

function evolveDocument(
  document: DossierDocument,
  entry: Extract<
    DossierHappening,
    { type: 'case/document-submitted' | 'case/document-reopened' | 'case/document-pinned' }
  >,
): DossierDocument {
  if (entry.payload.part !== document.part) return document
  switch (entry.type) {
    case 'case/document-submitted': {
      const { versionId, hash } = entry.payload
      return { ...document, status: 'submitted', versionId, hash }
    }
    case 'case/document-reopened':
      return { ...document, status: 'open' }
    case 'case/document-pinned': {
      const { versionId, hash, meetingId } = entry.payload
      // What was submitted stays closed: a pin never opens the writers.
      const status = document.status === 'submitted' ? 'submitted' : 'pinned'
      return { ...document, status, versionId, hash, pinnedFor: [...document.pinnedFor, meetingId] }
    }
  }
}

/** What an entry about the dossier makes of a case. */
export function evolveDossier(state: CaseState, entry: Recorded<DossierHappening>): CaseState {
  switch (entry.type) {
    case 'case/finding-recorded': {
      const finding = { ...entry.payload, by: entry.actorId, at: entry.at }
      return { ...state, findings: withFinding(state.findings, finding) }
    }
    case 'case/condition-set':
      return { ...state, conditions: withCondition(state.conditions, entry.payload) }
    case 'case/document-submitted':
    case 'case/document-reopened':
    case 'case/document-pinned':
      return {
        ...state,
        documents: state.documents.map((document) => evolveDocument(document, entry)),
      }
    case 'case/opinion-submitted':
    case 'case/opinion-withdrawn':
      return { ...state, opinions: state.opinions.map((opinion) => evolveOpinion(opinion, entry)) }
    case 'case/examination-chosen': {
      const { examinationId: id, ...chosen } = entry.payload
      const examination = { ...chosen, id, by: entry.actorId, at: entry.at, calledOff: null }
      return {
        ...state,
        examinations: [...state.examinations, examination],
        documents: [...state.documents, emptyDocument(examinationPart(examination))],
      }
    }
    case 'case/examination-called-off': {
      const { examinationId, reason } = entry.payload
      const calledOff = { at: entry.at, by: entry.actorId, reason }
      const examination = state.examinations.find(({ id }) => id === examinationId)
      if (!examination) return state
      return {
        ...state,
        examinations: state.examinations.map((one) => (one === examination ? { ...one, calledOff } : one)),
        documents: state.documents.filter(({ part }) => part !== examinationPart(examination)),
      }
    }
    case 'case/evidence-added':
    case 'case/evidence-described':
    case 'case/evidence-withdrawn':
    case 'case/evidence-marked':
    case 'case/evidence-mark-withdrawn':
      return { ...state, evidence: evolveEvidence(state.evidence, entry) }
  }
}
