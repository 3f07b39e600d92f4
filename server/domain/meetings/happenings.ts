import type {
  Choice,
  Counts,
  BallotMethod,
  Result,
  RollLine,
  VoidGround,
  VoteRule,
} from '#domain/ballots/types.ts'
import type { Outcome } from '#domain/decisions/outcome.ts'
import type { Convocation } from './commands.ts'
import type { AgendaItem, Attendee, FloorKind, MeetingRules, MemberDue, Stand } from './types.ts'

/** An item as it comes onto the agenda: case and papers looked up and pinned by the service. */
export type NewItem = Pick<AgendaItem, 'id' | 'caseId' | 'caseNumber' | 'caseTitle' | 'subjects' | 'papers'>

/** Why somebody cannot take part, whatever the roll says: no account, or no role in the body he was called from. */
export type WhyOut = 'disabled' | 'role-ended'

/** Everything that can happen in a meeting. */
export type MeetingHappening =
  | {
      type: 'meeting/convened'
      payload: Omit<Convocation, 'memberIds' | 'attendeeIds' | 'caseIds'> & {
        rules: MeetingRules
        membersDue: readonly MemberDue[]
        attendees: readonly Attendee[]
        items: readonly NewItem[]
        checkInCode: string
      }
    }
  | { type: 'meeting/member-checked-in'; payload: { personId: string; way: 'self' | 'secretary' | 'code' } }
  /** Not by leaving: his account was disabled (`disabled`), or his role in the body has ended (`roleEnded`). */
  | {
      type: 'meeting/member-checked-out'
      payload: { personId: string; disabled?: true; roleEnded?: true }
    }
  | { type: 'meeting/leave-taken'; payload: { personId: string; reason: string } }
  | { type: 'meeting/code-renewed'; payload: { checkInCode: string } }
  | { type: 'meeting/opened'; payload: { present: number; due: number } }
  | { type: 'meeting/adjourned'; payload: { reason: string } }
  | { type: 'meeting/resumed'; payload: { present: number; due: number } }
  | { type: 'meeting/closed'; payload: Record<string, never> }
  | { type: 'meeting/cancelled'; payload: { reason: string } }
  /** With a reason: a secretary appointed an acting chair. Without one: the chair gave the chair away himself. */
  | {
      type: 'meeting/chair-handed-over'
      payload: { from: string; to: string; reason?: string; appointed?: true }
    }
  | { type: 'agenda/reordered'; payload: { itemIds: readonly string[] } }
  | { type: 'agenda/item-proposed'; payload: { proposalId: string; caseId: string; caseTitle: string } }
  | { type: 'agenda/item-added'; payload: { proposalId: string | null; item: NewItem } }
  | { type: 'agenda/item-declined'; payload: { proposalId: string; reason: string } }
  | { type: 'agenda/item-opened'; payload: { itemId: string; presenterId: string | null } }
  | { type: 'agenda/phase-entered'; payload: { itemId: string; phase: 'questions' | 'statements' } }
  | { type: 'agenda/item-deferred'; payload: { itemId: string; reason: string } }
  | { type: 'agenda/item-finished'; payload: { itemId: string } }
  | {
      type: 'recusal/declared'
      payload: { recusalId: string; itemId: string; personId: string; reason: string }
    }
  | {
      type: 'recusal/applied-for'
      payload: { recusalId: string; itemId: string; personId: string; reason: string }
    }
  /** `authority`: who ruled; entries from before it was written tell it by who entered them. */
  | {
      type: 'recusal/ruled'
      payload: { recusalId: string; granted: boolean; reason: string; authority?: 'chair' | 'superior' }
    }
  | { type: 'floor/hand-raised'; payload: { requestId: string; kind: FloorKind } }
  | { type: 'floor/hand-withdrawn'; payload: { requestId: string } }
  | { type: 'floor/granted'; payload: { requestId: string; seconds: number } }
  | { type: 'floor/ended'; payload: { requestId: string } }
  | { type: 'statement/made'; payload: { statementId: string; itemId: string; stand: Stand; reason: string } }
  | { type: 'statement/corrected'; payload: { statementId: string; itemId: string; text: string } }
  | {
      type: 'ballot/opened'
      payload: {
        pollId: string
        itemId: string
        subjectId: string
        question: string
        options: readonly Outcome[]
        method: BallotMethod
        round: 1 | 2
        reconsiders: string | null
        roll: readonly RollLine[]
        rule: VoteRule
      }
    }
  | { type: 'ballot/hands-entered'; payload: { pollId: string; counts: Counts } }
  | { type: 'ballot/count-confirmed'; payload: { pollId: string } }
  | {
      type: 'ballot/closed'
      payload: {
        pollId: string
        /** In roll order. */
        votedIds: readonly string[]
        /** Empty in a secret ballot. */
        choices: Readonly<Record<string, Choice>>
        result: Result
      }
    }
  | { type: 'ballot/void-asked'; payload: { pollId: string; ground: VoidGround; reason: string } }
  | { type: 'ballot/void-declined'; payload: { pollId: string } }
  /** With a ground and who asked: the count was known, and the entry is of whoever agreed. */
  | {
      type: 'ballot/voided'
      payload: { pollId: string; reason: string; ground?: VoidGround; askedBy?: string }
    }
  | { type: 'ballot/announced'; payload: { pollId: string } }
  | {
      type: 'ballot/reconsideration-asked'
      payload: { reconsiderationId: string; itemId: string; subjectId: string; reason: string }
    }
  | {
      type: 'ballot/reconsideration-consented'
      payload: { reconsiderationId: string; itemId: string; granted: boolean }
    }
  | { type: 'meeting/minutes-drafted'; payload: { minutesId: string } }

/** What the ballot box held when it was closed; handed to `decide` by the service inside the transaction. */
export interface BoxContent {
  readonly votedIds: readonly string[]
  readonly counts: Counts
  readonly choices: Readonly<Record<string, Choice>>
}

/** What services ask besides people's commands: the same plus what only the server knows. */
export type MeetingInstruction =
  | {
      type: 'convene'
      convocation: Omit<Convocation, 'memberIds' | 'attendeeIds' | 'caseIds'>
      rules: MeetingRules
      membersDue: readonly MemberDue[]
      attendees: readonly Attendee[]
      items: readonly NewItem[]
    }
  | {
      type: 'propose-item'
      caseId: string
      caseTitle: string
      item: NewItem
      /** Whether the case is told that it is on the agenda, which it is when the chair proposes. */
      atOnce?: boolean
    }
  | { type: 'accept-item'; proposalId: string; item: NewItem }
  | { type: 'close-ballot'; pollId: string; box: BoxContent }
  | { type: 'draft-minutes'; minutesId: string }
  /** Of one who cannot take part any more; the administrator who saw to that takes no part in the meeting. */
  | { type: 'take-out'; personId: string; because: WhyOut }

/**
 * What only adds to what people see, and happens often: after it nobody may see less than before. Whatever is not named
 * here is taken to close something to somebody (a recusal, a void ballot, an item that ends).
 */
const ADDING: ReadonlySet<string> = new Set([
  'floor/hand-raised',
  'floor/hand-withdrawn',
  'floor/granted',
  'floor/ended',
  'statement/made',
  'statement/corrected',
] satisfies MeetingHappening['type'][])

/** Of entries told anew nobody says which they were (record.ts): none at all is taken to close something. */
export function addsOnly(entries: readonly { readonly type: string }[]): boolean {
  return entries.length > 0 && entries.every(({ type }) => ADDING.has(type))
}
