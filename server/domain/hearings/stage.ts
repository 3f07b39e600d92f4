import { refuse } from '#domain/record/refusal.ts'
import { mustBeInRoom, mustBeOpen, mustBeWithin } from './guards.ts'
import type { Rules } from './order.ts'
import { isChair, isRecorder } from './people.ts'
import type { HearingState } from './types.ts'

const conducts = (state: HearingState, personId: string) =>
  isChair(state, personId) || isRecorder(state, personId)

/**
 * Evidence on stage: by chair, recorder, or whoever has the floor, each what he may open himself. Only chair and recorder open it
 * to the hall and the screen; whoever turns its pages leaves that as it is. Refusals: floor/not-yours, hearing/not-recorder,
 * evidence/unknown, hearing/nothing-staged, hearing/not-open, …
 */
export const stageRules: Rules<'stage-evidence' | 'clear-stage'> = {
  'stage-evidence'(state, { evidenceId, page, zone, title, toHall }, { actor }) {
    const { personId } = actor
    const refused = mustBeOpen(state) ?? mustBeInRoom(state, personId)
    if (refused) return refused
    const leads = conducts(state, personId)
    if (!leads && state.floor.speaking?.personId !== personId) return refuse('floor/not-yours')
    const { staged } = state
    const opened = staged?.evidenceId === evidenceId && staged.toHall
    if (toHall !== undefined && toHall !== opened && !leads) return refuse('hearing/not-recorder')
    if (title === null) return refuse('evidence/unknown')
    return [{ type: 'stage/shown', payload: { evidenceId, page, zone, title, toHall: toHall ?? opened } }]
  },

  'clear-stage'(state, _order, { actor }) {
    const { personId } = actor
    const refused = mustBeOpen(state) ?? mustBeWithin(state, personId)
    if (refused) return refused
    if (!state.staged) return refuse('hearing/nothing-staged')
    const may = state.staged.by === personId || conducts(state, personId)
    return may ? [{ type: 'stage/cleared', payload: {} }] : refuse('floor/not-yours')
  },
}
