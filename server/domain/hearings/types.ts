import type { Zone } from '#domain/cases/evidence-types.ts'
import type { FloorOf, Hand } from '#domain/proceedings/floor.ts'
import type { Authority } from '#domain/proceedings/recusals.ts'
import type { Span } from '#domain/proceedings/spans.ts'
import type { ClosedGround, HearingPreset, Phase } from './phases.ts'

export type { Zone }

/**
 * `ordered`: people are named and the notice is written. `noticed`: served, the room may open. `postponed`: before
 * the opening, `suspended`: after it (F-44). `closed`: spoken to the end, the transcript is read and signed.
 * `finished`: the report stands in the dossier. `terminated`: ended without one (F-45).
 */
export const HEARING_STATUSES = [
  'ordered',
  'noticed',
  'postponed',
  'open',
  'suspended',
  'closed',
  'finished',
  'terminated',
  'cancelled',
] as const
export type HearingStatus = (typeof HEARING_STATUSES)[number]

/** In what capacity somebody is at the hearing (REQ-072, REQ-074, F-34, F-35, F-43). */
export const CAPACITIES = [
  'chair',
  'member',
  'recorder',
  'investigator',
  'party',
  'representative',
  'third-party',
  'witness',
  'expert',
  'public-seat',
  'observer',
] as const
export type Capacity = (typeof CAPACITIES)[number]

/** Whose turn speaking time is counted for. The tribunal and observers are of no side. */
export const SIDES = ['handling', 'party', 'third', 'none'] as const
export type Side = (typeof SIDES)[number]

/** The invitation of somebody without an account, as the record tells it; its secrets stand nowhere in it. */
export interface Invitation {
  readonly issuedAt: string | null
  /** When it ends at the latest. */
  readonly latestAt: string
  /** The last time that somebody entered by it. */
  readonly enteredAt: string | null
  readonly revokedAt: string | null
}

/** Name and body of the day the person was named; of a guest, his unit or relation in place of the body. */
export interface Participant {
  readonly personId: string
  /** Stands for the id where the name is masked (H-186); the same as long as the hearing knows him, of no use elsewhere. */
  readonly ref: string
  readonly name: string
  readonly bodyName: string
  /** Null: he has an account. */
  readonly invitation: Invitation | null
  readonly capacity: Capacity
  /** The party or third party a representative speaks for (F-35: two at most). */
  readonly represents: string | null
  /** Why this public seat: breadth and balance of views (REQ-074, F-55). */
  readonly breadth: string
  /** Taken off again, with the reason; what he said before stays. */
  readonly removed: { readonly at: string; readonly reason: string } | null
  /** Checked by the recorder at the opening (REQ-083). */
  readonly identityCheckedAt: string | null
  /** Delivery and reading of the notice (REQ-070). */
  readonly noticeServedAt: string | null
  readonly noticeReadAt: string | null
  /** A witness: called in, and released again. Before, he sees nothing of the hearing. */
  readonly calledAt: string | null
  readonly releasedAt: string | null
  readonly spans: readonly Span[]
  /** Room order (REQ-084). */
  readonly warnings: readonly { readonly at: string; readonly reason: string }[]
  readonly mutedAt: string | null
  readonly expelled: { readonly at: string; readonly reason: string } | null
}

export interface Issue {
  readonly id: string
  readonly text: string
}

/** Against chair, member or recorder; ruled on before the phase goes on (REQ-073, F-18, F-34, F-41). */
export interface RecusalApplication {
  readonly id: string
  readonly personId: string
  readonly by: string
  readonly reason: string
  readonly at: string
  readonly ruling: {
    readonly granted: boolean
    readonly reason: string
    readonly by: string
    readonly at: string
    /** On the chair the ordering body rules, and the recorder enters it. */
    readonly authority: Authority
  } | null
}

export interface SpeakingRequest extends Hand {
  readonly side: Side
  /** In which it was asked for, and once he speaks, in which he does. */
  readonly phase: Phase | null
  /** Others of the same view whom he speaks for (F-55). */
  readonly alsoFor: readonly string[]
}

