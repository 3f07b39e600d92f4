/** A hearing on the case, as the case's own record knows it (REQ-067, REQ-080). */
export interface CaseHearing {
  readonly hearingId: string
  readonly title: string
  readonly orderedAt: string
  /** Called off before it opened, or terminated: no report will come (F-45). */
  readonly ended: boolean
  readonly report: (HearingReport & { readonly reportedAt: string }) | null
  /** Those who were heard have been told what was adopted (REQ-087). */
  readonly answered: boolean
}

/** The signed report: its version, what it suggests and what most of the hearing members hold (REQ-080, F-48). */
export interface HearingReport {
  readonly versionId: string
  readonly hash: string
  readonly suggestion: string
  /** Null: more than half hold nothing alike. */
  readonly majority: HearingMajority | null
}

export type HearingMajority = 'tolerate' | 'not-tolerate' | 'other'

/**
 * The party was told that he may ask for a hearing, and until when (REQ-069, F-30). A second telling takes the place of the
 * first; the record keeps both.
 */
export interface HearingRight {
  /** Civil day of the telling, which is not counted. */
  readonly toldOn: string
  /** What he was told: what is intended and on what grounds. */
  readonly told: string
  /** Civil day until which he may ask, that day included, as counted on the day it was entered. */
  readonly latestOn: string
  readonly by: string
  readonly at: string
  readonly requests: readonly HearingRequest[]
}

export interface HearingRequest {
  readonly id: string
  /** Who asked, or who registered it. */
  readonly by: string
  readonly at: string
  readonly reason: string
  /** Null: an applicant asked with his own account. */
  readonly registeredFor: RegisteredFor | null
  readonly answer: HearingAnswer | null
}

/** Of a request made on paper or by word of mouth: the subject who made it, and the civil day on which the office received it. */
export interface RegisteredFor {
  readonly subjectId: string
  readonly receivedOn: string
}

/** A request is granted by the order of a hearing, and refused with reasons that the party reads (F-49). */
export interface HearingAnswer {
  readonly hearingId: string | null
  /** Of a refusal; empty where it was granted. */
  readonly reason: string
  readonly by: string
  readonly at: string
}
