import type { Choice, Poll } from '#domain/ballots/types.ts'
import type { FloorOf, Hand } from '#domain/proceedings/floor.ts'
import type { Span } from '#domain/proceedings/spans.ts'

export const MEETING_STATUSES = ['convened', 'open', 'adjourned', 'closed', 'cancelled'] as const
export type MeetingStatus = (typeof MEETING_STATUSES)[number]

/** Ordinary matters need half of those due, major ones (case items) two thirds (F-01, F-02). */
export type MeetingGrade = 'ordinary' | 'major'

export interface MeetingRules {
  readonly ordinaryQuorum: { readonly least: number; readonly of: number }
  readonly majorQuorum: { readonly least: number; readonly of: number }
  /** Platform default: false, with at least `minimumVoters` left (F-18). */
  readonly recusedCountAsDue: boolean
  readonly minimumVoters: number
  /** A secret ballot among fewer is refused: nobody's choice would be secret. */
  readonly minimumSecretRoll: number
  readonly speakingSeconds: number
}

/** 应到会成员: may vote. Frozen with the names of the day the meeting was convened. */
export interface MemberDue {
  readonly personId: string
  readonly name: string
  readonly bodyId: string
  readonly bodyName: string
}

/** 列席: speaks, never votes (F-11). */
export type Attendee = MemberDue

/** Times in and out; the last `out` is null while the person is in the room. */
export interface Presence {
  readonly personId: string
  readonly spans: readonly (Span & { readonly by: string })[]
}

export interface Leave {
  readonly personId: string
  readonly reason: string
  readonly at: string
}

export const ITEM_PHASES = [
  'pending',
  'presented',
  'questions',
  'statements',
  'voting',
  'decided',
  'deferred',
] as const
/** `decided` and `deferred` end an item. `voting` from the first question put to the last result. */
export type ItemPhase = (typeof ITEM_PHASES)[number]

/** A version of a document of the dossier that the members read, pinned at convening. */
export interface Paper {
  readonly part: string
  readonly document: string
  readonly versionId: string
  readonly hash: string
}

export interface Recusal {
  readonly id: string
  readonly itemId: string
  readonly personId: string
  readonly kind: 'own-motion' | 'by-application'
  readonly reason: string
  readonly appliedBy: string
  readonly appliedAt: string
  readonly status: 'pending' | 'in-force' | 'rejected'
  readonly ruledBy: string | null
  readonly rulingReason: string | null
  readonly from: string | null
}

export type Stand = 'FOR' | 'AGAINST' | 'DEFER'

export interface Statement {
  readonly id: string
  readonly personId: string
  readonly stand: Stand
  readonly reason: string
  readonly at: string
  /** Added by the speaker afterwards, never in place of the statement. */
  readonly corrections: readonly { readonly at: string; readonly text: string }[]
}

export interface AgendaItem {
  readonly id: string
  readonly caseId: string
  readonly caseNumber: string
  readonly caseTitle: string
  readonly subjects: readonly { readonly id: string; readonly name: string }[]
  readonly papers: readonly Paper[]
  readonly phase: ItemPhase
  readonly presenterId: string | null
  readonly statements: readonly Statement[]
  readonly polls: readonly Poll[]
  readonly reconsiderations: readonly Reconsideration[]
  readonly deferral: { readonly reason: string; readonly at: string } | null
  readonly openedAt: string | null
  readonly endedAt: string | null
}

/** Consent to vote anew: more than half of the members due must agree (F-09). */
export interface Reconsideration {
  readonly id: string
  readonly subjectId: string
  readonly reason: string
  readonly consents: readonly string[]
  readonly granted: boolean
}

export const FLOOR_KINDS = ['report', 'question', 'statement', 'reply', 'point-of-order'] as const
export type FloorKind = (typeof FLOOR_KINDS)[number]

export interface FloorRequest extends Hand {
  /** The item that was up when the hand was raised; null between items. */
  readonly itemId: string | null
  readonly kind: FloorKind
}

export type Floor = FloorOf<FloorRequest>

/** The chair passed on while the meeting ran or before it: who leads from then on. */
export interface ChairHandOver {
  readonly from: string
  readonly to: string
  readonly at: string
  /** Empty where the chair gave the chair away without saying why. */
  readonly reason: string
  /** A secretary appointed an acting chair (M-29). */
  readonly appointed: boolean
}

export interface MeetingState {
  readonly id: string
  readonly seq: number
  readonly title: string
  readonly place: string
  readonly convenedAt: string
  /** ISO 8601 in UTC. */
  readonly startsAt: string
  readonly grade: MeetingGrade
  readonly rules: MeetingRules
  readonly status: MeetingStatus
  /** Who leads now; before the hand-overs it was `from` of the first one. */
  readonly chairId: string
  readonly handOvers: readonly ChairHandOver[]
  readonly secretaryIds: readonly string[]
  readonly scrutineerIds: readonly string[]
  readonly membersDue: readonly MemberDue[]
  readonly attendees: readonly Attendee[]
  readonly requiredBodyIds: readonly string[]
  readonly presences: readonly Presence[]
  readonly leaves: readonly Leave[]
  /** Shown on the big screen; typing it checks a person in. */
  readonly checkInCode: string
  readonly items: readonly AgendaItem[]
  readonly currentItemId: string | null
  readonly recusals: readonly Recusal[]
  readonly floor: Floor
  /** The item somebody other than the chair asked to add; waits for the chair's consent. */
  readonly proposedItems: readonly {
    readonly id: string
    readonly caseId: string
    readonly caseTitle: string
    readonly by: string
  }[]
  readonly openedAt: string | null
  readonly closedAt: string | null
  readonly adjournments: readonly {
    readonly at: string
    readonly reason: string
    readonly resumedAt: string | null
  }[]
  readonly minutesId: string | null
}

/** What a voter's own line says; the only thing about a running ballot that differs between members. */
export interface OwnVote {
  readonly pollId: string
  readonly voted: boolean
  readonly receipt: string | null
  /** Own choice in a named ballot, never in a secret one. */
  readonly choice: Choice | null
}
