import type { Recorded } from '#domain/record/entry.ts'
import { courseSteps } from './evolve-course.ts'
import { feedbackSteps } from './feedback.ts'
import { floorSteps } from './evolve-floor.ts'
import { peopleSteps } from './evolve-people.ts'
import { transcriptSteps } from './evolve-transcript.ts'
import type { HearingHappening } from './happenings.ts'
import type { Moment, Payloads, Steps } from './order.ts'
import { servedPaperSteps } from './served-papers.ts'
import type { HearingState } from './types.ts'

const steps: Steps = {
  ...courseSteps,
  ...servedPaperSteps,
  ...peopleSteps,
  ...floorSteps,
  ...transcriptSteps,
  ...feedbackSteps,
}

function stepBy<T extends HearingHappening['type']>(
  state: HearingState,
  type: T,
  payload: Payloads[T],
  moment: Moment,
): HearingState {
  return steps[type](state, payload, moment)
}

/**
 * What an entry makes of a hearing. Takes whatever stands in the record: it never refuses and never throws, and an entry of
 * a type that a later release wrote moves only `seq`.
 */
export function evolveHearing(state: HearingState, entry: Recorded<HearingHappening>): HearingState {
  const next = Object.hasOwn(steps, entry.type) ? stepBy(state, entry.type, entry.payload, entry) : state
  return { ...next, seq: entry.seq }
}
