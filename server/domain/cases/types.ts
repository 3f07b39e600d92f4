import type { BallotMethod, VoteRule } from '#domain/ballots/types.ts'
import type { Effect, Measure, Outcome } from '#domain/decisions/outcome.ts'
import type { TakenTemplates } from '#domain/templates/taken.ts'
import type { EvidencePiece } from './evidence-types.ts'
import type { Examination } from './examination-types.ts'
import type { CaseHearing, HearingRight } from './hearing-types.ts'

export type { EvidencePiece } from './evidence-types.ts'
export type {
  CaseHearing,
  HearingMajority,
  HearingReport,
  HearingRequest,
  HearingRight,
  RegisteredFor,
} from './hearing-types.ts'

export const CASE_KINDS = ['tolerance', 'clarification', 'prefiling'] as const
export type CaseKind = (typeof CASE_KINDS)[number]

/** Stages of this release; the machine that joins them is data (`procedures/`). */
export const STAGES = [
  'submitted',
  'accepted',
  'in-verification',
  'in-consultation',
  'decided',
  'shelved',
  'to-hearing',
  'returned',
] as const
export type Stage = (typeof STAGES)[number]

/** Where a case comes from (REQ-019). */
export const SOURCES = [
  'own-application',
  'unit-application',
  'ex-officio',
  'audit',
  'hotline',
  'petition',
  'inspection',
  'online-report',
  'transfer',
  'prefiling',
] as const
export type Source = (typeof SOURCES)[number]

export const COMPLEXITY_FLAGS = ['major', 'complex', 'disputed', 'multi-department'] as const
export type ComplexityFlag = (typeof COMPLEXITY_FLAGS)[number]

export const SUBJECT_ROLES = ['responsible', 'leader', 'participant', 'unit'] as const
export type SubjectRole = (typeof SUBJECT_ROLES)[number]

/** A person or unit the case is about; each gets its own outcome (REQ-020, REQ-090). */
export interface Subject {
  readonly id: string
  readonly kind: 'person' | 'unit'
  readonly name: string
  readonly unit: string
  readonly position: string
  readonly role: SubjectRole
}

export interface Trigger {
  /** The accountability matter that started the limit (REQ-014). */
  readonly matter: string
  readonly organ: string
  /** YYYY-MM-DD in the jurisdiction's calendar; null where the text does not tell it. */
  readonly date: string | null
}

/** What a registrar fills in. Facts are a summary; the long text is the dossier's `facts` document. */
export interface CaseParticulars {
  readonly kind: CaseKind
  readonly title: string
  readonly subjects: readonly Subject[]
  readonly summary: string
  /** Claimed situations of the measure, in the applicant's words or a clause. */
  readonly situations: readonly string[]
  readonly source: Source
  readonly trigger: Trigger
  readonly complexity: readonly ComplexityFlag[]
}

/** A dossier is a set of documents; the part is the last segment of the document's name. */
export const DOSSIER_PARTS = [
  'facts',
  'applicant-statement',
  'verification-report',
  'condition-matrix',
  'draft-decision',
] as const
export type DossierPart = (typeof DOSSIER_PARTS)[number]

/**
 * `submitted` closes the writers. `pinned` says that a meeting reads a version of it: the live text may go on
 * being written, because what the meeting reads is that version (D-06).
 */
export type DocumentStatus = 'open' | 'submitted' | 'pinned'

export interface DossierDocument {
  readonly part: string
  readonly status: DocumentStatus
  /** Of the newest version taken at a procedural point. */
  readonly versionId: string | null
  readonly hash: string | null
  /** Meetings whose papers hold a version of this document, oldest first. */
  readonly pinnedFor: readonly string[]
}

export type FindingSide = 'tolerable' | 'punishable' | 'unclear'

/** One department's reasoned finding on one criterion (REQ-186, REQ-187). */
export interface Finding {
  readonly criterion: string
  readonly bodyId: string
  readonly side: FindingSide
  readonly reason: string
  readonly evidenceIds: readonly string[]
  /** Marks on those pieces; entries from before there were marks have none. */
  readonly markIds?: readonly string[]
  readonly by: string
  readonly at: string
}

