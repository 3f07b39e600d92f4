import { refuse } from '#domain/record/refusal.ts'
import { mustBeInRoom, mustBeOpen, mustBeWithin } from './guards.ts'
import type { Rules } from './order.ts'
import { isChair, isRecorder, participantOf } from './people.ts'

/**
 * Evidence on stage: by chair, recorder, or whoever has the floor. Whether a viewer may open the piece is the evidence's own rule. Refusals: floor/not-yours, hearing/nothing-staged, hearing/not-open, …
 */
export const stageRules: Rules<'stage-evidence' | 'clear-stage'> = {
  'stage-evidence'(state, { evidenceId, page, zone }, { actor }) {
    const refused = mustBeOpen(state) ?? mustBeInRoom(state, actor.personId)
    const one = participantOf(state, actor.personId)
    if (refused || !one) return refused ?? refuse('hearing/not-participant')
    const speaks = state.floor.speaking?.personId === one.personId
    const conducts = one.capacity === 'chair' || one.capacity === 'recorder'
    if (!speaks && !conducts) return refuse('floor/not-yours')
    return [{ type: 'stage/shown', payload: { evidenceId, page, zone } }]
  },

  'clear-stage'(state, _order, { actor }) {
    const { personId } = actor
    const refused = mustBeOpen(state) ?? mustBeWithin(state, personId)
    if (refused) return refused
    if (!state.staged) return refuse('hearing/nothing-staged')
    const may = state.staged.by === personId || isChair(state, personId) || isRecorder(state, personId)
    return may ? [{ type: 'stage/cleared', payload: {} }] : refuse('floor/not-yours')
  },
}
