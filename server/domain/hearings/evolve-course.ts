import { offStage } from './evolve-floor.ts'
import { officeBodiesOf } from './may.ts'
import { PHASE_RULES } from './phases.ts'
import type { Moment, Steps } from './order.ts'
import type { HearingState, Stop } from './types.ts'

function stopped(
  state: HearingState,
  kind: Stop['kind'],
  why: Pick<Stop, 'ground' | 'reason' | 'resumeOn'>,
  { at }: Moment,
): HearingState {
  return { ...state, status: kind, stops: [...state.stops, { kind, ...why, at, resumedAt: null }] }
}

function goesOn(stops: readonly Stop[], at: string): readonly Stop[] {
  return stops.map((stop) => (stop.resumedAt === null ? { ...stop, resumedAt: at } : stop))
}

export const courseSteps: Steps<
  | 'hearing/ordered'
  | 'hearing/notice-served'
  | 'hearing/notice-read'
  | 'hearing/cancelled'
  | 'hearing/opened'
  | 'hearing/postponed'
  | 'hearing/suspended'
  | 'hearing/resumed'
  | 'hearing/terminated'
  | 'hearing/closed'
  | 'phase/entered'
> = {
  'hearing/ordered': (state, payload, { at, actorId }) => ({
    ...state,
    officeBodies: officeBodiesOf(payload.orderingBodyId, [], []),
    ...payload,
    orderedBy: actorId,
    orderedAt: at,
  }),

  'hearing/notice-served': (state, { startsAt, ...notice }, { at }) => ({
    ...state,
    status: 'noticed',
    startsAt,
    notice: { ...notice, at },
    stops: goesOn(state.stops, at),
    participants: state.participants.map((one) =>
      one.removed ? one : { ...one, noticeServedAt: at, noticeReadAt: null },
    ),
  }),

  'hearing/notice-read': (state, _payload, { at, actorId }) => ({
    ...state,
    participants: state.participants.map((one) =>
      one.personId === actorId ? { ...one, noticeReadAt: at } : one,
    ),
  }),

  'hearing/cancelled': (state, { reason }, { at }) => ({
    ...state,
    status: 'cancelled',
    ended: { ground: 'cancelled', reason, at },
  }),

  'hearing/opened': (state, _payload, { at }) => ({ ...state, status: 'open', openedAt: at }),

  'hearing/postponed': (state, why, moment) => stopped(state, 'postponed', why, moment),

  'hearing/suspended': (state, why, moment) => stopped(state, 'suspended', why, moment),

  'hearing/resumed': (state, _payload, { at }) => ({
    ...state,
    status: 'open',
    stops: goesOn(state.stops, at),
  }),

  'hearing/terminated': (state, why, { at }) => ({
    ...state,
    status: 'terminated',
    ended: { ...why, at },
    floor: { ...state.floor, waiting: [] },
  }),

  /** Who is in the room stays so: `out` null says that he was there to the end. */
  'hearing/closed': (state, _payload, { at }) => ({ ...state, status: 'closed', closedAt: at }),

  /** What was on stage belonged to the phase before. A phase of another release is kept out of the table of rules. */
  'phase/entered': (state, { phase, backReason }, { at }) => ({
    ...offStage(state, at),
    phase: Object.hasOwn(PHASE_RULES, phase) ? phase : state.phase,
    phases: [
      ...state.phases.map((one) => (one.until === null ? { ...one, until: at } : one)),
      { phase, from: at, until: null, backReason },
    ],
  }),
}