export interface ConditionRow {
  readonly id: string
  readonly subjectId: string
  readonly text: string
  readonly met: 'met' | 'not-met' | 'unclear'
  readonly evidenceIds: readonly string[]
}

export interface Opinion {
  readonly bodyId: string
  readonly status: 'draft' | 'submitted'
  /** Per subject id. Empty until submitted: the draft lives in the sealed document alone. */
  readonly stands: Readonly<Record<string, Outcome>>
  readonly clauses: readonly string[]
  readonly versionId: string | null
  readonly hash: string | null
  readonly submittedAt: string | null
  readonly submittedBy: string | null
  readonly withdrawals: readonly { readonly at: string; readonly by: string; readonly reason: string }[]
}

/**
 * The vote a decision rests on, as it stands in the meeting's record. The four counts are null together where
 * the figures of a secret ballot would tell somebody's vote: then only the scrutineers know them (architecture §5).
 */
export interface DecisionVote {
  readonly pollId: string
  readonly method: BallotMethod
  readonly for: number | null
  readonly against: number | null
  readonly deferred: number | null
  readonly abstained: number | null
  readonly due: number
  readonly present: number
  readonly recused: number
  readonly rule: VoteRule
}

export interface CorrectionDuty {
  readonly id: string
  readonly text: string
  readonly ownerBodyId: string
  /** YYYY-MM-DD */
  readonly dueOn: string
}

/** Written back by the issuing of minutes, per subject (REQ-103, REQ-245). */
export interface Decision {
  readonly subjectId: string
  readonly outcome: Outcome
  readonly clauses: readonly string[]
  readonly vote: DecisionVote
  readonly measure: Measure | null
  readonly measureText: string
  readonly effects: readonly Effect[]
  readonly duties: readonly CorrectionDuty[]
  /** YYYY-MM-DD, at most three months ahead; only for SHELVED (REQ-111). */
  readonly shelvedUntil: string | null
  readonly meetingId: string
  readonly itemId: string
  readonly minutesId: string
  readonly minutesNumber: string
  readonly minutesHash: string
  readonly decidedAt: string
}

export interface Listing {
  readonly meetingId: string
  readonly itemId: string
  readonly opened: boolean
  /** The meeting's decision came back, the case left the consultation or went to a later meeting. */
  readonly ended: boolean
}

export interface CaseState extends CaseParticulars {
  readonly id: string
  /** How many entries this state adds up. 0 means: no such case. */
  readonly seq: number
  readonly number: string
  readonly year: number
  readonly ordinal: number
  readonly stage: Stage
  readonly stageReason: string | null
  readonly registeredAt: string
  readonly registeredBy: string
  /** Of the newest entry. */
  readonly updatedAt: string
  readonly applicantIds: readonly string[]
  readonly handlerIds: readonly string[]
  /** Bodies that take part in the case; each writes one opinion. */
  readonly bodyIds: readonly string[]
  readonly documents: readonly DossierDocument[]
  /** With which templates its documents begin, for good: those that were in force when it was registered. */
  readonly templates: TakenTemplates
  readonly findings: readonly Finding[]
  readonly conditions: readonly ConditionRow[]
  readonly opinions: readonly Opinion[]
  readonly evidence: readonly EvidencePiece[]
  readonly linkedCaseIds: readonly string[]
  /** Meetings with this case on their agenda, newest last. */
  readonly meetings: readonly Listing[]
  /** Oldest first. */
  readonly hearings: readonly CaseHearing[]
  /** Null: the party has not been told that he may ask for a hearing. */
  readonly hearingRight: HearingRight | null
  /** Oldest first; any number beside each other and beside a hearing. */
  readonly examinations: readonly Examination[]
  readonly decisions: readonly Decision[]
  readonly dutiesDone: readonly {
    readonly dutyId: string
    readonly at: string
    readonly by: string
    readonly note: string
  }[]
  readonly stageHistory: readonly {
    readonly stage: Stage
    readonly at: string
    readonly by: string
    readonly reason: string | null
    /** YYYY-MM-DD, the last day of a shelving by hand. */
    readonly until?: string
  }[]
}
