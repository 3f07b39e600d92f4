import { calendarDay } from '#domain/calendar/dates.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import { mustBeChecked, mustBeInRoom, mustBeOpen, mustTakePart } from './guards.ts'
import { isTribunal, participantOf } from './people.ts'
import { PHASE_RULES, type Phase } from './phases.ts'
import type { Capacity, HearingState, Participant } from './types.ts'

export interface Commenter {
  readonly capacity: Capacity
  readonly name: string
  /** Null after the closing. */
  readonly phase: Phase | null
}

/** Observers in writing after the closing, as long as corrections are taken (REQ-085, F-55). */
function mustBeAfterwards(state: HearingState, now: Date): Refusal | null {
  if (state.status !== 'closed' && state.status !== 'finished')
    return refuse('hearing/observers-comment-after')
  const { frozen } = state.transcript
  const over = frozen !== null && calendarDay(now.toISOString()) > frozen.latestCorrectionOn
  return over ? refuse('hearing/corrections-over') : null
}

function mustBeLive(state: HearingState, one: Participant): Refusal | null {
  const refused = mustBeOpen(state) ?? mustBeInRoom(state, one.personId)
  if (refused) return refused
  if (state.phase === null || !PHASE_RULES[state.phase].comments) return refuse('hearing/comments-closed')
  return mustBeChecked(one)
}

/**
 * Whether a person may comment now, and as whom (REQ-076, REQ-084, REQ-085). The tribunal conducts and witnesses testify:
 * neither comments. Refusals: hearing/not-participant, hearing/expelled, hearing/muted, hearing/comments-closed,
 * hearing/comments-not-for-you, hearing/observers-comment-after, hearing/corrections-over, hearing/not-present, …
 */
export function mayComment(state: HearingState, personId: string, now: Date): Commenter | Refusal {
  const refused = mustTakePart(state, personId)
  const one = participantOf(state, personId)
  if (refused || !one) return refused ?? refuse('hearing/not-participant')
  const { capacity, name } = one
  if (isTribunal(capacity) || capacity === 'witness') return refuse('hearing/comments-not-for-you')
  if (one.mutedAt !== null) return refuse('hearing/muted')
  const afterwards = capacity === 'observer' && !(state.observersComment && state.status === 'open')
  const unable = afterwards ? mustBeAfterwards(state, now) : mustBeLive(state, one)
  return unable ?? { capacity, name, phase: afterwards ? null : state.phase }
}
