import { handDown, silentNow, speakingNow } from '#domain/proceedings/floor.ts'
import type { Steps } from './order.ts'

export const floorSteps: Steps<
  | 'floor/hand-raised'
  | 'floor/hand-withdrawn'
  | 'floor/granted'
  | 'floor/extended'
  | 'floor/ended'
  | 'question/put'
  | 'question/marked'
  | 'stage/shown'
  | 'stage/cleared'
> = {
  'floor/hand-raised': (state, { requestId, side, alsoFor }, { at, actorId }) => ({
    ...state,
    floor: {
      ...state.floor,
      waiting: [
        ...state.floor.waiting,
        { id: requestId, personId: actorId, side, alsoFor, phase: state.phase, at },
      ],
    },
  }),

  'floor/hand-withdrawn': (state, { requestId }) => ({ ...state, floor: handDown(state.floor, requestId) }),

  'floor/granted': (state, { requestId, seconds }, { at }) => ({
    ...state,
    floor: speakingNow(state.floor, requestId, seconds, at, { phase: state.phase }),
  }),

  'floor/extended'(state, { requestId, seconds }) {
    const { speaking } = state.floor
    if (speaking?.id !== requestId) return state
    return {
      ...state,
      floor: { ...state.floor, speaking: { ...speaking, seconds: speaking.seconds + seconds } },
    }
  },

  'floor/ended': (state, { requestId }, { at }) => ({
    ...state,
    floor: silentNow(state.floor, requestId, at),
  }),

  'question/put'(state, { questionId, to, text }, { at, actorId }) {
    if (state.phase === null) return state
    return {
      ...state,
      questions: [
        ...state.questions,
        { id: questionId, from: actorId, to, text, at, phase: state.phase, answered: null },
      ],
    }
  },

  'question/marked': (state, { questionId, answered }, { at, actorId }) => ({
    ...state,
    questions: state.questions.map((one) =>
      one.id === questionId ? { ...one, answered: { yes: answered, by: actorId, at } } : one,
    ),
  }),

  'stage/shown': (state, piece, { at, actorId }) => ({ ...state, staged: { ...piece, by: actorId, at } }),

  'stage/cleared': (state) => ({ ...state, staged: null }),
}
