import type { Decision } from '#domain/cases/types.ts'

/** draft → in review → countersigning → signing → issued; back to draft from any but issued. */
export const MINUTES_STEPS = ['draft', 'in-review', 'countersigning', 'signing', 'issued'] as const
export type MinutesStep = (typeof MINUTES_STEPS)[number]

/** A change proposed in review by somebody who attended. */
export interface ChangeProposal {
  readonly id: string
  readonly by: string
  readonly at: string
  readonly text: string
  readonly answer: {
    readonly accepted: boolean
    readonly note: string
    readonly by: string
    readonly at: string
  } | null
}

/** 会签: one per department of the meeting. */
export interface Countersignature {
  readonly bodyId: string
  readonly by: string
  readonly at: string
  readonly agreed: boolean
  readonly reason: string
}

/** What the secretary fills in per subject before the minutes go out for countersigning. */
export type DecisionDetail = Pick<
  Decision,
  'subjectId' | 'clauses' | 'measure' | 'measureText' | 'effects' | 'shelvedUntil'
> & {
  readonly caseId: string
  readonly itemId: string
  readonly duties: readonly {
    readonly id: string
    readonly text: string
    readonly ownerBodyId: string
    readonly dueOn: string
  }[]
}

/**
 * Why the decision departs from what most members of the hearing hold, and the principal leader's consent to it
 * (REQ-081, F-50). A new reason needs a new consent.
 */
export interface Departure {
  readonly caseId: string
  readonly reason: string
  readonly by: string
  readonly at: string
  readonly consent: { readonly by: string; readonly at: string } | null
}

export interface MinutesState {
  readonly id: string
  readonly seq: number
  readonly meetingId: string
  readonly meetingTitle: string
  readonly step: MinutesStep
  readonly bodyIds: readonly string[]
  readonly attendedIds: readonly string[]
  readonly secretaryIds: readonly string[]
  readonly chairId: string
  readonly caseIds: readonly string[]
  readonly proposals: readonly ChangeProposal[]
  readonly details: readonly DecisionDetail[]
  readonly departures: readonly Departure[]
  readonly countersignatures: readonly Countersignature[]
  /** Of the text that the departments sign; a new text starts the signatures anew. */
  readonly frozen: { readonly versionId: string; readonly hash: string } | null
  readonly signedBy: string | null
  readonly signedAt: string | null
  readonly number: string | null
  readonly issuedAt: string | null
  readonly returns: readonly {
    readonly at: string
    readonly by: string
    readonly from: MinutesStep
    readonly reason: string
  }[]
  /** Later minutes that change these refer to them by this. */
  readonly refersTo: string | null
  readonly draftedAt: string
  /** When the present step began. */
  readonly stepSince: string
}
