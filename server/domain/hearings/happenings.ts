import type { Authority } from '#domain/proceedings/recusals.ts'
import type { Stage } from '#domain/cases/types.ts'
import type { Body } from '#domain/people/actor.ts'
import type { HearingCommand, HearingOrder } from './commands.ts'
import type { ClosedGround, Phase } from './phases.ts'
import type {
  Acting,
  Capacity,
  DrawnSignature,
  HearingRules,
  Issue,
  MemberOpinion,
  OfficeBodies,
  PinnedPaper,
  Side,
  StagedEvidence,
} from './types.ts'

type None = Record<string, never>
/** Several kinds that say the same. */
type Each<T extends string, P> = T extends string ? { type: T; payload: P } : never

/** How an invited person came in: by his link, or by the code on paper. */
export type EntryWay = 'link' | 'code'

/** Everything that can happen in a hearing. */
export type HearingHappening =
  | {
      type: 'hearing/ordered'
      payload: Omit<HearingOrder, 'issues'> & {
        issues: readonly Issue[]
        caseNumber: string
        caseTitle: string
        orderingBodyId: string
        orderingBodyName: string
        /** Absent in what was recorded before it: the ordering body alone. */
        officeBodies?: OfficeBodies
        handlerIds: readonly string[]
        concernedIds: readonly string[]
        rules: HearingRules
      }
    }
  | {
      type: 'hearing/notice-served'
      payload: { text: string; shortReason: string | null; latestOn: string; startsAt: string }
    }
  | {
      type: 'papers/served'
      payload: { papers: readonly (PinnedPaper & { paperId: string })[]; late: boolean }
    }
  | { type: 'hearing/notice-read'; payload: None }
  | { type: 'hearing/cancelled'; payload: { reason: string } }
  /** The ground of a closed hearing is announced here (F-33). */
  | { type: 'hearing/opened'; payload: { closedGround: ClosedGround | null; present: number } }
  | Each<
      'hearing/postponed' | 'hearing/suspended',
      { ground: string; reason: string; resumeOn: string | null }
    >
  | { type: 'hearing/resumed'; payload: None }
  | { type: 'hearing/terminated'; payload: { ground: string; reason: string } }
  | { type: 'hearing/closed'; payload: None }
  | { type: 'hearing/feedback-given'; payload: { text: string } }
  | { type: 'phase/entered'; payload: { phase: Phase; backReason: string | null } }
  | {
      type: 'participant/named'
      payload: {
        personId: string
        name: string
        bodyName: string
        capacity: Capacity
        represents: string | null
        breadth: string
        /** Without an account. */
        guest?: true
      }
    }
  /** Issued again, the one before is dead. */
  | { type: 'invitation/issued'; payload: { personId: string; latestAt: string } }
  | { type: 'invitation/entered'; payload: { way: EntryWay } }
  | { type: 'invitation/revoked'; payload: { personId: string; reason: string } }
  | { type: 'participant/removed'; payload: { personId: string; reason: string } }
  | { type: 'participant/came-in'; payload: None }
  /** `disabled`: not by leaving, his account was disabled. */
  | { type: 'participant/went-out'; payload: { personId: string; disabled?: true } }
  | { type: 'participant/identity-checked'; payload: { personId: string } }
  | Each<'witness/called' | 'witness/released', { personId: string }>
  | { type: 'recusal/applied-for'; payload: { recusalId: string; personId: string; reason: string } }
  | {
      type: 'recusal/ruled'
      payload: { recusalId: string; granted: boolean; reason: string; authority: Authority }
    }
  | { type: 'floor/hand-raised'; payload: { requestId: string; side: Side; alsoFor: readonly string[] } }
  | { type: 'floor/hand-withdrawn'; payload: { requestId: string } }
  | { type: 'floor/granted'; payload: { requestId: string; seconds: number } }
  | { type: 'floor/extended'; payload: { requestId: string; seconds: number } }
  | { type: 'floor/ended'; payload: { requestId: string } }
  | { type: 'question/put'; payload: { questionId: string; to: string; text: string } }
  | { type: 'question/marked'; payload: { questionId: string; answered: boolean } }
  | Each<'order/warned' | 'order/muted' | 'order/expelled', { personId: string; reason: string }>
  | { type: 'order/unmuted'; payload: { personId: string } }
  | { type: 'order/observers-comment'; payload: { open: boolean } }
  /** Before the hall could be shown anything there was neither `title` nor `toHall`. */
  | {
      type: 'stage/shown'
      payload: Pick<StagedEvidence, 'evidenceId' | 'page' | 'zone'> & { title?: string; toHall?: boolean }
    }
  | { type: 'stage/cleared'; payload: None }
  | { type: 'deliberation/opinion-given'; payload: Pick<MemberOpinion, 'stand' | 'reason'> }
  | { type: 'transcript/passage-written'; payload: { passageId: string; personId: string; text: string } }
  | { type: 'transcript/passage-confirmed'; payload: { passageId: string } }
  | { type: 'transcript/passage-corrected'; payload: { passageId: string; text: string } }
  | {
      type: 'transcript/frozen'
      payload: { versionId: string; hash: string; latestCorrectionOn: string }
    }
  | { type: 'transcript/signed'; payload: { hash: string; drawn?: DrawnSignature } }
  | Each<
      'transcript/signature-refused' | 'transcript/signature-missing',
      { personId: string; reason: string }
    >
  | { type: 'tribunal/acting-appointed'; payload: Omit<Acting, 'by' | 'at'> }
  | { type: 'transcript/corrected-late'; payload: { text: string } }
  | {
      type: 'report/signed'
      payload: { versionId: string; hash: string; suggestion: string; drawn?: DrawnSignature }
    }

