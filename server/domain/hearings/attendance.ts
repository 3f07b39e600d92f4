import { leaveFloor } from '#domain/proceedings/floor.ts'
import { refuse } from '#domain/record/refusal.ts'
import {
  mustBeChecked,
  mustBeInRoom,
  mustBeOpen,
  mustBeRecorder,
  mustNotBeClosed,
  mustPreside,
  mustTakePart,
} from './guards.ts'
import type { Rules } from './order.ts'
import { isCalledIn, isPresent, needsIdentity, participantOf } from './people.ts'
import type { Phase } from './phases.ts'

/** A witness is heard with the third parties and in the questions, and waits outside otherwise (F-37). */
export const WITNESS_PHASES: ReadonlySet<Phase | null> = new Set<Phase>(['third-parties', 'questions'])

/**
 * Coming, going, identity, witnesses (REQ-075, REQ-083). Refusals: hearing/not-open, hearing/ended, hearing/not-participant,
 * hearing/expelled, hearing/already-present, hearing/not-present, hearing/not-chair, hearing/not-recorder and those named.
 */
export const attendanceRules: Rules<
  'come-in' | 'go-out' | 'take-out-disabled' | 'check-identity' | 'call-witness' | 'release-witness'
> = {
  /** From the notice on; a witness who comes in has come as far as the door. */
  'come-in'(state, _order, { actor }) {
    const refused = mustNotBeClosed(state) ?? mustTakePart(state, actor.personId)
    if (refused) return refused
    if (state.status === 'ordered' || state.status === 'postponed') return refuse('hearing/not-open')
    const one = participantOf(state, actor.personId)
    if (one && isPresent(one)) return refuse('hearing/already-present')
    return [{ type: 'participant/came-in', payload: {} }]
  },

  'go-out'(state, _order, { actor }) {
    const one = participantOf(state, actor.personId)
    const refused = mustNotBeClosed(state) ?? mustTakePart(state, actor.personId)
    if (refused) return refused
    if (!one || !isPresent(one)) return refuse('hearing/not-present')
    return [
      ...leaveFloor(state.floor, one.personId),
      { type: 'participant/went-out', payload: { personId: one.personId } },
    ]
  },

  /** An instruction of the service that disables accounts: who cannot act any more does not count as present. */
  'take-out-disabled'(state, { personId }) {
    const one = participantOf(state, personId)
    if (!one || !isPresent(one)) return refuse('hearing/not-present')
    return [
      ...leaveFloor(state.floor, personId),
      { type: 'participant/went-out', payload: { personId, disabled: true } },
    ]
  },

  /** Refusal: hearing/identity-checked where it was, or needs not be. */
  'check-identity'(state, { personId }, { actor }) {
    const refused =
      mustBeOpen(state) ??
      mustBeRecorder(state, actor.personId) ??
      mustBeInRoom(state, actor.personId) ??
      mustTakePart(state, personId)
    if (refused) return refused
    const one = participantOf(state, personId)
    if (!one || !isPresent(one)) return refuse('hearing/not-present')
    if (!needsIdentity(one.capacity) || one.identityCheckedAt !== null)
      return refuse('hearing/identity-checked')
    return [{ type: 'participant/identity-checked', payload: { personId } }]
  },

  /** Refusals: hearing/not-in-phase, hearing/not-a-witness, hearing/already-called, hearing/identity-unchecked. */
  'call-witness'(state, { personId }, { actor }) {
    const refused = mustPreside(state, actor.personId) ?? mustTakePart(state, personId)
    if (refused) return refused
    if (!WITNESS_PHASES.has(state.phase)) return refuse('hearing/not-in-phase')
    const one = participantOf(state, personId)
    if (one?.capacity !== 'witness') return refuse('hearing/not-a-witness')
    if (!isPresent(one)) return refuse('hearing/not-present')
    if (isCalledIn(one)) return refuse('hearing/already-called')
    return mustBeChecked(one) ?? [{ type: 'witness/called', payload: { personId } }]
  },

  'release-witness'(state, { personId }, { actor }) {
    const one = participantOf(state, personId)
    const refused = mustPreside(state, actor.personId)
    if (refused) return refused
    if (one?.capacity !== 'witness' || !isCalledIn(one)) return refuse('hearing/not-a-witness')
    return [...leaveFloor(state.floor, personId), { type: 'witness/released', payload: { personId } }]
  },
}
