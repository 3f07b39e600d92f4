import type { Role } from '#domain/people/actor.ts'

/** Everything that can wait for somebody. The words of each kind stand in `app/i18n/<language>/`. */
export const TASK_KINDS = [
  // Cases
  'accept-case',
  'assign-handlers',
  'start-verification',
  'verify-case',
  'supplement-case',
  'reverify-case',
  'write-opinion',
  'convene-case',
  'resume-shelved-case',
  'arrange-hearing',
  'ask-for-hearing',
  'answer-hearing-request',
  'write-examination-result',
  'give-hearing-feedback',
  'report-duty',
  'read-remark',
  'decide-suggestions',
  // Meetings
  'attend-meeting',
  'rule-on-recusal',
  'confirm-count',
  'answer-void',
  'draft-minutes',
  // Minutes
  'write-minutes',
  'review-minutes',
  'answer-proposals',
  'countersign-minutes',
  'answer-refusal',
  'send-minutes-to-sign',
  'sign-minutes',
  // Hearings
  'prepare-hearing',
  'read-notice',
  'attend-hearing',
  'rule-on-hearing-recusal',
  'resume-hearing',
  'confirm-passage',
  'freeze-transcript',
  'sign-transcript',
  'write-hearing-report',
  // The installation
  'import-calendar',
] as const
export type TaskKind = (typeof TASK_KINDS)[number]

/** Addresses whoever writes the document it is about, which only its case can tell; no body has this id. */
export const TO_WRITERS = '*'

/** What somebody may do until a day: once it is over nothing waits for him any more. */
export const LAPSING: ReadonlySet<string> = new Set<TaskKind>(['ask-for-hearing'])

/**
 * One line of a workbench, computed from a state: it stands as long as the state gives it and vanishes with
 * it, so nothing is ticked off by hand. Addressed to a person, to the members and leaders of a body, to
 * everybody who holds a role, or to who writes a text (`TO_WRITERS`).
 */
export interface TaskDraft {
  readonly kind: TaskKind
  readonly personId?: string | null
  readonly bodyId?: string | null
  readonly role?: Role | null
  /** Path in the product, e.g. `/cases/abc/opinions`. */
  readonly subject: string
  /** What it is about, in the record's own words; the kind is told by the page. */
  readonly title: string
  /** A calendar date (YYYY-MM-DD) or a moment (ISO 8601 in UTC). */
  readonly dueAt: string | null
  /** ISO 8601 in UTC. */
  readonly openedAt: string
}
