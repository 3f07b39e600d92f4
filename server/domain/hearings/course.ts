import { endSpeech, withdrawHands } from '#domain/proceedings/floor.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import { WITNESS_PHASES } from './attendance.ts'
import {
  mustBeChair,
  mustBeInRoom,
  mustHaveRecorder,
  mustHaveRuled,
  mustNotHaveOpened,
  mustPreside,
} from './guards.ts'
import type { HearingHappening } from './happenings.ts'
import type { Rules } from './order.ts'
import { active, inCapacity, isCalledIn, isInRoom, isPresent, needsIdentity } from './people.ts'
import { PHASES, type Phase } from './phases.ts'
import type { HearingState } from './types.ts'

/** At least one member hears what is heard and gives an opinion of it. */
function mustHaveMember(state: HearingState): Refusal | null {
  return inCapacity(state, 'member').some(isInRoom) ? null : refuse('hearing/members-missing')
}

/** What must be done before the phase is left for the next one. Refusals: hearing/identity-unchecked, hearing/opinions-missing. */
function mustBeDone(state: HearingState): Refusal | null {
  switch (state.phase) {
    case 'identity': {
      const unchecked = active(state).some(
        (one) => isPresent(one) && needsIdentity(one.capacity) && one.identityCheckedAt === null,
      )
      return unchecked ? refuse('hearing/identity-unchecked') : null
    }
    case 'deliberation': {
      const given = new Set(state.opinions.map((one) => one.personId))
      const members = inCapacity(state, 'member')
      const all = members.filter(isInRoom).every((one) => given.has(one.personId))
      return all && members.some((one) => given.has(one.personId)) ? null : refuse('hearing/opinions-missing')
    }
    default:
      return null
  }
}

/** The floor is cleared, and witnesses wait outside again where they are not heard. */
function enter(state: HearingState, phase: Phase, backReason: string | null): readonly HearingHappening[] {
  const witnesses = WITNESS_PHASES.has(phase) ? [] : active(state).filter((one) => isCalledIn(one))
  return [
    ...endSpeech(state.floor),
    ...withdrawHands(state.floor, () => true),
    ...witnesses.map(
      ({ personId }) => ({ type: 'witness/released', payload: { personId } }) satisfies HearingHappening,
    ),
    { type: 'phase/entered', payload: { phase, backReason } },
  ]
}

/**
 * Opening and the order of phases (REQ-075, F-37, F-49). Every step is the chair's, in the room, with the recorder there.
 * Refusals: hearing/not-chair, hearing/not-present, hearing/recorder-missing, hearing/members-missing, recusal/pending
 * and those named.
 */
export const courseRules: Rules<'open' | 'next-phase' | 'back-to-phase'> = {
  /** Refusals: hearing/not-noticed, hearing/already-opened, hearing/ended. */
  open(state, _order, { actor }) {
    const refused = mustNotHaveOpened(state) ?? mustBeChair(state, actor.personId)
    if (refused) return refused
    if (state.status !== 'noticed') return refuse('hearing/not-noticed')
    return (
      mustBeInRoom(state, actor.personId) ??
      mustHaveRecorder(state) ??
      mustHaveMember(state) ?? [
        {
          type: 'hearing/opened',
          payload: { closedGround: state.closedGround, present: active(state).filter(isPresent).length },
        },
        { type: 'phase/entered', payload: { phase: PHASES[0], backReason: null } },
      ]
    )
  },

  /** Into signing the hearing is closed: what was said is said. Refusals: hearing/last-phase and those above. */
  'next-phase'(state, _order, { actor }) {
    const refused =
      mustPreside(state, actor.personId) ??
      mustHaveRecorder(state) ??
      mustHaveRuled(state) ??
      mustBeDone(state)
    if (refused) return refused
    const next = PHASES[state.phase === null ? 0 : PHASES.indexOf(state.phase) + 1]
    if (next === undefined) return refuse('hearing/last-phase')
    const alone = next === 'deliberation' ? mustHaveMember(state) : null
    if (alone) return alone
    const entered = enter(state, next, null)
    return next === 'signing' ? [...entered, { type: 'hearing/closed', payload: {} }] : entered
  },

  /** Refusal: hearing/not-earlier. */
  'back-to-phase'(state, { phase, reason }, { actor }) {
    const refused = mustPreside(state, actor.personId) ?? mustHaveRecorder(state) ?? mustHaveRuled(state)
    if (refused) return refused
    const now = state.phase === null ? -1 : PHASES.indexOf(state.phase)
    return PHASES.indexOf(phase) < now ? enter(state, phase, reason) : refuse('hearing/not-earlier')
  },
}
