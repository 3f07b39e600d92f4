import { withItem } from './evolve-agenda.ts'
import { queued } from './floor.ts'
import type { Steps } from './order.ts'

export const floorSteps: Steps<
  'floor/hand-raised' | 'floor/hand-withdrawn' | 'floor/granted' | 'floor/ended'
> = {
  'floor/hand-raised': (state, { requestId, kind }, { at, actorId }) => ({
    ...state,
    floor: {
      ...state.floor,
      waiting: queued(state.floor.waiting, {
        id: requestId,
        personId: actorId,
        itemId: state.currentItemId,
        kind,
        at,
      }),
    },
  }),

  'floor/hand-withdrawn': (state, { requestId }) => ({
    ...state,
    floor: { ...state.floor, waiting: state.floor.waiting.filter((request) => request.id !== requestId) },
  }),

  'floor/granted'(state, { requestId, seconds }, { at }) {
    const request = state.floor.waiting.find((one) => one.id === requestId)
    if (!request) return state
    return {
      ...state,
      floor: {
        ...state.floor,
        waiting: state.floor.waiting.filter((one) => one.id !== requestId),
        speaking: { ...request, itemId: state.currentItemId, since: at, seconds },
      },
    }
  },

  'floor/ended'(state, { requestId }, { at }) {
    const { speaking, heard } = state.floor
    if (speaking?.id !== requestId) return state
    const { seconds: _seconds, ...speech } = speaking
    return {
      ...state,
      floor: { ...state.floor, speaking: null, heard: [...heard, { ...speech, until: at }] },
    }
  },
}

export const statementSteps: Steps<'statement/made' | 'statement/corrected'> = {
  'statement/made': (state, { statementId, itemId, stand, reason }, { at, actorId }) =>
    withItem(state, itemId, (item) => ({
      ...item,
      statements: [
        ...item.statements,
        { id: statementId, personId: actorId, stand, reason, at, corrections: [] },
      ],
    })),

  'statement/corrected': (state, { statementId, itemId, text }, { at }) =>
    withItem(state, itemId, (item) => ({
      ...item,
      statements: item.statements.map((statement) =>
        statement.id === statementId
          ? { ...statement, corrections: [...statement.corrections, { at, text }] }
          : statement,
      ),
    })),
}
