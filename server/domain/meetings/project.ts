import type { TaskDraft } from '#domain/tasks/types.ts'
import { availableScrutineers } from './ballot-opening.ts'
import { secondersOf } from './ballot-voiding.ts'
import { participantIds, presentIds } from './participants.ts'
import { pendingRecusals, isRecused } from './recusals.ts'
import { hasEnded } from './items.ts'
import type { MeetingState } from './types.ts'

export { recusalsInForce } from './recusals.ts'

/** The columns of the read table; lists of ids are JSON text, sorted, so that rebuilding gives the same bytes. */
export function meetingRow(state: MeetingState) {
  return {
    id: state.id,
    title: state.title,
    place: state.place,
    startsAt: state.startsAt,
    status: state.status,
    grade: state.grade,
    chairId: state.chairId,
    personIds: JSON.stringify([...participantIds(state)].sort()),
    caseIds: JSON.stringify(state.items.map((item) => item.caseId)),
    minutesId: state.minutesId,
  }
}

/**
 * What a meeting makes wait for people: coming, ruling on a recusal, confirming a count, answering whether one is void,
 * drafting the minutes.
 * A deferred item waits at its case, which knows when another agenda takes it up (C-25).
 */
export function meetingTasks(state: MeetingState): readonly TaskDraft[] {
  if (state.status === 'cancelled' || state.seq === 0) return []
  return [
    ...invitations(state),
    ...rulings(state),
    ...confirmations(state),
    ...voidings(state),
    ...minutesToDraft(state),
  ]
}

function inMeeting(state: MeetingState) {
  return { subject: `/meetings/${state.id}`, title: state.title }
}

function invitations(state: MeetingState): readonly TaskDraft[] {
  if (state.status !== 'convened') return []
  const onLeave = new Set(state.leaves.map((leave) => leave.personId))
  const present = presentIds(state)
  return participantIds(state)
    .filter((personId) => !onLeave.has(personId) && !present.has(personId))
    .map((personId) => ({
      kind: 'attend-meeting',
      personId,
      ...inMeeting(state),
      dueAt: state.startsAt,
      openedAt: state.convenedAt,
    }))
}

/** On the chair's own recusal the superior rules and the secretaries enter it (F-18). */
function rulings(state: MeetingState): readonly TaskDraft[] {
  if (state.status === 'closed') return []
  return state.items
    .filter((item) => !hasEnded(item))
    .flatMap((item) => pendingRecusals(state, item.id))
    .flatMap((recusal) => {
      const rulers = recusal.personId === state.chairId ? state.secretaryIds : [state.chairId]
      return rulers
        .filter((personId) => !isRecused(state, recusal.itemId, personId))
        .map((personId) => ({
          kind: 'rule-on-recusal' as const,
          personId,
          ...inMeeting(state),
          dueAt: null,
          openedAt: recusal.appliedAt,
        }))
    })
}

function confirmations(state: MeetingState): readonly TaskDraft[] {
  return state.items.flatMap((item) =>
    item.polls.flatMap((poll) => {
      const hands = poll.status === 'open' ? poll.hands : null
      const secret = poll.status === 'closed' && poll.method === 'secret'
      if (!hands && !secret) return []
      const confirmedBy = hands?.confirmedBy ?? poll.confirmedBy
      if (confirmedBy.length >= 2) return []
      return availableScrutineers(state, item)
        .filter((personId) => !confirmedBy.includes(personId) && hands?.enteredBy !== personId)
        .map((personId) => ({
          kind: 'confirm-count' as const,
          personId,
          ...inMeeting(state),
          dueAt: null,
          openedAt: poll.closedAt ?? poll.openedAt,
        }))
    }),
  )
}

/** One answer is enough; until then it waits for each of them (B-24, ADR 15). */
function voidings(state: MeetingState): readonly TaskDraft[] {
  return state.items.flatMap((item) =>
    item.polls.flatMap((poll) =>
      secondersOf(state, item, poll).map((personId) => ({
        kind: 'answer-void' as const,
        personId,
        ...inMeeting(state),
        dueAt: null,
        openedAt: poll.voidAsked?.at ?? poll.openedAt,
      })),
    ),
  )
}

function minutesToDraft(state: MeetingState): readonly TaskDraft[] {
  const { status, minutesId, closedAt } = state
  if (status !== 'closed' || minutesId !== null || closedAt === null) return []
  return [...new Set(state.secretaryIds)].map((personId) => ({
    kind: 'draft-minutes',
    personId,
    ...inMeeting(state),
    dueAt: null,
    openedAt: closedAt,
  }))
}
