/** A hearing on the case, as the case's own record knows it (REQ-067, REQ-080). */
export interface CaseHearing {
  readonly hearingId: string
  readonly title: string
  readonly orderedAt: string
  /** Called off before it opened, or terminated: no report will come (F-45). */
  readonly ended: boolean
  readonly report: (HearingReport & { readonly reportedAt: string }) | null
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
