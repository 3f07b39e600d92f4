import { handDown, silentNow, speakingNow } from '#domain/proceedings/floor.ts'
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

  'floor/hand-withdrawn': (state, { requestId }) => ({ ...state, floor: handDown(state.floor, requestId) }),

  'floor/granted': (state, { requestId, seconds }, { at }) => ({
    ...state,
    floor: speakingNow(state.floor, requestId, seconds, at, { itemId: state.currentItemId }),
  }),

  'floor/ended': (state, { requestId }, { at }) => ({
    ...state,
    floor: silentNow(state.floor, requestId, at),
  }),
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
