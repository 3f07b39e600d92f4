import type { Actor, RoleHeld } from '#domain/people/actor.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import { readsByOffice } from './may.ts'
import { isCalledIn, isChair, isRecorder, lineOf, participantOf } from './people.ts'
import type { Capacity, HearingState, Participant } from './types.ts'

/**
 * As whom one sees a hearing. All of one class see the same, so that a hall of a thousand costs a handful of views.
 */
export const SIGHT_CLASSES = [
  'chair',
  'tribunal',
  'recorder',
  'office',
  'handling',
  'party',
  'third',
  'expert',
  'witness-inside',
  'witness-outside',
  'public',
  'screen',
] as const
export type SightClass = (typeof SIGHT_CLASSES)[number]

export interface Sees {
  /** The deliberation: what is said, staged and thought in it. */
  readonly closedRoom: boolean
  /** Everybody's lines whole: observers, receipts, why somebody was warned. */
  readonly people: boolean
  /** Why recusal was asked, why it was stopped: words about people. */
  readonly reasons: boolean
  /** What others said as it is written down, and who signed. */
  readonly transcript: boolean
  /** The report's suggestion. */
  readonly report: boolean
  /** Case, order and notice. */
  readonly papers: boolean
  /** What was asked and heard before. */
  readonly history: boolean
  /** Whose names and bodies are not told (REQ-199). */
  readonly masks: readonly Capacity[]
}

const ALL: Sees = {
  closedRoom: true,
  people: true,
  reasons: true,
  transcript: true,
  report: true,
  papers: true,
  history: true,
  masks: [],
}
const SIDE: Sees = {
  ...ALL,
  closedRoom: false,
  people: false,
  report: false,
  masks: ['witness', 'public-seat', 'observer'],
}
const HEARER: Sees = { ...SIDE, reasons: false, transcript: false }
const HALL: Sees = {
  ...HEARER,
  papers: false,
  masks: ['party', 'representative', 'third-party', 'witness', 'public-seat', 'observer'],
}

/** Who sees what: the one table behind views, entries and their tests. */
export const SEES: Readonly<Record<SightClass, Sees>> = {
  chair: ALL,
  tribunal: ALL,
  recorder: ALL,
  office: { ...ALL, closedRoom: false },
  handling: { ...SIDE, report: true, masks: [] },
  party: SIDE,
  third: SIDE,
  expert: HEARER,
  // What was said before he came must not colour what he says (F-37).
  'witness-inside': { ...HEARER, history: false },
  'witness-outside': { ...HEARER, history: false },
  public: HALL,
  screen: HALL,
}

export interface HearingViewer {
  readonly personId: string
  /** `screen`: the projector, which shows nothing private whoever opened it. */
  readonly audience: 'person' | 'screen'
  /** Roles held now: those of the office read hearings they do not take part in (H-183). */
  readonly roles?: readonly RoleHeld[]
  /** Cases from which he is recused by any meeting: by office he reads nothing of them (D-13). */
  readonly closedCaseIds?: readonly string[]
}

function classOf(state: HearingState, one: Participant): SightClass {
  switch (one.capacity) {
    case 'chair':
    case 'recorder':
    case 'member':
      // Who acts for another sees as he did; for whom another acts, as a member does (H-184).
      if (isChair(state, one.personId)) return 'chair'
      return isRecorder(state, one.personId) ? 'recorder' : 'tribunal'
    case 'expert':
      return one.capacity
    case 'investigator':
      return 'handling'
    case 'party':
    case 'representative':
      return 'party'
    case 'third-party':
    case 'public-seat':
      return 'third'
    case 'witness':
      return isCalledIn(one) ? 'witness-inside' : 'witness-outside'
    case 'observer':
      return 'public'
  }
}

/** Whom the case is about sees it as a party or not at all, whatever office he holds (C-31). */
function seesByOffice(state: HearingState, { personId, roles = [] }: HearingViewer): boolean {
  return readsByOffice({ roles }, state) && !state.concernedIds.includes(personId)
}

/**
 * The class a viewer sees the hearing by. Refusals: access/not-found (no such hearing, or a closed one he is not named in),
 * access/recused, hearing/expelled while it goes on, hearing/not-participant.
 */
export function sightOf(state: HearingState, viewer: HearingViewer): SightClass | Refusal {
  if (state.seq === 0) return refuse('access/not-found')
  const screen = viewer.audience === 'screen'
  const running = state.status === 'open' || state.status === 'suspended'
  if (running && lineOf(state, viewer.personId)?.expelled) return refuse('hearing/expelled')
  const one = participantOf(state, viewer.personId)
  if (one) {
    if (!screen) return classOf(state, one)
    // What was asked and heard before stands on the screen: called in or not, a witness is not told it (H-163).
    return one.capacity === 'witness' ? 'witness-outside' : 'screen'
  }
  if (seesByOffice(state, viewer)) {
    if (viewer.closedCaseIds?.includes(state.caseId)) return refuse('access/recused')
    return screen ? 'screen' : 'office'
  }
  return refuse(state.closedGround === null ? 'hearing/not-participant' : 'access/not-found')
}

/** Whether the hearing's page opens at all (compare `sightOf`). */
export function mayReadHearing(
  actor: Actor,
  state: HearingState,
  closedCaseIds?: readonly string[],
): boolean {
  const sight = sightOf(state, {
    ...actor,
    audience: 'person',
    ...(closedCaseIds && { closedCaseIds }),
  })
  return typeof sight === 'string'
}
