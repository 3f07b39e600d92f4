import type { Recorded } from '#domain/record/entry.ts'
import { agendaSteps } from './evolve-agenda.ts'
import { attendanceSteps } from './evolve-attendance.ts'
import { ballotSteps } from './evolve-ballots.ts'
import { courseSteps } from './evolve-course.ts'
import { floorSteps, statementSteps } from './evolve-floor.ts'
import { recusalSteps } from './evolve-recusal.ts'
import type { MeetingHappening } from './happenings.ts'
import type { Moment, Payloads, Steps } from './order.ts'
import type { MeetingState } from './types.ts'

const steps: Steps = {
  ...courseSteps,
  ...attendanceSteps,
  ...agendaSteps,
  ...recusalSteps,
  ...floorSteps,
  ...statementSteps,
  ...ballotSteps,
}

function stepBy<T extends MeetingHappening['type']>(
  state: MeetingState,
  type: T,
  payload: Payloads[T],
  moment: Moment,
): MeetingState {
  return steps[type](state, payload, moment)
}

/**
 * What an entry makes of a meeting. Takes whatever stands in the record: it never refuses and never throws, and an
 * entry of a type that a later release wrote moves only `seq`.
 */
export function evolveMeeting(state: MeetingState, entry: Recorded<MeetingHappening>): MeetingState {
  const next = Object.hasOwn(steps, entry.type) ? stepBy(state, entry.type, entry.payload, entry) : state
  return { ...next, seq: entry.seq }
}
