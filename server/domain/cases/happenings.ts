import type { Outcome } from '#domain/decisions/outcome.ts'
import type { TakenTemplates } from '#domain/templates/taken.ts'
import type { CaseCommand } from './commands.ts'
import type { AddedEvidence, EvidenceRegister, MarkPlace } from './evidence-types.ts'
import type { Examination } from './examination-types.ts'
import type {
  CaseParticulars,
  ConditionRow,
  Decision,
  Finding,
  HearingReport,
  RegisteredFor,
  Stage,
} from './types.ts'

/** Taken by the server at a procedural point: a stored version of a live document and its hash. */
export interface FrozenText {
  readonly versionId: string
  readonly hash: string
}

/** Everything that can happen in a case. */
export type CaseHappening =
  | {
      type: 'case/registered'
      payload: {
        particulars: CaseParticulars
        number: string
        year: number
        ordinal: number
        applicantIds: readonly string[]
        bodyIds: readonly string[]
      }
    }
  /** With the registration, in an entry of its own: a party is told what was registered, and nothing of the office's papers. */
  | { type: 'case/templates-taken'; payload: { templates: TakenTemplates } }
  | { type: 'case/amended'; payload: { particulars: CaseParticulars; reason: string } }
  | {
      type: 'case/moved'
      payload: {
        from: Stage
        to: Stage
        reason: string | null
        /** YYYY-MM-DD, the last day of a shelving by hand; entries from before there was a calendar have none. */
        until?: string
      }
    }
  | { type: 'case/handlers-assigned'; payload: { handlerIds: readonly string[] } }
  | { type: 'case/body-invited'; payload: { bodyId: string } }
  | { type: 'case/linked'; payload: { caseId: string; reason: string } }
  | { type: 'case/finding-recorded'; payload: Omit<Finding, 'by' | 'at'> }
  | { type: 'case/condition-set'; payload: ConditionRow }
  | { type: 'case/document-submitted'; payload: { part: string } & FrozenText }
  | { type: 'case/document-reopened'; payload: { part: string; reason: string } }
  | { type: 'case/document-pinned'; payload: { part: string; meetingId: string } & FrozenText }
  | {
      type: 'case/opinion-submitted'
      payload: {
        bodyId: string
        stands: Readonly<Record<string, Outcome>>
        clauses: readonly string[]
      } & FrozenText
    }
  | { type: 'case/opinion-withdrawn'; payload: { bodyId: string; reason: string } }
  | { type: 'case/evidence-added'; payload: AddedEvidence }
  | {
      type: 'case/evidence-described'
      /** Without a reason as it is handed in: then nothing stood before. */
      payload: { evidenceId: string; title: string; register: EvidenceRegister; reason: string | null }
    }
  | {
      type: 'case/evidence-withdrawn'
      payload: { evidenceId: string; reason: string; replacedBy?: string }
    }
  | {
      type: 'case/evidence-marked'
      payload: { evidenceId: string; markId: string; place: MarkPlace; note: string }
    }
  | { type: 'case/evidence-mark-withdrawn'; payload: { evidenceId: string; markId: string } }
  | { type: 'case/listed'; payload: { meetingId: string; itemId: string } }
  | { type: 'case/item-opened'; payload: { meetingId: string; itemId: string } }
  | { type: 'case/item-put-off'; payload: { meetingId: string; itemId: string; reason: string } }
  | { type: 'case/decision-recorded'; payload: { decisions: readonly Decision[] } }
  | { type: 'case/hearing-ordered'; payload: { hearingId: string; title: string } }
  | { type: 'case/hearing-ended'; payload: { hearingId: string; how: 'cancelled' | 'terminated' } }
  | { type: 'case/hearing-reported'; payload: { hearingId: string } & HearingReport }
  | { type: 'case/hearing-answered'; payload: { hearingId: string } }
  | { type: 'case/hearing-right-told'; payload: { toldOn: string; told: string; latestOn: string } }
  | {
      type: 'case/hearing-asked'
      /** `registeredFor` where the office entered it; an applicant's own has none, and no entry had before there was a form for it. */
      payload: { requestId: string; reason: string; registeredFor?: RegisteredFor }
    }
  | { type: 'case/hearing-request-granted'; payload: { requestId: string; hearingId: string } }
  | { type: 'case/hearing-request-refused'; payload: { requestId: string; reason: string } }
  | {
      type: 'case/examination-chosen'
      payload: { examinationId: string } & Pick<Examination, 'way' | 'matter' | 'reason'>
    }
  | { type: 'case/examination-called-off'; payload: { examinationId: string; reason: string } }
  | { type: 'case/duty-reported'; payload: { dutyId: string; note: string } }

/**
 * What services ask of a case besides people's commands: the same plus what only the server knows.
 * `submit-document` and `submit-opinion` get the frozen text; from `pin-document` on they come from the
 * streams of meetings, hearings and minutes, whose own rules have said yes before.
 */
export type CaseInstruction =
  | {
      type: 'register'
      particulars: CaseParticulars
      year: number
      ordinal: number
      applicantIds: readonly string[]
      bodyIds: readonly string[]
      /** The jurisdiction's mark in the number; 容错 where it has none of its own. */
      mark?: string
      /** Those in force. */
      templates?: TakenTemplates
    }
  | { type: 'submit-document'; part: string; frozen: FrozenText }
  | {
      type: 'submit-opinion'
      stands: Readonly<Record<string, Outcome>>
      clauses: readonly string[]
      frozen: FrozenText
    }
  | { type: 'add-evidence'; piece: AddedEvidence; register?: EvidenceRegister }
  | { type: 'pin-document'; part: string; meetingId: string; frozen: FrozenText }
  | { type: 'list'; meetingId: string; itemId: string }
  | { type: 'open-item'; meetingId: string; itemId: string }
  /** The meeting deferred the item, or was cancelled. */
  | { type: 'put-off-item'; meetingId: string; itemId: string; reason: string }
  | { type: 'hearing-ordered'; hearingId: string; title: string }
  | { type: 'hearing-ended'; hearingId: string; how: 'cancelled' | 'terminated' }
  | { type: 'hearing-reported'; hearingId: string; report: HearingReport }
  /** Those who were heard were told what was adopted. */
  | { type: 'hearing-answered'; hearingId: string }
  /** The stage that follows is the case's own affair: it knows the subjects this meeting did not decide on. */
  | { type: 'record-decision'; decisions: readonly Decision[] }

/** What `decideCase` answers: where a command and an instruction share a type, the instruction's shape. */
export type CaseOrder = Exclude<CaseCommand, { type: CaseInstruction['type'] }> | CaseInstruction
