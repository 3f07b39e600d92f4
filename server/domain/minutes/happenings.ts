import type { FrozenText } from '#domain/cases/happenings.ts'
import type { MeetingState } from '#domain/meetings/types.ts'
import type { MinutesCommand } from './commands.ts'
import type { ProseNode } from './prose.ts'
import type { DecisionDetail, MinutesState, MinutesStep } from './types.ts'

export type MinutesHappening =
  | {
      type: 'minutes/drafted'
      payload: Pick<
        MinutesState,
        | 'meetingId'
        | 'meetingTitle'
        | 'bodyIds'
        | 'attendedIds'
        | 'secretaryIds'
        | 'chairId'
        | 'caseIds'
        | 'refersTo'
      >
    }
  | { type: 'minutes/regenerated'; payload: { versionId: string } }
  | { type: 'minutes/decision-detailed'; payload: DecisionDetail }
  | { type: 'minutes/departure-reasoned'; payload: { caseId: string; reason: string } }
  | { type: 'minutes/departure-consented'; payload: { caseId: string } }
  | { type: 'minutes/sent-to-review'; payload: Record<string, never> }
  | { type: 'minutes/change-proposed'; payload: { proposalId: string; text: string } }
  | { type: 'minutes/proposal-answered'; payload: { proposalId: string; accepted: boolean; note: string } }
  | { type: 'minutes/sent-to-countersign'; payload: FrozenText }
  | { type: 'minutes/countersigned'; payload: { bodyId: string; agreed: boolean; reason: string } }
  | { type: 'minutes/sent-to-sign'; payload: Record<string, never> }
  | { type: 'minutes/issued'; payload: { number: string; contentHash: string; versionId: string } }
  | { type: 'minutes/returned'; payload: { from: MinutesStep; reason: string } }

/** Cases that the meeting decided against the majority of their hearing's members (`departingCases`); absent: none. */
type Departing = readonly string[]

/** What services ask besides people's commands: the same plus what only the server knows. */
export type MinutesInstruction =
  | {
      type: 'draft'
      from: Pick<
        MinutesState,
        | 'meetingId'
        | 'meetingTitle'
        | 'bodyIds'
        | 'attendedIds'
        | 'secretaryIds'
        | 'chairId'
        | 'caseIds'
        | 'refersTo'
      >
      meetingStatus: string
      unannounced: number
    }
  | { type: 'regenerate'; versionId: string }
  /** The meeting's state goes in, so that what is missing is found by the rules and not by the caller. */
  | {
      type: 'send-to-countersign'
      frozen: FrozenText
      meeting: MeetingState
      /** The text that is frozen; null where the browser only asks, whose copy may be behind the other writers'. */
      text: ProseNode | null
      unannounced: number
      /** The entry up to which the frozen text tells the decisions. */
      asOf: number
      departing?: Departing
    }
  | { type: 'reason-departure'; caseId: string; reason: string; departing?: Departing }
  | { type: 'consent-to-departure'; caseId: string; departing?: Departing }
  | { type: 'send-to-sign'; departing?: Departing }
  | {
      type: 'sign'
      year: number
      ordinal: number
      /** Must be the hash of the text the departments signed. */
      contentHash: string
      versionId: string
      unannounced: number
      /** The jurisdiction's mark in the number; 纪要 where it has none of its own. */
      mark?: string
      departing?: Departing
    }

/** What `decideMinutes` answers: where a command and an instruction share a type, the instruction's shape. */
export type MinutesOrder = Exclude<MinutesCommand, { type: MinutesInstruction['type'] }> | MinutesInstruction
