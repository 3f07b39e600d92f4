import { refuse, type Refusal } from '#domain/record/refusal.ts'
import { isClosedRoom, mustBeInRoom, mustBeOpen, mustBeRecorder, mustTakePart } from './guards.ts'
import type { Rules } from './order.ts'
import { isRecorder, isTribunal, participantOf } from './people.ts'
import type { HearingState, Participant, Passage } from './types.ts'

/** Was given the floor, asked or was asked; the chair speaks without being given it. */
function hasSpoken({ floor, questions }: HearingState, { personId, capacity }: Participant): boolean {
  return (
    capacity === 'chair' ||
    floor.speaking?.personId === personId ||
    floor.heard.some((speech) => speech.personId === personId) ||
    questions.some((one) => one.from === personId || one.to === personId)
  )
}

/**
 * Why nobody writes down words of this person now, null where the recorder may. A passage belongs to the phase it is written
 * in: one of a party would be shut away with the deliberation. Refusals: hearing/not-in-phase, hearing/has-not-spoken.
 */
export function mustHaveWords(state: HearingState, one: Participant): Refusal | null {
  if (isClosedRoom(state) && !isTribunal(one.capacity)) return refuse('hearing/not-in-phase')
  return hasSpoken(state, one) ? null : refuse('hearing/has-not-spoken')
}

function mustBeWritable(state: HearingState): Refusal | null {
  if (state.transcript.frozen) return refuse('hearing/transcript-frozen')
  return state.status === 'closed' || state.status === 'suspended' ? null : mustBeOpen(state)
}

function passageOf(state: HearingState, passageId: string): Passage | undefined {
  return state.passages.find((one) => one.id === passageId)
}

/**
 * A person's own words (REQ-079): written by the recorder, confirmed or corrected by whoever said them; a correction is
 * appended and initialled, never in place of the words. And the members' opinions, of which nothing leaves the tribunal
 * before the report. Refusals: hearing/transcript-frozen, hearing/passage-unknown, hearing/not-yours, …
 */
export const passageRules: Rules<'write-passage' | 'confirm-passage' | 'correct-passage' | 'give-opinion'> = {
  /** Refusals: hearing/not-recorder, hearing/has-not-spoken, hearing/not-in-phase (while the tribunal is alone, of others). */
  'write-passage'(state, { personId, text }, context) {
    const refused =
      mustBeOpen(state) ??
      mustBeRecorder(state, context.actor.personId) ??
      mustBeInRoom(state, context.actor.personId)
    if (refused) return refused
    const one = participantOf(state, personId)
    if (!one) return refuse('hearing/not-participant')
    const silent = mustHaveWords(state, one)
    if (silent) return silent
    return [{ type: 'transcript/passage-written', payload: { passageId: context.newId(), personId, text } }]
  },

  /** Refusal: hearing/already-confirmed. */
  'confirm-passage'(state, { passageId }, { actor }) {
    const passage = passageOf(state, passageId)
    const refused = mustBeWritable(state)
    if (refused) return refused
    if (!passage) return refuse('hearing/passage-unknown')
    if (passage.personId !== actor.personId) return refuse('hearing/not-yours')
    return passage.confirmedAt === null
      ? [{ type: 'transcript/passage-confirmed', payload: { passageId } }]
      : refuse('hearing/already-confirmed')
  },

  /** By whoever said it; by the recorder until it is confirmed. */
  'correct-passage'(state, { passageId, text }, { actor }) {
    const passage = passageOf(state, passageId)
    const refused = mustBeWritable(state)
    if (refused) return refused
    if (!passage) return refuse('hearing/passage-unknown')
    const own = passage.personId === actor.personId
    if (!own && !isRecorder(state, actor.personId)) return refuse('hearing/not-yours')
    if (!own && passage.confirmedAt !== null) return refuse('hearing/already-confirmed')
    return [{ type: 'transcript/passage-corrected', payload: { passageId, text } }]
  },

  /** Chair and members, once each; given anew until the phase is left, the former stands in the record. */
  'give-opinion'(state, { stand, reason }, { actor }) {
    const refused = mustBeOpen(state) ?? mustTakePart(state, actor.personId)
    if (refused) return refused
    const capacity = participantOf(state, actor.personId)?.capacity
    if (capacity !== 'member' && capacity !== 'chair') return refuse('hearing/not-a-member')
    if (!isClosedRoom(state)) return refuse('hearing/not-in-phase')
    return (
      mustBeInRoom(state, actor.personId) ?? [
        { type: 'deliberation/opinion-given', payload: { stand, reason } },
      ]
    )
  },
}