export type HearingFloor = FloorOf<SpeakingRequest>

/** A question put to one person, marked answered or not by the recorder or the chair. */
export interface Question {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly text: string
  readonly at: string
  readonly phase: Phase
  readonly answered: { readonly yes: boolean; readonly by: string; readonly at: string } | null
}

/** What a person said, in his own words, written by the recorder and offered to him (REQ-079). */
export interface Passage {
  readonly id: string
  readonly personId: string
  readonly phase: Phase
  readonly text: string
  readonly by: string
  readonly at: string
  readonly confirmedAt: string | null
  /** Appended and initialled, never in place of the words. */
  readonly corrections: readonly { readonly at: string; readonly by: string; readonly text: string }[]
}

/** A member's opinion in the deliberation; goes nowhere but to chair, members and recorder until the report. */
export interface MemberOpinion {
  readonly personId: string
  readonly stand: 'tolerate' | 'not-tolerate' | 'other'
  readonly reason: string
  readonly at: string
}

export interface StagedEvidence {
  /** Empty for whom it is not shown to. */
  readonly evidenceId: string
  readonly page: number
  /** Null: the whole page. */
  readonly zone: Zone | null
  /** To the hall and the screen too. */
  readonly toHall: boolean
  readonly by: string
  readonly at: string
}

/** A piece as it was shown by one person, from page to page, until it left the stage. */
export interface Showing {
  readonly id: string
  readonly evidenceId: string
  /** Empty where the record is older than titles in it. */
  readonly title: string
  readonly by: string
  readonly phase: Phase | null
  readonly at: string
  readonly until: string | null
  readonly views: readonly Pick<StagedEvidence, 'page' | 'zone'>[]
}

/** The picture of a signature: a PNG in the store of evidence files, by SHA-256 (hex) of its content (H-188). */
export interface DrawnSignature {
  readonly sha256: string
  readonly bytes: number
}

export interface Signature {
  readonly personId: string
  readonly signed: boolean
  /** Not signed, and not refused either: he cannot (dead, ill, gone), entered by the chair like a refusal. */
  readonly missing: boolean
  /** Of a refusal or why it is missing, entered by the chair (F-38). */
  readonly reason: string
  /** SHA-256 (hex) of the text as it was read. */
  readonly hash: string
  /** Null where he did not draw it too, or where it would tell a masked name. */
  readonly drawn: DrawnSignature | null
  readonly at: string
}

export interface Transcript {
  /** Version id and hash of the frozen text; null while it is written. */
  readonly frozen: {
    readonly versionId: string
    readonly hash: string
    readonly at: string
    /** Civil date until which late corrections are taken, that day included. */
    readonly latestCorrectionOn: string
  } | null
  readonly signatures: readonly Signature[]
  /** Within the days of the rule after the closing (F-55: five working days). */
  readonly lateCorrections: readonly { readonly by: string; readonly text: string; readonly at: string }[]
}

/** Who acts for chair or recorder since the close, because the one who was named cannot (H-184). */
export interface Acting {
  readonly capacity: 'chair' | 'recorder'
  readonly personId: string
  readonly name: string
  /** Whom he acts for. */
  readonly insteadOf: string
  readonly reason: string
  readonly by: string
  /** Of the office, who is no participant: known by no line. */
  readonly byName: string
  readonly at: string
}

export interface Report {
  readonly versionId: string
  readonly hash: string
  readonly suggestion: string
  readonly signedBy: string
  readonly drawn: DrawnSignature | null
  readonly at: string
}

export interface Stop {
  readonly kind: 'postponed' | 'suspended'
  readonly ground: string
  readonly reason: string
  readonly at: string
  /** Civil date; null where it is not known yet. */
  readonly resumeOn: string | null
  readonly resumedAt: string | null
}

export interface Notice {
  readonly text: string
  readonly at: string
  /** Why it is served later than the rule asks (REQ-070); null where it is in time. */
  readonly shortReason: string | null
  /** The last day in time, as computed on the day it was served. */
  readonly latestOn: string
}

