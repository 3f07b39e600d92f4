import { endSpeech } from '#domain/proceedings/floor.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import {
  mustBeChair,
  mustBeInRoom,
  mustBeOpen,
  mustHaveRecorder,
  mustMayPrepare,
  mustNotBeClosed,
  mustNotHaveOpened,
} from './guards.ts'
import { mayPrepare } from './may.ts'
import type { Rules } from './order.ts'
import { active, holderOf, isPresent, sideOf } from './people.ts'
import type { HearingState } from './types.ts'

/** Absent: nobody of the party ever came; left: somebody came and nobody is there any more (F-36, F-45). */
function mustBeGone(state: HearingState, ground: 'absent' | 'left'): Refusal | null {
  const side = active(state).filter((one) => sideOf(one.capacity) === 'party')
  const came = side.some((one) => one.spans.length > 0)
  const here = side.some(isPresent)
  return here || came === (ground === 'absent') ? refuse('hearing/party-present') : null
}

/** Whether the chair is there to do it himself; where not, the office may, lest the hearing hang on one person. */
function chairIsHere(state: HearingState): boolean {
  const chair = holderOf(state, 'chair')
  return chair !== null && mustBeInRoom(state, chair) === null
}

/**
 * Postponing before the opening, suspending after it, ending without a report (REQ-078, F-36, F-44, F-45).
 * Refusals: access/denied, hearing/not-open, hearing/already-opened, hearing/suspended, hearing/not-suspended,
 * hearing/ended, hearing/not-chair, hearing/not-present, hearing/recorder-missing, hearing/party-present.
 */
export const stoppingRules: Rules<'postpone' | 'suspend' | 'resume' | 'terminate'> = {
  postpone(state, { ground, reason, resumeOn }, { actor }) {
    const refused = mustNotHaveOpened(state) ?? mustMayPrepare(state, actor)
    if (refused) return refused
    if (state.status === 'postponed') return refuse('hearing/not-noticed')
    return [{ type: 'hearing/postponed', payload: { ground, reason, resumeOn } }]
  },

  suspend(state, { ground, reason, resumeOn }, { actor }) {
    const inHisPlace = mayPrepare(actor, state) && !chairIsHere(state)
    const refused =
      mustBeOpen(state) ??
      (inHisPlace ? null : (mustBeChair(state, actor.personId) ?? mustBeInRoom(state, actor.personId)))
    if (refused) return refused
    return [...endSpeech(state.floor), { type: 'hearing/suspended', payload: { ground, reason, resumeOn } }]
  },

  /** Into the phase in which it was suspended. */
  resume(state, _order, { actor }) {
    const refused = mustNotBeClosed(state) ?? mustBeChair(state, actor.personId)
    if (refused) return refused
    if (state.status !== 'suspended') return refuse('hearing/not-suspended')
    return (
      mustBeInRoom(state, actor.personId) ??
      mustHaveRecorder(state) ?? [{ type: 'hearing/resumed', payload: {} }]
    )
  },

  terminate(state, { ground, reason }, { actor }) {
    const refused = mustNotBeClosed(state) ?? mustBeChair(state, actor.personId)
    if (refused) return refused
    if (state.status === 'ordered') return refuse('hearing/not-noticed')
    const here = ground === 'absent' || ground === 'left' ? mustBeGone(state, ground) : null
    return here ?? [...endSpeech(state.floor), { type: 'hearing/terminated', payload: { ground, reason } }]
  },
}
