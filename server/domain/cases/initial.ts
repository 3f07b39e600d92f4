import { canonicalProcedure } from '#domain/procedures/canonical.ts'
import type { CaseState } from './types.ts'

/** A case before its first entry; `seq` 0 says that there is none yet. */
export function initialCase(id: string): CaseState {
  return {
    id,
    seq: 0,
    kind: 'tolerance',
    title: '',
    subjects: [],
    summary: '',
    situations: [],
    source: 'own-application',
    trigger: { matter: '', organ: '', date: null },
    complexity: [],
    number: '',
    year: 0,
    ordinal: 0,
    stage: canonicalProcedure.initial,
    stageReason: null,
    registeredAt: '',
    registeredBy: '',
    updatedAt: '',
    applicantIds: [],
    handlerIds: [],
    bodyIds: [],
    documents: [],
    templates: {},
    findings: [],
    conditions: [],
    opinions: [],
    evidence: [],
    linkedCaseIds: [],
    meetings: [],
    hearings: [],
    hearingRight: null,
    examinations: [],
    decisions: [],
    dutiesDone: [],
    stageHistory: [],
  }
}
