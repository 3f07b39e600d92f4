import { initialHearing } from './initial.ts'
import { isClosedRoom } from './guards.ts'
import { maskName } from './masked-name.ts'
import { PHASE_RULES, type Phase } from './phases.ts'
import { isMaskedTo, withReferences } from './references.ts'
import { SEES, type Sees, type SightClass } from './sight.ts'
import type {
  HearingFloor,
  HearingState,
  Participant,
  RecusalApplication,
  StagedEvidence,
  Transcript,
} from './types.ts'

export function isOfClosedRoom({ phase }: { readonly phase: Phase | null }): boolean {
  return phase !== null && PHASE_RULES[phase].closedRoom
}

/** A line as others see it: masked where the class is not told who it is, and without what is between him and the office. */
export function redactedLine(sees: Sees, one: Participant): Participant {
  if (sees.people) return one
  const masked = sees.masks.includes(one.capacity)
  return {
    ...one,
    name: masked ? maskName(one.name) : one.name,
    bodyName: masked ? '' : one.bodyName,
    breadth: '',
    invitation: null,
    noticeServedAt: null,
    noticeReadAt: null,
    removed: one.removed && { ...one.removed, reason: '' },
    warnings: one.warnings.map((warning) => ({ ...warning, reason: '' })),
    expelled: one.expelled && { ...one.expelled, reason: '' },
  }
}

/** All in the room know who is to be recused and what was ruled; why, only the tribunal, the sides and the office. */
export function redactedRecusal(sees: Sees, recusal: RecusalApplication): RecusalApplication {
  if (sees.reasons) return recusal
  return { ...recusal, reason: '', ruling: recusal.ruling && { ...recusal.ruling, reason: '' } }
}

function redactedFloor(sees: Sees, state: HearingState): HearingFloor {
  const { waiting, speaking, heard } = state.floor
  const shut = isClosedRoom(state) && !sees.closedRoom
  return {
    waiting: shut || !sees.history ? [] : waiting,
    speaking: shut ? null : speaking,
    heard: sees.history ? heard.filter((speech) => sees.closedRoom || !isOfClosedRoom(speech)) : [],
  }
}

/** A drawn signature is a name: of who is masked it is not shown. */
function redactedTranscript(sees: Sees, state: HearingState): Transcript {
  const { frozen, signatures, lateCorrections } = state.transcript
  if (!sees.transcript) return { frozen, signatures: [], lateCorrections: [] }
  return {
    frozen,
    signatures: sees.people
      ? signatures
      : signatures.map((one) => ({
          ...one,
          reason: '',
          drawn: isMaskedTo(sees, state, one.personId) ? null : one.drawn,
        })),
    lateCorrections,
  }
}

/** What a witness knows before he is called: what the notice told him, and how far it is (F-37). */
function shell(state: HearingState): HearingState {
  const { id, seq, preset, title, status, place, startsAt, notice, openedAt, closedAt } = state
  // Whose notice it is stands above it.
  const { closedGround, orderingBodyName, rules, feedback } = state
  const { frozen } = state.transcript
  const told = { id, seq, preset, title, status, place, startsAt, notice, openedAt, closedAt }
  return {
    ...initialHearing(id),
    ...told,
    closedGround,
    orderingBodyName,
    rules,
    feedback,
    transcript: { frozen, signatures: [], lateCorrections: [] },
  }
}

/**
 * What is on stage, as the class is told of it: whole to all who read the papers, to the hall and the screen only where the
 * chair opened it to them. Else that something is shown and by whom, and nothing that points to the piece (H-140).
 */
export function stagedFor(sight: SightClass, state: HearingState): StagedEvidence | null {
  const { staged } = state
  const sees = SEES[sight]
  if (!staged || (isClosedRoom(state) && !sees.closedRoom)) return null
  return sees.papers || staged.toHall ? staged : { ...staged, evidenceId: '', page: 1, zone: null }
}

/** The state with everything taken out that the class may not see. */
export function redactedState(sight: SightClass, state: HearingState): HearingState {
  if (sight === 'witness-outside') return shell(state)
  const sees = SEES[sight]
  const { papers, people, reasons } = sees
  const opinionsOut = sees.closedRoom || (people && state.status === 'finished')
  const open = (one: { readonly phase: Phase | null }) => sees.closedRoom || !isOfClosedRoom(one)
  return withReferences(sight, state, {
    ...state,
    caseId: papers ? state.caseId : '',
    caseNumber: papers ? state.caseNumber : '',
    caseTitle: papers ? state.caseTitle : '',
    reason: papers ? state.reason : '',
    orderedBy: people ? state.orderedBy : '',
    officeBodies: people ? state.officeBodies : { secretaries: [], leaders: [] },
    handlerIds: people ? state.handlerIds : [],
    concernedIds: people ? state.concernedIds : [],
    notice: papers ? state.notice : null,
    // Whose a paper is depends on more than the class: each has his own (`papersFor`).
    papers: [],
    participants: state.participants
      .filter((one) => people || one.capacity !== 'observer')
      .map((one) => redactedLine(sees, one)),
    phases: reasons
      ? state.phases
      : state.phases.map((one) => ({ ...one, backReason: one.backReason === null ? null : '' })),
    recusals: state.recusals.map((one) => redactedRecusal(sees, one)),
    floor: redactedFloor(sees, state),
    questions: sees.history ? state.questions : [],
    passages: sees.transcript ? state.passages.filter(open) : [],
    opinions: opinionsOut ? state.opinions : [],
    staged: stagedFor(sight, state),
    shown: sees.transcript ? state.shown.filter(open) : [],
    stops: reasons ? state.stops : state.stops.map((one) => ({ ...one, reason: '' })),
    ended: reasons ? state.ended : state.ended && { ...state.ended, reason: '' },
    acting: reasons ? state.acting : state.acting.map((one) => ({ ...one, reason: '' })),
    transcript: redactedTranscript(sees, state),
    report: sees.report ? state.report : null,
    feedback: sight === 'screen' ? null : state.feedback,
  })
}