type Command<T extends HearingCommand['type']> = Extract<HearingCommand, { type: T }>

/** What services ask besides people's commands: the same plus what only the server knows. */
export type HearingInstruction =
  | {
      type: 'order'
      order: HearingOrder
      hearingCase: {
        readonly number: string
        readonly title: string
        readonly stage: Stage
        readonly bodyIds: readonly string[]
        readonly handlerIds: readonly string[]
        /** Applicants, and subjects that have an account. */
        readonly concernedIds: readonly string[]
      }
      orderingBodyId: string
      orderingBodyName: string
      /** All of the jurisdiction. */
      bodies: readonly Pick<Body, 'id' | 'kind'>[]
      rules: HearingRules
    }
  | (Command<'name-participant'> & {
      readonly name: string
      readonly bodyName: string
      readonly guest?: true
    })
  | { type: 'issue-invitation'; personId: string }
  /** Of the guest himself, who has shown link or code. */
  | { type: 'enter-invited'; way: EntryWay }
  | { type: 'revoke-invitation'; personId: string; reason: string }
  /** Null: there is no such piece for him. */
  | (Command<'stage-evidence'> & { readonly title: string | null })
  | (Omit<Command<'serve-notice'>, 'papers'> & { readonly papers?: readonly PinnedPaper[] })
  | { type: 'serve-papers'; papers: readonly PinnedPaper[] }
  | { type: 'freeze-transcript'; versionId: string; hash: string }
  /** `ownPartHash`: of what the recorder wrote of this person, which is all that a witness reads (F-38). */
  | (Command<'sign-transcript'> & { readonly ownPartHash: string; readonly drawn?: DrawnSignature })
  | (Command<'sign-report'> & {
      readonly versionId: string
      readonly hash: string
      readonly drawn?: DrawnSignature
    })
  /** Whether the case has been decided is in the case's own record. */
  | (Command<'give-feedback'> & { readonly caseDecided: boolean })
  /** Of one whose account was disabled; the administrator who did it takes no part in the hearing. */
  | { type: 'take-out-disabled'; personId: string }

/** After these nobody may see less than before; whatever is not named is taken to close something to somebody. */
const ADDING: ReadonlySet<string> = new Set([
  'hearing/notice-read',
  'floor/hand-raised',
  'floor/hand-withdrawn',
  'floor/granted',
  'floor/extended',
  'floor/ended',
  'question/put',
  'question/marked',
  'participant/came-in',
  'invitation/issued',
  'invitation/entered',
  'transcript/passage-written',
  'transcript/passage-confirmed',
  'transcript/passage-corrected',
] satisfies HearingHappening['type'][])

/** Of entries told anew nobody says which they were: none at all is taken to close something. */
export function hearingAddsOnly(entries: readonly { readonly type: string }[]): boolean {
  return entries.length > 0 && entries.every(({ type }) => ADDING.has(type))
}