/** To whom a paper is served besides those who conduct the hearing; a representative gets what his party gets. */
export const PAPER_READERS = ['party', 'third-party', 'expert', 'public-seat'] as const
export type PaperReader = (typeof PAPER_READERS)[number]

/** A frozen document of the case as it is served: its version, never what it may become. */
export interface PinnedPaper {
  readonly part: string
  /** Chinese, as official papers are. */
  readonly title: string
  readonly versionId: string
  readonly hash: string
  /** How many there are, as a reader counts them: a comment cites one by its number. */
  readonly paragraphs: number
  readonly readers: readonly PaperReader[]
}

export interface ServedPaper extends PinnedPaper {
  readonly id: string
  readonly servedAt: string
  /** After the last day of the notice (F-54). */
  readonly late: boolean
}

export interface HearingRules {
  /** Working days between the notice and the hearing, the hearing day not counted (F-31). */
  readonly noticeWorkingDays: number
  /** Working days after the closing in which late corrections are taken (F-55). */
  readonly correctionWorkingDays: number
  readonly speakingSeconds: Readonly<Record<Side, number>>
  /** Characters. */
  readonly commentLength: number
  readonly commentsPerMinute: number
}

/** Ids of the bodies whose secretaries and leaders have to do with the hearing by office, as they were at the order. */
export interface OfficeBodies {
  readonly secretaries: readonly string[]
  readonly leaders: readonly string[]
}

export interface HearingState {
  readonly id: string
  /** How many entries this state adds up. 0 means: no such hearing. */
  readonly seq: number
  readonly preset: HearingPreset
  readonly caseId: string
  readonly caseNumber: string
  readonly caseTitle: string
  /** Handlers of the case, and those it is about (applicants, subjects): neither chair, sit nor record (REQ-072). */
  readonly handlerIds: readonly string[]
  readonly concernedIds: readonly string[]
  readonly title: string
  readonly reason: string
  readonly issues: readonly Issue[]
  readonly orderingBodyId: string
  readonly orderingBodyName: string
  readonly officeBodies: OfficeBodies
  readonly orderedBy: string
  readonly orderedAt: string
  /** Null: open to the public. Announced at the opening (REQ-071, F-33). */
  readonly closedGround: ClosedGround | null
  /** Why a hearing on a case is open to the public, which it is not by itself. */
  readonly openReason: string | null
  readonly startsAt: string
  readonly place: string
  readonly rules: HearingRules
  readonly status: HearingStatus
  readonly participants: readonly Participant[]
  readonly notice: Notice | null
  /** Served with the notice or after it, oldest first; of each person those that he may open stand in his own view. */
  readonly papers: readonly ServedPaper[]
  readonly phase: Phase | null
  readonly phases: readonly {
    readonly phase: Phase
    readonly from: string
    readonly until: string | null
    /** Only where the chair went back to it. */
    readonly backReason: string | null
  }[]
  readonly recusals: readonly RecusalApplication[]
  readonly floor: HearingFloor
  readonly questions: readonly Question[]
  readonly passages: readonly Passage[]
  readonly opinions: readonly MemberOpinion[]
  readonly staged: StagedEvidence | null
  /** What was on stage, in the order of time. */
  readonly shown: readonly Showing[]
  /** Whether observers may comment while it goes on (REQ-085: else after the close only). */
  readonly observersComment: boolean
  readonly stops: readonly Stop[]
  readonly ended: { readonly ground: string; readonly reason: string; readonly at: string } | null
  readonly openedAt: string | null
  readonly closedAt: string | null
  /** In the order of appointment; the last of a capacity acts. */
  readonly acting: readonly Acting[]
  readonly transcript: Transcript
  readonly report: Report | null
  /** What was adopted and why the rest was not, told to all who took part (REQ-087). */
  readonly feedback: { readonly text: string; readonly by: string; readonly at: string } | null
}
