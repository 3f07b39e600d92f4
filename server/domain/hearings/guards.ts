import type { Actor } from '#domain/people/actor.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import { mayPrepare } from './may.ts'
import {
  holderOf,
  isChair,
  isInRoom,
  isPresent,
  isRecorder,
  isTribunal,
  lineOf,
  needsIdentity,
  participantOf,
} from './people.ts'
import { PHASE_RULES } from './phases.ts'
import type { HearingState, HearingStatus, Participant } from './types.ts'

// Each guard answers null where nothing stands in the way, so that they chain with `??`: the first refusal wins.

const ENDED: ReadonlySet<string> = new Set<HearingStatus>(['finished', 'terminated', 'cancelled'])

/** Over, with a report or without: the case may have another. */
export function isEnded(status: string): boolean {
  return ENDED.has(status)
}

/** Refusals: hearing/not-open before the opening, hearing/suspended, hearing/ended after the closing. */
export function mustBeOpen({ status }: HearingState): Refusal | null {
  if (status === 'open') return null
  if (status === 'suspended') return refuse('hearing/suspended')
  return refuse(status === 'closed' || ENDED.has(status) ? 'hearing/ended' : 'hearing/not-open')
}

/** Nothing was opened yet. Refusals: hearing/already-opened, hearing/ended. */
export function mustNotHaveOpened({ status }: HearingState): Refusal | null {
  if (ENDED.has(status)) return refuse('hearing/ended')
  return status === 'open' || status === 'suspended' || status === 'closed'
    ? refuse('hearing/already-opened')
    : null
}

/** From the order to the closing. Refusal: hearing/ended. */
export function mustNotBeClosed({ status }: HearingState): Refusal | null {
  return status === 'closed' || ENDED.has(status) ? refuse('hearing/ended') : null
}

/** Refusals: hearing/not-closed while it goes on, hearing/ended. */
export function mustBeClosed({ status }: HearingState): Refusal | null {
  if (status === 'closed') return null
  return refuse(ENDED.has(status) ? 'hearing/ended' : 'hearing/not-closed')
}

/** Refusals: hearing/expelled, hearing/not-participant. */
export function mustTakePart(state: HearingState, personId: string): Refusal | null {
  if (lineOf(state, personId)?.expelled) return refuse('hearing/expelled')
  return participantOf(state, personId) ? null : refuse('hearing/not-participant')
}

/** Refusals: hearing/expelled, hearing/not-participant, hearing/not-present, hearing/witness-outside. */
export function mustBeInRoom(state: HearingState, personId: string): Refusal | null {
  const refused = mustTakePart(state, personId)
  if (refused) return refused
  const one = participantOf(state, personId)
  if (!one || !isPresent(one)) return refuse('hearing/not-present')
  return isInRoom(one) ? null : refuse('hearing/witness-outside')
}

/**
 * In the room, and within while the tribunal is alone: whether anything goes on there is told to nobody else, by no refusal
 * either (H-162). Refusals: those of `mustBeInRoom`, hearing/not-in-phase.
 */
export function mustBeWithin(state: HearingState, personId: string): Refusal | null {
  const refused = mustBeInRoom(state, personId)
  if (refused || !isClosedRoom(state)) return refused
  const one = participantOf(state, personId)
  return one && isTribunal(one.capacity) ? null : refuse('hearing/not-in-phase')
}

export function mustBeChair(state: HearingState, personId: string): Refusal | null {
  return isChair(state, personId) ? null : refuse('hearing/not-chair')
}

export function mustBeRecorder(state: HearingState, personId: string): Refusal | null {
  return isRecorder(state, personId) ? null : refuse('hearing/not-recorder')
}

/** The chair in the running hearing, in the room. */
export function mustPreside(state: HearingState, personId: string): Refusal | null {
  return mustBeOpen(state) ?? mustBeChair(state, personId) ?? mustBeInRoom(state, personId)
}

/** Chair or recorder, in the room of the running hearing. Refusal: hearing/not-recorder. */
export function mustKeepOrder(state: HearingState, personId: string): Refusal | null {
  const refused = mustBeOpen(state)
  if (refused) return refused
  const keeps = isChair(state, personId) || isRecorder(state, personId)
  return keeps ? mustBeInRoom(state, personId) : refuse('hearing/not-recorder')
}

/** Nothing goes on without somebody who writes it down. Refusal: hearing/recorder-missing. */
export function mustHaveRecorder(state: HearingState): Refusal | null {
  const recorder = holderOf(state, 'recorder')
  const here = recorder !== null && mustBeInRoom(state, recorder) === null
  return here ? null : refuse('hearing/recorder-missing')
}

/** The office, or the chair, who decides on time and place (F-41). */
export function mustMayPrepare(state: HearingState, actor: Actor): Refusal | null {
  return mayPrepare(actor, state) || isChair(state, actor.personId) ? null : refuse('access/denied')
}

export function mustBeChecked(one: Participant): Refusal | null {
  return needsIdentity(one.capacity) && one.identityCheckedAt === null
    ? refuse('hearing/identity-unchecked')
    : null
}

/** REQ-073: applications are ruled on before the phase goes on. */
export function mustHaveRuled(state: HearingState): Refusal | null {
  return state.recusals.some((one) => one.ruling === null) ? refuse('recusal/pending') : null
}

/** Whether the tribunal is alone now. */
export function isClosedRoom({ phase }: HearingState): boolean {
  return phase !== null && PHASE_RULES[phase].closedRoom
}
