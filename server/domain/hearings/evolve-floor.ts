import { handDown, silentNow, speakingNow } from '#domain/proceedings/floor.ts'
import type { Steps } from './order.ts'
import type { HearingState, Showing, StagedEvidence } from './types.ts'

/** Whatever was on stage is there no more. */
export function offStage(state: HearingState, at: string): HearingState {
  const shown = state.shown.map((one) => (one.until === null ? { ...one, until: at } : one))
  return { ...state, staged: null, shown }
}

type View = Pick<StagedEvidence, 'evidenceId' | 'page' | 'zone'>

function isSameView(one: View, other: View): boolean {
  const edges = ({ zone }: View) => zone && [zone.x, zone.y, zone.width, zone.height].join()
  return one.evidenceId === other.evidenceId && one.page === other.page && edges(one) === edges(other)
}

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

  'stage/shown'(state, { evidenceId, page, zone, title = '', toHall = false }, { at, actorId: by }) {
    const { staged } = state
    // Who opens or shuts it to the hall leaves it to whoever shows it.
    if (staged && staged.toHall !== toHall && isSameView(staged, { evidenceId, page, zone }))
      return { ...state, staged: { ...staged, toHall } }
    const views = [{ page, zone }]
    const before = state.shown.at(-1)
    const goesOn = before?.until === null && before.evidenceId === evidenceId && before.by === by
    const { phase, seq } = state
    const shown: readonly Showing[] = goesOn
      ? [...state.shown.slice(0, -1), { ...before, views: [...before.views, ...views] }]
      : [
          ...offStage(state, at).shown,
          { id: `shown-${String(seq)}`, evidenceId, title, by, phase, at, until: null, views },
        ]
    return { ...state, staged: { evidenceId, page, zone, toHall, by, at }, shown }
  },

  'stage/cleared': (state, _payload, { at }) => offStage(state, at),
}
