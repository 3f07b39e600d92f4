import { authorityOver, mustMayRule } from '#domain/proceedings/recusals.ts'
import { leaveFloor } from '#domain/proceedings/floor.ts'
import { refuse } from '#domain/record/refusal.ts'
import { mustBeInRoom, mustNotBeClosed, mustTakePart } from './guards.ts'
import { mayPrepare } from './may.ts'
import type { Rules } from './order.ts'
import { holderOf, isRecorder, isTribunal, participantOf } from './people.ts'
import type { Capacity } from './types.ts'

const APPLICANTS: ReadonlySet<Capacity> = new Set(['party', 'representative', 'third-party', 'investigator'])
const REFUSALS = { notChair: 'hearing/not-chair', notKeeper: 'hearing/not-recorder' } as const

/**
 * 回避 (REQ-073, F-34, F-41): against chair, member or recorder, by a side or by himself. Whoever is recused has left the
 * tribunal, and another may be named in his place.
 */
export const recusalRules: Rules<'apply-for-recusal' | 'rule-on-recusal'> = {
  /** Refusals: hearing/not-noticed, hearing/ended, hearing/not-participant, hearing/not-present, hearing/not-tribunal, hearing/not-a-side, recusal/pending. */
  'apply-for-recusal'(state, { personId, reason }, context) {
    const applicant = context.actor.personId
    const refused = mustNotBeClosed(state) ?? mustTakePart(state, applicant)
    if (refused) return refused
    if (!state.notice) return refuse('hearing/not-noticed')
    const unheard = state.status === 'open' ? mustBeInRoom(state, applicant) : null
    if (unheard) return unheard
    const own = participantOf(state, applicant)
    if (!own || !(applicant === personId || APPLICANTS.has(own.capacity))) return refuse('hearing/not-a-side')
    const against = participantOf(state, personId)
    if (!against || !isTribunal(against.capacity)) return refuse('hearing/not-tribunal')
    const waits = state.recusals.some((one) => one.personId === personId && one.ruling === null)
    if (waits) return refuse('recusal/pending')
    return [{ type: 'recusal/applied-for', payload: { recusalId: context.newId(), personId, reason } }]
  },

  /** A superior's ruling on the chair is entered by the recorder, or by the office where there is none. Refusals: recusal/unknown, hearing/not-chair, hearing/not-recorder. */
  'rule-on-recusal'(state, { recusalId, granted, reason }, { actor }) {
    const recusal = state.recusals.find((one) => one.id === recusalId && one.ruling === null)
    const closed = mustNotBeClosed(state)
    if (closed) return closed
    if (!recusal) return refuse('recusal/unknown')
    const { personId } = recusal
    const chairId = holderOf(state, 'chair')
    const authority = authorityOver(personId, chairId)
    const keeps =
      isRecorder(state, actor.personId) || (holderOf(state, 'recorder') === null && mayPrepare(actor, state))
    const refused = mustMayRule(authority, actor.personId, { personId, chairId, keeps }, REFUSALS)
    if (refused) return refused
    return [
      ...(granted ? leaveFloor(state.floor, personId) : []),
      { type: 'recusal/ruled', payload: { recusalId, granted, reason, authority } },
    ]
  },
}
