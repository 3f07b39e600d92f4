import { isRefusal, type Refusal, type RefusalCode } from '#domain/record/refusal.ts'
import type { HearingCommand } from './commands.ts'
import { mayNow, type Moment } from './may-now.ts'
import { majorityOf } from './opinions.ts'
import { inCapacity, isPresent, participantOf } from './people.ts'
import { redactedState } from './redaction.ts'
import { withReferences } from './references.ts'
import { SUGGESTED_MEMBERS } from './rules.ts'
import { papersFor } from './served-papers.ts'
import { SEES, sightOf, type HearingViewer, type SightClass } from './sight.ts'
import type {
  HearingState,
  MemberOpinion,
  Participant,
  Passage,
  Question,
  RecusalApplication,
  ServedPaper,
  Signature,
} from './types.ts'

export { hearingEntryFor } from './entries.ts'
export { mayReadHearing, sightOf, type HearingViewer, type SightClass } from './sight.ts'

/** What is the same for everybody of a class. */
export interface HearingShared {
  readonly sight: SightClass
  /** The state's shape with everything else taken out. */
  readonly state: HearingState
  readonly observers: { readonly named: number; readonly present: number }
  /** With the report, to those who read it or stand on a side; never by name. */
  readonly majority: MemberOpinion['stand'] | null
  /** Fewer or more hearing members than suggested (REQ-072). */
  readonly membersOutsideSuggested: boolean
}

/** What is a person's own, and small. */
export interface HearingOwn {
  /** Or the reference that stands for it (H-186). */
  readonly personId: string
  readonly participant: Participant | null
  /** That he may open (REQ-070). */
  readonly papers: readonly ServedPaper[]
  readonly passages: readonly Passage[]
  /** Put to him or by him. */
  readonly questions: readonly Question[]
  readonly recusals: readonly RecusalApplication[]
  readonly signature: Signature | null
  /** Of every command, null where he may give it now, else why not. */
  readonly may: Readonly<Record<HearingCommand['type'], RefusalCode | null>>
}

export interface HearingView {
  readonly shared: HearingShared
  /** Nobody's own is on the screen. */
  readonly own: HearingOwn | null
}

const made = new WeakMap<HearingState, Map<SightClass, HearingShared>>()

/** Made once for a class and a state, whoever asks: a thousand viewers are a handful of these. */
export function sharedFor(sight: SightClass, state: HearingState): HearingShared {
  const known = made.get(state) ?? new Map<SightClass, HearingShared>()
  made.set(state, known)
  const before = known.get(sight)
  if (before) return before
  const outside = sight === 'witness-outside'
  const observers = outside ? [] : inCapacity(state, 'observer')
  const members = inCapacity(state, 'member').length
  const shared: HearingShared = {
    sight,
    state: redactedState(sight, state),
    observers: { named: observers.length, present: observers.filter(isPresent).length },
    majority: state.status === 'finished' && SEES[sight].transcript ? majorityOf(state) : null,
    membersOutsideSuggested:
      SEES[sight].people && (members < SUGGESTED_MEMBERS.least || members > SUGGESTED_MEMBERS.most),
  }
  known.set(sight, shared)
  return shared
}

interface MadeOf {
  readonly sight: SightClass
  readonly may: HearingOwn['may']
  /** Of all: which of them are his goes by his line. */
  readonly papers: HearingState['papers']
  readonly own: HearingOwn
}

/** Of those who did nothing but come, which is nearly everybody in a hall. */
const madeOfLine = new WeakMap<Participant, MadeOf>()

/**
 * By the same references as in what he shares with others, his own too: a page finds his line by them. Where it depends on
 * his line alone, on the papers and on what he may do, it is the same object as long as these are.
 */
function ownOf(state: HearingState, viewer: HearingViewer, sight: SightClass, at: Moment): HearingOwn {
  const { personId } = viewer
  const line = participantOf(state, personId)
  const { may, ...own } = {
    personId,
    participant: line ?? null,
    papers: papersFor(state, viewer),
    passages: state.passages.filter((one) => one.personId === personId),
    questions: state.questions.filter((one) => one.to === personId || one.from === personId),
    recusals: state.recusals.filter((one) => one.by === personId || one.personId === personId),
    signature: state.transcript.signatures.find((one) => one.personId === personId) ?? null,
    may: mayNow(state, viewer, at),
  }
  const { passages, questions, recusals, signature } = own
  const others = [...passages, ...questions, ...recusals, ...(signature ? [signature] : [])]
  if (!line || line.represents !== null || others.length > 0)
    return { ...withReferences(sight, state, own), may }
  const before = madeOfLine.get(line)
  const isSame = before?.sight === sight && before.may === may && before.papers === state.papers
  if (isSame) return before.own
  const made = { ...withReferences(sight, state, own), may }
  madeOfLine.set(line, { sight, may, papers: state.papers, own: made })
  return made
}

/**
 * The hearing as one viewer may see it. Refusals: access/not-found, access/recused, hearing/expelled,
 * hearing/not-participant.
 */
export function hearingViewFor(
  viewer: HearingViewer,
  state: HearingState,
  at: Moment,
): HearingView | Refusal {
  const sight = sightOf(state, viewer)
  if (isRefusal(sight)) return sight
  return {
    shared: sharedFor(sight, state),
    own: viewer.audience === 'screen' ? null : ownOf(state, viewer, sight, at),
  }
}
